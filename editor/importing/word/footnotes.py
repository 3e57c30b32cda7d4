"""The notes of a file: their words by the number that their marks name (17.11)."""

from lxml import etree

from editor.importing.word.names import W, number

Notes = dict[str, dict[str, etree._Element]]
"""Notes by kind ("footnotes", "endnotes") and w:id."""


def notes_of(root: etree._Element | None, name: str) -> dict[str, etree._Element]:
    """Return the notes in a part by w:id, but for the lines that part them from the text."""
    found = root.iterchildren(W + name) if root is not None else ()
    return {one.get(f"{W}id", ""): one for one in found if _is_note(one)}


def _is_note(element: etree._Element) -> bool:
    return element.get(f"{W}type", "normal") == "normal" and number(element.get(f"{W}id"), -1) >= 0
