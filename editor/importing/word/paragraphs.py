"""What is read from a Word file before anything is understood: its paragraphs, with what stands in them."""

from typing import Literal

from msgspec import Struct

from editor.importing.word.numbering import Number
from editor.importing.word.styles import Layout, Style
from editor.model.ids import NewId
from editor.model.text import Inline, Run

ChangeKind = Literal["inserted", "deleted", "moved-here", "moved-away"]

CITATION = "citation "
"""How the target of a reference begins that is not resolved yet; its place among the citations follows."""


class Citation(Struct, frozen=True):
    """A field or link to a bookmark with the words it showed last; without a bookmark, words that belong to one."""

    bookmark: str
    words: Run


class Tracked(Struct, frozen=True):
    """A tracked change: what, by whom, when (as written, ISO 8601), which words, in which paragraph (from 1)."""

    kind: ChangeKind
    author: str
    date: str
    text: str
    paragraph: int


PLAIN = Style()
NO_LAYOUT = Layout()


class Ids:
    """Ids for what carries none in the file: the same for the same thing, however often it is read."""

    def __init__(self, fresh: NewId) -> None:
        self.fresh = fresh
        self._known: dict[object, str] = {}

    def of(self, thing: object) -> str:
        """Return the id of `thing`, whatever names it in the file."""
        if thing not in self._known:
            self._known[thing] = self.fresh()
        return self._known[thing]


class Paragraph:
    """A paragraph with its text in pieces, its look, its bookmarks and comments; `number` counts all of them from 1.

    `gap` says that an empty one stands before it, `cells` that it is a row of a table. `label` is the number that Word
    shows before it.
    """

    __slots__ = ("cells", "comments", "gap", "label", "layout", "names", "number", "pieces", "style", "style_id")

    def __init__(self, number: int, style: Style = PLAIN, layout: Layout = NO_LAYOUT, style_id: str = "") -> None:
        self.number = number
        self.style = style
        self.style_id = style_id
        self.layout = layout
        self.pieces: list[Inline] = []
        self.names: list[str] = []
        self.comments: list[str] = []
        self.label: Number | None = None
        self.gap = False
        self.cells = False

    @property
    def has_words(self) -> bool:
        """Whether anything stands in it that can be seen."""
        return any(not isinstance(piece, Run) or piece.text.strip() for piece in self.pieces)

    def join(self, following: "Paragraph") -> "Paragraph":
        """Return this one with the `following` in it, whose mark between them is gone.

        It stays the first, with that one's number and names; a paragraph that has no words left leaves no trace.
        """
        if not self.has_words:
            following.comments = [*self.comments, *following.comments]
            following.gap = self.gap or following.gap
            return following
        self.pieces += following.pieces
        self.names += following.names
        self.comments += following.comments
        return self
