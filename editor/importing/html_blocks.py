"""The reader of HTML's signs: a stream of tags becomes blocks of marked words, without a tree being built.

Word, LibreOffice, Google Docs and web pages all write their own; what is read here is what they have in common and the
signs in which Word tells of lists (`mso-list`). Nothing is fetched, no script or style is kept.
"""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from lxml import etree

from editor.importing.html_lists import Lists
from editor.importing.html_styles import margin_of, marks_of, read_style
from editor.importing.markers import Marker, read_marker
from editor.importing.pieces import Pieces
from editor.model.text import LINE_BREAK, NO_MARKS, Mark, Run, Text

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header hr li main menu nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
_DROPPED = frozenset("script style head title template object iframe applet xml".split())
_HEADING = re.compile(r"h[1-6]")
_SPACE = re.compile("([ \t\r\n\f\u00a0]+)")
_MSO_LEVEL = re.compile(r"l(\d{1,4})\s+level(\d)")
_DEEPEST = 40
"""Columns beyond which an indent says nothing more."""

_CELL = 60
"""Characters that the cells of one line of a table may have each to be read as one line."""


class Link(NamedTuple):
    """A link inside the page: from which pieces of which block, where to, and the names it stands under itself."""

    block: int
    start: int
    end: int
    target: str
    names: frozenset[str]


class Block:
    """A paragraph: words with their marks, what list it is in, and how it is set in."""

    def __init__(self) -> None:
        self.pieces: list[tuple[str, frozenset[Mark]]] = []
        self.label = ""
        self.list: tuple[str, int] | None = None  # which list, and how deep in it
        self.heading = 0
        self.indent = 0
        self.loose = False  # a line of preformatted text, which may be wrapped

    @property
    def words(self) -> str:
        """Its words without their marks."""
        return "".join(text for text, _ in self.pieces)

    @property
    def marker(self) -> Marker | None:
        """The number that its list gives it."""
        found = read_marker(self.label) if self.label else None
        return found[0] if found else None

    def text(self) -> Text:
        """Return its words as runs."""
        found = Pieces()
        found.add(Run(words, marks) for words, marks in self.pieces)
        return found.text()


class _Frame:
    """An element that is open."""

    __slots__ = ("block", "drop", "heading", "indent", "label", "link", "marks", "names", "pre", "start", "tag")

    def __init__(self, tag: str, above: "_Frame | None") -> None:
        self.tag = tag
        self.marks: frozenset[Mark] = above.marks if above else NO_MARKS
        self.drop: bool = above.drop if above else False
        self.label: bool = above.label if above else False
        self.pre: bool = above.pre if above else False
        self.indent: float = above.indent if above else 0.0
        self.heading: int = above.heading if above else 0
        self.block = tag in _BLOCKS
        self.names: frozenset[str] = frozenset()
        self.link = ""
        self.start = (0, 0)


