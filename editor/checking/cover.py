"""What the cover sheet lacks or contradicts."""

from collections.abc import Iterator

from editor.checking.finding import Finding
from editor.model.cover import Code, CoverValue, DateRange, Person
from editor.model.resolution import Resolution
from editor.templating.codes import wrong_parts
from editor.templating.people import printed_name
from editor.templating.schema import CoverField, Template


def findings(resolution: Resolution, template: Template) -> Iterator[Finding]:
    """Yield what is wrong (errors) or still to be filled in (advice) on the cover of `resolution`."""
    for kind in template.file.kinds:
        if kind.id == resolution.kind:
            for field in kind.fields:
                yield from _field(field, resolution.cover.get(field.key), template)
            if kind.cover and not resolution.original_language:
                yield Finding("no-original-language", "advice", field="original_language")


def _field(field: CoverField, value: CoverValue | None, template: Template) -> Iterator[Finding]:
    if _is_empty(value):
        if field.required:
            yield Finding("required", "advice", field=field.key)
    elif isinstance(value, DateRange):
        if value.last < value.first:
            yield Finding("dates-reversed", "error", field=field.key)
    elif isinstance(value, Code):
        for part in _missing_parts(value, template):
            yield Finding("code-incomplete", "advice", field=field.key, parameters=(("part", part),))
        for token in wrong_parts(value, template):
            written = (("part", token.name), ("value", value.get(token.name)))
            yield Finding("code-part", "error", field=field.key, parameters=written)
    elif isinstance(value, Person):
        if field.required and not (value.family and value.country):
            yield Finding("person-incomplete", "advice", field=field.key)
    elif isinstance(value, tuple):
        for name in _twice(value):
            yield Finding("person-twice", "advice", field=field.key, parameters=(("name", name),))


def _is_empty(value: CoverValue | None) -> bool:
    if isinstance(value, str):
        return not value.strip()
    return value is None or value in ((), Code(), Person())


def _missing_parts(code: Code, template: Template) -> Iterator[str]:
    for token in template.file.code:
        if token.type not in ("language", "revision") and not token.optional and not code.get(token.name):
            yield token.name


def _twice(people: tuple[Person, ...]) -> Iterator[str]:
    """Yield the name of every person who was listed before, whatever the honorific or the case of the letters."""
    seen: set[tuple[str, str, str]] = set()
    for person in people:
        key = (person.given.casefold(), person.family.casefold(), person.country.casefold())
        if key in seen:
            yield printed_name(person)
        seen.add(key)
