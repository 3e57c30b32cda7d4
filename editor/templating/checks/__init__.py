"""What holds a template together beyond its structure; each module checks one thing and yields its problems."""

from collections.abc import Iterator

from editor.templating.checks import code, kinds, layout, lines, numbers, wording
from editor.templating.faults import Problem
from editor.templating.schema import Template


def problems(template: Template) -> tuple[Problem, ...]:
    """Return everything in `template` that contradicts itself or goes beyond its limits, each thing once."""
    return tuple(dict.fromkeys(_all(template)))


def _all(template: Template) -> Iterator[Problem]:
    yield from kinds.problems(template)
    yield from code.problems(template)
    yield from numbers.problems(template)
    yield from layout.problems(template)
    yield from wording.problems(template)
    yield from lines.problems(template)
