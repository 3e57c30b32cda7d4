"""One reading of a Word file: as if its tracked changes were all accepted, or all rejected."""

from functools import cached_property

from msgspec import Struct

from editor.importing.report import Dropped, Guess
from editor.importing.word.blocks import BlockReader
from editor.importing.word.comments import Comment, read_comments
from editor.importing.word.footnotes import notes_of
from editor.importing.word.inline import InlineReader
from editor.importing.word.names import W
from editor.importing.word.numbering import Numbering
from editor.importing.word.own import carried_id
from editor.importing.word.package import Package
from editor.importing.word.paragraphs import Citation, Ids, Paragraph, Tracked
from editor.importing.word.styles import StyleSheet
from editor.importing.word.texts import tidy, trimmed
from editor.model.text import flatten


class Reading(Struct, frozen=True):
    """The paragraphs of one reading, and what was met in them; `furniture` are the words of headers and footers."""

    paragraphs: tuple[Paragraph, ...]
    citations: tuple[Citation, ...]
    tracked: tuple[Tracked, ...]
    furniture: tuple[str, ...]
    dropped: tuple[Dropped, ...]
    guesses: tuple[Guess, ...]


class WordFile:
    """A Word file that is open: parts that are needed for every reading are read once."""

    def __init__(self, data: bytes, ids: Ids) -> None:
        self._package = Package(data)
        self.sheet = StyleSheet(self._package.first("styles"))
        self.is_own = self._is_own()
        self._lists = self._package.first("numbering")
        self._notes = {
            "footnotes": notes_of(self._package.first("footnotes"), "footnote"),
            "endnotes": notes_of(self._package.first("endnotes"), "endnote"),
        }
        self._ids = ids

    def _is_own(self) -> bool:
        """Return whether there are bookmarks as this program sets them around clauses."""
        found = (element.get(f"{W}name", "") for element in self._package.document.iter(f"{W}bookmarkStart"))
        return any(map(carried_id, found))

    @cached_property
    def comments(self) -> dict[str, Comment]:
        """The comments by w:id."""
        return read_comments(self._package)

    def read(self, *, rejected: bool) -> Reading:
        """Return the file's text with its tracked changes accepted or `rejected`."""
        inline = InlineReader(self.sheet, self._notes, self._ids, rejected=rejected, own=self.is_own)
        blocks = BlockReader(self.sheet, Numbering(self._lists, self.sheet), inline, rejected=rejected)
        for body in self._package.document.iterchildren(f"{W}body"):
            blocks.read(body)
        hidden = [(number, text) for number, text in inline.hidden if text.strip()]
        return Reading(
            tuple(blocks.done),
            tuple(inline.citations),
            tuple(change for change in inline.tracked if change.text),
            tuple(self._furniture(rejected)),
            (*blocks.dropped, *(Dropped(text, number, "hidden") for number, text in hidden)),
            (*blocks.guesses(), *(Guess("hidden", (("text", text[:60]),), number) for number, text in hidden)),
        )

    def _furniture(self, rejected: bool) -> list[str]:
        """Return the lines of all headers and footers, each once."""
        found: dict[str, None] = {}
        for kind in ("header", "footer"):
            for root in self._package.related(kind):
                inline = InlineReader(self.sheet, {}, self._ids, rejected=rejected, own=self.is_own)
                blocks = BlockReader(self.sheet, Numbering(None, self.sheet), inline, rejected=rejected)
                blocks.read(root)
                for paragraph in blocks.done:
                    words = flatten(trimmed(tidy(paragraph.pieces))[0])
                    found.update(dict.fromkeys(part.strip() for part in words.split("\t") if part.strip()))
        return list(found)
