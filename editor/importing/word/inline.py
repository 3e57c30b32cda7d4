"""What stands in a paragraph: runs, fields, links, notes, changes (ECMA-376 part 1, 17.3, 17.11, 17.13, 17.16)."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from lxml import etree
from msgspec.structs import replace

from editor.importing.word.bookmarks import Bookmarks
from editor.importing.word.drawings import boxes_in, has_picture
from editor.importing.word.fields import Fields, numbered_target
from editor.importing.word.footnotes import Notes
from editor.importing.word.looks import Looks, RunLook
from editor.importing.word.names import MATH, MC, VAL, W, is_on
from editor.importing.word.paragraphs import CITATION, ChangeKind, Citation, Ids, Paragraph, Tracked
from editor.importing.word.styles import StyleSheet
from editor.model.text import LINE_BREAK, NO_MARKS, Mark, Note, Reference, Run

_CHANGES: dict[str, ChangeKind] = {
    "ins": "inserted", "del": "deleted", "moveTo": "moved-here", "moveFrom": "moved-away",
}  # fmt: skip
_COMING = frozenset(("ins", "moveTo"))
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": LINE_BREAK, "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_SYMBOLS = {0xB7: "•", 0xA7: "▪", 0xD8: "➢", 0xE0: "→", 0xFC: "✓", 0x2D: "−"}


_NO_LOOK = RunLook(NO_MARKS, None, False, False)


class InlineReader:
    """Reads into one paragraph at a time; `citations`, `tracked`, `pictures` gather what was met, `boxes` text boxes.

    `rejected` reads the text as it was before the tracked changes, else it is as if all were accepted. `own` says that
    this program wrote the file: marks are then what differs from the paragraph's style.
    """

    def __init__(self, sheet: StyleSheet, notes: Notes, ids: Ids, *, rejected: bool, own: bool) -> None:
        self.bookmarks = Bookmarks(ids)
        self.citations: list[Citation] = []
        self.tracked: list[Tracked] = []
        self.pictures = 0
        self.notes = 0
        self.hidden: list[tuple[int, str]] = []
        self._sheet = sheet
        self._notes = {kind: dict(found) for kind, found in notes.items()}
        self._rejected = rejected
        self._own = own
        self._at = Paragraph(0)
        self._fields = Fields()
        self._looks = Looks(sheet, rejected=rejected, own=own)
        self._lost: list[str] | None = None  # words of a change that is not taken
        self._in_note = False
        self.boxes: list[etree._Element] = []
        self._element: dict[str, Callable[[etree._Element], None]] = {
            f"{W}r": self._run,
            f"{W}hyperlink": self._hyperlink,
            f"{W}fldSimple": self._simple_field,
            f"{W}bookmarkStart": self._bookmark,
            f"{W}bookmarkEnd": self.bookmarks.end,
            f"{W}commentRangeStart": self._comment,
            f"{W}sdt": self._control,
            f"{MC}AlternateContent": self._alternate,
            f"{MATH}oMath": self._formula,
            f"{MATH}oMathPara": self._formula,
        }
        for name in ("smartTag", "customXml", "dir", "bdo", "ruby", "rubyBase"):
            self._element[W + name] = self.read
        for name in _CHANGES:
            self._element[W + name] = partial(self._change, name)
        self._in_run: dict[str, Callable[[etree._Element], None]] = {
            f"{W}fldChar": self._field_sign,
            f"{W}instrText": self._code,
            f"{W}delInstrText": self._code,
            f"{W}commentReference": self._comment,
            f"{MC}AlternateContent": self._alternate,
            f"{W}drawing": self._drawing,
            f"{W}pict": self._drawing,
            f"{W}object": self._drawing,
            f"{W}ruby": self.read,
        }

    # Paragraphs

    def begin(self, paragraph: Paragraph) -> None:
        """Go on in `paragraph`."""
        self._at = paragraph
        self.bookmarks.give(paragraph)

    def end(self) -> None:
        """End the paragraph: bookmarks that go on behind an empty one are the next one's."""
        self.bookmarks.take(self._at)

    def read(self, element: etree._Element) -> None:
        """Read what stands in `element`, a paragraph or something in one."""
        known = self._element
        for child in element:
            act = known.get(child.tag)  # type: ignore[arg-type]
            if act is not None:
                act(child)

    def _bookmark(self, element: etree._Element) -> None:
        self.bookmarks.start(element, self._at)

    # Runs

    def _run(self, element: etree._Element) -> None:
        properties = element.find(f"{W}rPr")
        look = self._looks.of(properties, self._at.style)
        for child in element:
            tag = child.tag
            if tag in (f"{W}t", f"{W}delText"):
                self._words(child.text or "", look)
            elif tag in self._in_run:
                self._in_run[tag](child)
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                if self._note(child):
                    return
            elif isinstance(tag, str) and tag.startswith(W):
                sign = self._sign(tag[len(W) :], child)
                if sign:
                    self._words(sign, look)

    @staticmethod
    def _sign(name: str, element: etree._Element) -> str:
        """Return the character that an element of a run stands for, empty for what is none."""
        if name in _SIGNS:
            return _SIGNS[name]
        if name == "br":
            return LINE_BREAK if element.get(f"{W}type", "textWrapping") == "textWrapping" else ""
        if name == "sym":
            code = int(found, 16) if re.fullmatch("[0-9A-Fa-f]{1,4}", found := element.get(f"{W}char", "")) else 0xFFFD
            return _SYMBOLS.get(code & 0xFF, "\ufffd") if 0xF000 <= code <= 0xF0FF else chr(code)
        return ""

    def _words(self, text: str, look: RunLook) -> None:
        """Take words as they stand; those of a change that is not taken are told of, and so are hidden ones."""
        if not text or self._fields.in_code:
            return
        if self._lost is not None:
            self._lost.append(text)
        elif look.hidden:
            self.hidden.append((self._at.number, text))
        elif look.cited and self._own and not self._fields.in_result:
            self._cite("", text, look.marks)
        else:
            before = self._at.pieces[-1] if text == LINE_BREAK and self._at.pieces else None
            like = before if isinstance(before, Run) else look  # a break has no look of its own
            self._at.pieces.append(Run(text, like.marks, like.language))

    def _cite(self, bookmark: str, text: str, marks: frozenset[Mark] = NO_MARKS) -> None:
        self._at.pieces.append(Reference(f"{CITATION}{len(self.citations)}"))
        self.citations.append(Citation(bookmark, Run(text, marks)))

    # Fields and links

    def _field_sign(self, element: etree._Element) -> None:
        kind = element.get(f"{W}fldCharType") if self._lost is None else None
        if kind == "begin":
            self._fields.begin()
        elif kind == "separate":
            self._fields.separate(self._at)
        elif kind == "end":
            self._finish(self._fields.end(self._at))

    def _code(self, element: etree._Element) -> None:
        if self._lost is None:
            self._fields.code(element.text or "")

    def _simple_field(self, element: etree._Element) -> None:
        start = len(self._at.pieces)
        self.read(element)
        self._finish((element.get(f"{W}instr", ""), start))

    def _finish(self, field: tuple[str, int] | None) -> None:
        """Make what a field showed a citation if it is the number of a bookmarked paragraph."""
        bookmark = numbered_target(field[0]) if field else ""
        if field and bookmark:
            self._replace(bookmark, field[1])

    def _replace(self, bookmark: str, start: int) -> None:
        shown = [piece for piece in self._at.pieces[start:] if isinstance(piece, Run)]
        del self._at.pieces[start:]
        marks = shown[0].marks if shown else NO_MARKS
        self._cite(bookmark, "".join(run.text for run in shown), marks)

    def _hyperlink(self, element: etree._Element) -> None:
        start = len(self._at.pieces)
        citations = len(self.citations)
        self.read(element)
        anchor = element.get(f"{W}anchor", "")
        if self._own and anchor.startswith("_rc") and len(self._at.pieces) > start:
            words = "".join(one.words.text for one in self.citations[citations:])
            words = words or "".join(piece.text for piece in self._at.pieces[start:] if isinstance(piece, Run))
            del self._at.pieces[start:]
            self._cite(anchor, words)
            return
        self._at.pieces[start:] = [  # what shows a link is no emphasis
            replace(piece, marks=piece.marks - {"underline"}) if isinstance(piece, Run) else piece
            for piece in self._at.pieces[start:]
        ]

    # Notes, comments, changes

    def _note(self, element: etree._Element) -> bool:
        """Take a note where its mark stands, each once; return whether the mark is in the run's own words."""
        kind = "footnotes" if element.tag == f"{W}footnoteReference" else "endnotes"
        name = element.get(f"{W}id", "")
        found = self._notes.get(kind, {}).pop(name, None) if self._lost is None else None
        if found is not None and not self._in_note:
            self.notes += 1
            self._at.pieces.append(Note(self.bookmarks.note_id(kind, name), tuple(self._note_text(found))))
        return element.get(f"{W}customMarkFollows", "0") in ("1", "true", "on")

    def _note_text(self, element: etree._Element) -> Iterator[Run | Reference]:
        outside, fields = self._at, self._fields
        self._in_note, self._fields = True, Fields()
        pieces: list[Run | Reference] = []
        for place, found in enumerate(element.iter(f"{W}p")):
            properties = found.find(f"{W}pPr/{W}pStyle")
            style_id = properties.get(VAL, "") if properties is not None else ""
            self._at = Paragraph(outside.number, self._sheet.style(style_id), style_id=style_id)
            self.read(found)
            if place:
                pieces.append(Run(LINE_BREAK))
            pieces += [piece for piece in self._at.pieces if not isinstance(piece, Note)]
        self._at, self._fields, self._in_note = outside, fields, False
        if pieces and isinstance(pieces[0], Run):
            first = pieces[0].text
            bare = first[1:] if self._own and first[:1] in ("\t", " ") else first.lstrip()
            pieces[0] = replace(pieces[0], text=bare)
        return (piece for piece in pieces if not isinstance(piece, Run) or piece.text)

    def _comment(self, element: etree._Element) -> None:
        name = element.get(f"{W}id", "")
        if name not in self._at.comments:
            self._at.comments.append(name)

    def _change(self, name: str, element: etree._Element) -> None:
        """Take a tracked change, or leave its words out; they are told of in either case."""
        kept = (name in _COMING) != self._rejected
        outer, start = self._lost, len(self._at.pieces)
        if not kept and outer is None:
            self._lost = []
        self.read(element)
        if outer is None:
            words = "".join(self._lost or ()) if not kept else _plain(self._at.pieces[start:])
            self._lost = None
            date = element.get(f"{W}date", "")[:40]
            author = element.get(f"{W}author", "")[:200]
            self.tracked.append(Tracked(_CHANGES[name], author, date, words, self._at.number))

    # What holds other things

    def _control(self, element: etree._Element) -> None:
        """Read what stands in a content control, unless it only says what could."""
        content = element.find(f"{W}sdtContent")
        shown = element.find(f"{W}sdtPr/{W}showingPlcHdr")
        if content is not None and not (shown is not None and is_on(shown)):
            self.read(content)

    def _alternate(self, element: etree._Element) -> None:
        """Read the first of several ways in which one thing is written."""
        chosen = next(iter(element), None)
        if chosen is None:
            return
        if element.getparent() is not None and element.getparent().tag == f"{W}r":  # type: ignore[union-attr]
            self._drawing(chosen)
        else:
            self.read(chosen)

    def _drawing(self, element: etree._Element) -> None:
        """Keep the texts in a drawing for later; a picture is counted."""
        if self._lost is not None:
            return
        boxes = boxes_in(element)
        self.boxes += boxes
        self.pictures += not boxes and has_picture(element)

    def _formula(self, element: etree._Element) -> None:
        for found in element.iter(f"{MATH}t"):
            self._words(found.text or "", _NO_LOOK)


def _plain(pieces: list[Run | Reference | Note]) -> str:
    return "".join(piece.text for piece in pieces if isinstance(piece, Run))
