"""Fields: a code, and what it showed last, which may lie in several runs and hold other fields (17.16)."""

import re

from editor.importing.word.paragraphs import Paragraph

_NUMBER_SWITCH = re.compile(r"\\[nrw]\b", re.IGNORECASE)
_REFERENCE = re.compile(r'\s*REF\s+"?([^\s"\\]{1,60})', re.IGNORECASE)
_DEEPEST = 100
_LONGEST = 1000
"""Characters of a code that are read, piece by piece."""


class _Field:
    """A field that is open: its code so far, and where its result begins in which paragraph."""

    __slots__ = ("code", "paragraph", "start")

    def __init__(self) -> None:
        self.code = ""
        self.paragraph: Paragraph | None = None
        self.start = 0


class Fields:
    """The fields that are open."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    @property
    def in_code(self) -> bool:
        """Whether this is the code of a field, in which others may stand with what they showed."""
        return any(field.paragraph is None for field in self._open)

    @property
    def in_result(self) -> bool:
        """Whether this is what a field showed."""
        return bool(self._open)

    def begin(self) -> None:
        """Take the sign that begins a field."""
        if len(self._open) < _DEEPEST:
            self._open.append(_Field())

    def code(self, text: str) -> None:
        """Take a piece of a code."""
        if self._open and self._open[-1].paragraph is None:
            self._open[-1].code += text[:_LONGEST]

    def separate(self, paragraph: Paragraph) -> None:
        """Take the sign between code and result, in `paragraph`."""
        if self._open:
            self._open[-1].paragraph, self._open[-1].start = paragraph, len(paragraph.pieces)

    def end(self, paragraph: Paragraph) -> tuple[str, int] | None:
        """Take the sign that ends a field; return the code and where its result began, None where nothing is known."""
        if not self._open:
            return None
        field = self._open.pop()
        return (field.code, field.start) if field.paragraph is paragraph and not self.in_code else None


def numbered_target(code: str) -> str:
    """Return the bookmark whose paragraph's number a field shows, empty for all other fields."""
    found = _REFERENCE.match(code)
    return found[1] if found and _NUMBER_SWITCH.search(code) else ""
