"""Elements as values, and how they are written: a line each, but for running words, which are kept to the letter."""

from collections.abc import Iterator
from html import escape

from msgspec import Struct

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN = "urn:resolution-editor:akn:1"
"""The namespace of what this program adds to a file; the reader uses the same."""


class Element(Struct):
    """An element: its name, its attributes in order (an empty one is not written), and what it holds.

    `running` words are written in one piece, as no space may come between them.
    """

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: "tuple[Element | str, ...]" = ()
    running: bool = False


def element(name: str, /, *children: "Element | str", **attributes: str) -> Element:
    """Return an element; names of attributes end in "_" where Python keeps the word ("class_", "as_")."""
    given = tuple((key.rstrip("_").replace("__", ":"), value) for key, value in attributes.items())
    return Element(name, given, children)


def words(name: str, /, *children: "Element | str", **attributes: str) -> Element:
    """Return an element of running words."""
    found = element(name, *children, **attributes)
    found.running = True
    return found


def written(root: Element) -> str:
    """Return the whole file."""
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join(_lines(root, 0)) + "\n"


def _lines(one: Element, depth: int) -> Iterator[str]:
    indent = "  " * min(depth, 20)
    if one.running or not one.children:
        yield indent + _inline(one)
        return
    yield f"{indent}<{one.name}{_attributes(one)}>"
    for child in one.children:
        if isinstance(child, str):
            yield _text(child)
        else:
            yield from _lines(child, depth + 1)
    yield f"{indent}</{one.name}>"


def _inline(one: Element) -> str:
    inside = "".join(_text(child) if isinstance(child, str) else _inline(child) for child in one.children)
    return f"<{one.name}{_attributes(one)}>{inside}</{one.name}>" if inside else f"<{one.name}{_attributes(one)}/>"


def _attributes(one: Element) -> str:
    return "".join(f' {name}="{_value(value)}"' for name, value in one.attributes if value)


def _value(text: str) -> str:
    """Return `text` for an attribute, where a reader would take a tab for a space."""
    return escape(text).replace("\t", "&#9;").replace("\n", "&#10;")


def _text(words_: str) -> str:
    return escape(words_, quote=False)