class Blocks:
    """Takes the parser's events; `done` are the blocks, `links` and `places` (a name's first and last block) beside."""

    def __init__(self) -> None:
        self.done: list[Block] = []
        self.links: list[Link] = []
        self.places: dict[str, tuple[int, int]] = {}
        self.holders: dict[int, tuple[int, int]] = {}
        self._frames: list[_Frame] = []
        self._lists = Lists()
        self._block = Block()
        self._space = ""
        self._spaced = NO_MARKS

    # Events

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Open an element."""
        frame = _Frame(tag, self._frames[-1] if self._frames else None)
        style = read_style(attributes)
        self._frames.append(frame)
        if frame.block:
            self._flush()
        frame.drop |= tag in _DROPPED or style.get("display", "").startswith("none") or "mso-hide" in style
        frame.label |= style.get("mso-list", "").startswith("ignore")
        frame.pre |= tag == "pre"
        frame.marks = marks_of(tag, style, frame.marks, any(one.link for one in self._frames[-3:]))
        frame.names = frozenset(name for key in ("id", "name") if (name := attributes.get(key, "")))
        frame.start = (len(self.done), len(self._block.pieces))
        if tag == "a" and attributes.get("href", "").rpartition("#")[2] and "#" in attributes["href"]:
            frame.link = attributes["href"].rpartition("#")[2]
        if _HEADING.fullmatch(tag):
            frame.heading = int(tag[1])
        self._lists.open(tag, attributes, style)
        if frame.block:
            self._begin(frame, style)
        if tag == "br":
            self._put(LINE_BREAK)

    def _begin(self, frame: _Frame, style: dict[str, str]) -> None:
        """Give the block that begins its place in a list and its indent."""
        if frame.tag == "p" or frame.tag == "div":
            found = _MSO_LEVEL.search(style.get("mso-list", ""))
            if found:
                self._block.list = (f"word {found[1]}", max(int(found[2]) - 1, 0))
        frame.indent += margin_of(style)

    def end(self, tag: str) -> None:
        """Close an element."""
        if not self._frames or self._frames[-1].tag != tag:
            return
        frame = self._frames[-1]
        if frame.link:
            names = frozenset[str]().union(*(one.names for one in self._frames[-3:] if not one.block))
            start = frame.start[1] if frame.start[0] == len(self.done) else 0
            self.links.append(Link(len(self.done), start, len(self._block.pieces), frame.link, names))
        if frame.block:
            self._flush(frame)
        if tag == "tr":
            self._row(frame.start[0])
        self._lists.close(tag)
        if frame.names:
            last = max(len(self.done) - frame.block, frame.start[0])
            self._name(frame, last)
        self._frames.pop()

    def _name(self, frame: _Frame, last: int) -> None:
        for name in frame.names:
            self.places.setdefault(name, (frame.start[0], last))
        if frame.tag in ("div", "li", "aside") and last - frame.start[0] < 20:
            for at in range(frame.start[0], last + 1):
                self.holders.setdefault(at, (frame.start[0], last))

    def data(self, data: str) -> None:
        """Take words."""
        frame = self._frames[-1] if self._frames else _Frame("", None)
        if frame.drop:
            return
        if frame.label:
            self._block.label = (self._block.label + data)[:40]
            return
        if frame.pre:
            first, *others = data.replace("\r\n", "\n").split("\n")
            self._put(first)
            for line in others:
                self._block.loose = True
                self._flush(frame)
                self._block.loose = True
                self._put(line)
            return
        for at, part in enumerate(_SPACE.split(data)):
            if at % 2:
                self._space, self._spaced = (self._space + part)[:2], frame.marks
            elif part:
                self._put(part)

    def comment(self, text: str) -> None:
        """Pass over a comment: Word's conditions among them."""

    def close(self) -> "Blocks":
        """End the page."""
        self._flush()
        return self

    # Blocks

    def _put(self, words: str) -> None:
        """Add `words` after the space before them: one, however many there are, and no-break if it is alone so."""
        block = self._block
        if self._space and block.pieces and words != LINE_BREAK and block.pieces[-1][0] != LINE_BREAK:
            block.pieces.append(("\u00a0" if self._space == "\u00a0" else " ", self._spaced))
        self._space = ""
        if words:
            block.pieces.append((words, self._frames[-1].marks if self._frames else NO_MARKS))

    def _flush(self, frame: _Frame | None = None) -> None:
        """End the block if it has words."""
        block, self._space = self._block, ""
        while block.pieces and block.pieces[-1][0] == LINE_BREAK:
            block.pieces.pop()
        if not block.words.strip() and not (block.label.strip() and frame is not None and frame.tag == "p"):
            block.pieces.clear()
            if frame is not None or block.list is None:
                self._block = Block()
            return
        frame = frame or (self._frames[-1] if self._frames else _Frame("", None))
        block.heading = block.heading or frame.heading
        block.indent = min(max(round(frame.indent), 0) + 4 * self._lists.depth, _DEEPEST)
        block.label = block.label.replace("\u00a0", " ").strip()
        if block.list is None:
            block.list, block.label = self._lists.take()
        self.done.append(block)
        self._block = Block()

    def _row(self, start: int) -> None:
        """Make one line of a table's row if all of its cells are short."""
        cells = self.done[start:]
        short = all(len(cell.words) <= _CELL and not cell.label for cell in cells)
        if 2 <= len(cells) <= 12 and short and not any(link.block >= start for link in self.links):
            for cell in cells[1:]:
                cells[0].pieces += [(" ", NO_MARKS), *cell.pieces]
            del self.done[start + 1 :]


def read_blocks(page: str) -> Blocks:
    """Return the blocks of the HTML in `page`; what is no HTML is one block of words. Time is linear in the length."""
    target: Any = Blocks()
    parser = etree.HTMLParser(target=target, encoding="utf-8", no_network=True, huge_tree=True)
    try:
        parser.feed(clean_page(page).encode())
        found = parser.close()
    except etree.LxmlError:
        return Blocks()
    assert isinstance(found, Blocks)
    return found


def clean_page(page: str) -> str:
    """Return `page` without the characters that end a parser's work: zeros and lone surrogates."""
    return re.sub("[\x00\ud800-\udfff]", "\ufffd", page)
