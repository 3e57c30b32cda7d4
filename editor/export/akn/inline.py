"""Running words as elements: marks, references, notes."""

import re
from collections.abc import Iterable, Iterator, Mapping

from editor.compose.composition import Field, LineBreak, Link, NoteMark, Span, Words
from editor.export.akn.xml import Element, element, words

_CARRIED = re.compile("[0-9a-z]{1,40}")
_MARKS = (
    ("bold", "b"),
    ("italic", "i"),
    ("underline", "u"),
    ("superscript", "sup"),
    ("subscript", "sub"),
)


def paragraph(spans: Iterable[Span], places: Mapping[str, str]) -> Element:
    """Return `spans` as a paragraph; `places` are the eIds of clauses by their ids."""
    return words("p", *inline(spans, places), xml__space="preserve")


def inline(spans: Iterable[Span], places: Mapping[str, str]) -> Iterator[Element | str]:
    """Yield `spans` as elements and words; what was deleted and what only pages know is left out."""
    for span in spans:
        if isinstance(span, Words):
            if span.change != "deleted":
                yield _words(span)
        elif isinstance(span, Link):
            if span.change != "deleted":
                yield _link(span, places)
        elif isinstance(span, LineBreak):
            yield element("eol")
        elif isinstance(span, NoteMark):
            yield _note(span, places)
        else:
            assert isinstance(span, Field)


def _words(span: Words) -> Element | str:
    found: Element | str = span.text
    for mark, name in _MARKS:
        if mark in span.marks:
            found = words(name, found)
    return words("span", found, xml__lang=span.language) if span.language else found


def _link(span: Link, places: Mapping[str, str]) -> Element | str:
    place = places.get(span.target, "")
    return words("ref", span.text, href=f"#{place}") if place else span.text


def _note(span: NoteMark, places: Mapping[str, str]) -> Element:
    number = str(span.number)
    text = paragraph(span.spans, places)
    return words(
        "authorialNote", text, marker=number, placement="bottom", eId=f"authorialNote_{number}", GUID=guid(span.id)
    )


def guid(name: str) -> str:
    """Return an id as a file may carry it, empty for one that is none."""
    return name if _CARRIED.fullmatch(name) else ""
