"""Bookmarks: the names that paragraphs and notes have (17.13.6)."""

import re

from lxml import etree

from editor.importing.word.names import W
from editor.importing.word.paragraphs import Ids, Paragraph

_NOTE_ID = re.compile("_rn([0-9a-z]{1,37})")
"""The name of a bookmark that this program sets around a note's mark."""

_MOST_OPEN = 1000
"""Bookmarks that may be open at a time."""


class Bookmarks:
    """The bookmarks that are open, and those that wait for a paragraph with words."""

    def __init__(self, ids: Ids) -> None:
        self._ids = ids
        self._open: dict[str, str] = {}
        self._waiting: list[str] = []
        self._note = ""
        self._carried: set[str] = set()

    def start(self, element: etree._Element, paragraph: Paragraph | None) -> None:
        """Take the start of a bookmark, in `paragraph` or between paragraphs."""
        name = element.get(f"{W}name", "")
        note = _NOTE_ID.fullmatch(name)
        if note is not None:
            self._note = note[1]
        elif name and len(self._open) < _MOST_OPEN:
            self._open[element.get(f"{W}id", "")] = name
            (self._waiting if paragraph is None else paragraph.names).append(name)

    def end(self, element: etree._Element) -> None:
        """Take the end of a bookmark."""
        self._open.pop(element.get(f"{W}id", ""), None)

    def give(self, paragraph: Paragraph) -> None:
        """Give a paragraph that begins the names that wait."""
        paragraph.names += self._waiting
        self._waiting = []

    def take(self, paragraph: Paragraph) -> None:
        """Take from a paragraph without words the names that go on behind it."""
        if not paragraph.has_words:
            going_on = set(self._open.values())
            self._waiting += [name for name in paragraph.names if name in going_on]
            paragraph.names = [name for name in paragraph.names if name not in going_on]

    def note_id(self, kind: str, name: str) -> str:
        """Return the id that a note's bookmark carries, each once, else one for the note `name` of its kind."""
        carried, self._note = self._note, ""
        if not carried or carried in self._carried:
            return self._ids.of((kind, name))
        self._carried.add(carried)
        return carried
