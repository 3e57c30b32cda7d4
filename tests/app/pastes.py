"""Pasting into the short text, checked on the way: the grammar holds, the way back leads to the start."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from msgspec.structs import replace

from editor.app.pasting import Pasted, paste_html, paste_text
from editor.app.spans import Span
from editor.app.telling import told_sentence
from editor.model.changes import apply, inverse
from editor.model.grammar import check_body
from editor.model.resolution import Resolution
from editor.model.text import flatten, length
from editor.paths import templates_folder
from editor.templating.load import load_template
from tests.ui.sample import clause, named, sample

TEMPLATE = load_template(templates_folder() / "osce-pa")


def at(name: str, offset: int = 0, until: int | None = None) -> Span:
    return Span((named(name), offset), (named(name), offset if until is None else until))


def end(resolution: Resolution, name: str) -> Span:
    found = next(one for one in resolution.body if one.id == named(name))
    return at(name, length(found.text))


def fresh() -> Callable[[], str]:
    numbers = count()
    return lambda: f"n{next(numbers):09d}"


def after(resolution: Resolution, pasted: Pasted) -> Resolution:
    found = apply(resolution, pasted.edit.change)
    check_body(found.body, TEMPLATE.file.grammar)
    assert apply(found, inverse(pasted.edit.change)) == resolution
    caret = next(one for one in found.body if one.id == pasted.edit.caret[0])
    assert 0 <= pasted.edit.caret[1] <= length(caret.text)
    return found


def text_in(resolution: Resolution, span: Span, text: str) -> tuple[Resolution, str]:
    pasted = paste_text(resolution, TEMPLATE, span, text, fresh())
    return after(resolution, pasted), told_sentence(pasted.told)


def html_in(resolution: Resolution, span: Span, page: str, text: str = "") -> tuple[Resolution, str]:
    pasted = paste_html(resolution, TEMPLATE, span, page, text, fresh())
    return after(resolution, pasted), told_sentence(pasted.told)


def rows(resolution: Resolution) -> list[str]:
    return [f"{one.level} {flatten(one.text)}" for one in resolution.body]


def new_rows(resolution: Resolution) -> list[str]:
    known = {one.id for one in sample().body}
    return [f"{one.level} {one.kind} {flatten(one.text)}" for one in resolution.body if one.id not in known]


def empty() -> Resolution:
    """Return the sample with an empty clause at the end."""
    start = sample()
    return replace(start, body=(*start.body, clause("v4", "operative")))


PAGE_LINES = """1. Recalls the obligations of all participating States under inter-
national law and the commitments that they have made to pro-
tect civilians in non-
governmental shelters along the rivers and in the well-known ci-
ties of the upper basin;
2. Urges the States."""
