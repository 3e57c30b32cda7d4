"""The words of a paragraph as runs, fields, notes and tracked changes (ECMA-376 part 1, 17.3.2, 17.13, 17.16)."""

import hashlib
import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from editor.compose.composition import ChangeKind, LineBreak, Link, LinkPart, NoteMark, Paragraph, Span, Words
from editor.export.docx.builtin import CITATION, REFERENCE_MARK
from editor.export.docx.formats import cited
from editor.export.docx.markup import characters, escape, language

_FITS = re.compile("[A-Za-z0-9_]{1,37}")
"""What may follow "_rc": Word takes 40 letters, digits and underscores in all, and hides names that begin with "_"."""


def bookmark(anchor: str) -> str:
    """Return the name of the hidden bookmark around the clause `anchor`: "_rc" and its id."""
    if _FITS.fullmatch(anchor):
        return f"_rc{anchor}"
    return f"_rc_{hashlib.sha256(anchor.encode('utf-8', 'replace')).hexdigest()[:32]}"


def targets(paragraphs: Iterable[Paragraph]) -> dict[str, str]:
    """Return what a live reference to each anchored paragraph prints; the first of an id is the one referred to."""
    found: dict[str, str] = {}
    for paragraph in paragraphs:
        if paragraph.anchor:
            found.setdefault(paragraph.anchor, cited(paragraph.label.text) if paragraph.label else "")
    return found


class Ids:
    """Numbers for bookmarks and changes, each once in a file."""

    def __init__(self) -> None:
        self._last = 0

    def next(self) -> int:
        """Return a fresh number."""
        self._last += 1
        return self._last


class Setting(Struct, frozen=True):
    """What holds for all spans of a paragraph that say nothing else; `italic` is its style's."""

    italic: bool = False
    language: str | None = None
    change: ChangeKind | None = None
    by: str = ""

    def of(self, span: Words | LineBreak | Link | NoteMark) -> tuple[ChangeKind | None, str]:
        """Return what became of `span` in this paragraph, and by whose hand."""
        return (span.change, span.by) if span.change else (self.change, self.by)


Revised = tuple[ChangeKind | None, str]
"""Whether words came or went, and by whose hand."""

_PLAIN: Revised = (None, "")


class SpanWriter:
    """Writes spans; `notes` gathers the footnotes it has met, in order, each with the language of its paragraph.

    `targets` are what live references print, `revisions` by hand the author and time (ISO 8601) of tracked changes as
    XML attributes, that of "" for all others, `pages` the field that counts the pages.
    """

    def __init__(self, targets: Mapping[str, str], revisions: Mapping[str, str], pages: str, ids: Ids) -> None:
        self._targets = targets
        self._revisions = revisions
        self._pages = pages
        self._ids = ids
        self._looks: dict[tuple[frozenset[str], str | None, bool], str] = {}
        self.notes: list[tuple[NoteMark, str | None]] = []
        self._noted: set[str] = set()

    def write(self, spans: Iterable[Span], setting: Setting) -> str:
        """Return `spans` as runs."""
        pieces: list[str] = []
        for span in spans:
            if isinstance(span, Words):
                pieces.append(self._words(span, setting))
            elif isinstance(span, LineBreak):
                pieces.append(self._run("<w:br/>", "", setting.of(span)))
            elif isinstance(span, Link):
                pieces.extend(self._link_part(part, setting, setting.of(span)) for part in span.parts)
            elif isinstance(span, NoteMark):
                pieces.append(self._note(span, setting))
            else:
                instruction = "PAGE" if span.kind == "page" else self._pages
                pieces.append(self._field(instruction, "1", "", (setting.change, setting.by)))
        return "".join(pieces)

    def tracked(self, element: str, by: str = "") -> str:
        """Return the name and attributes of the tracked change `element` (w:ins or w:del) by that hand."""
        return f'{element} w:id="{self._ids.next()}" {self._revisions.get(by) or self._revisions[""]}'

    def _words(self, words: Words, setting: Setting) -> str:
        if not words.text:
            return ""
        revised = setting.of(words)
        look = self._look(words.marks, words.language or setting.language, setting.italic)
        if words.former is not None:
            former = self._look(words.former, words.language or setting.language, setting.italic) or "<w:rPr/>"
            look = look.removesuffix("</w:rPr>") or "<w:rPr>"
            look += f"<{self.tracked('w:rPrChange', words.by)}>{former}</w:rPrChange></w:rPr>"
        return self._run(characters(words.text, revised[0]), look, revised)

    def _look(self, marks: frozenset[str], tongue: str | None, italic: bool) -> str:
        key = (marks, tongue, italic)
        look = self._looks.get(key)
        if look is None:
            look = self._looks[key] = _look(*key)
        return look

    def _run(self, content: str, look: str, revised: Revised = _PLAIN) -> str:
        run = f"<w:r>{look}{content}</w:r>"
        return run if revised[0] is None else self._changed(run, revised)

    def _changed(self, runs: str, revised: Revised) -> str:
        change, by = revised
        if change is None:
            return runs
        element = "w:ins" if change == "inserted" else "w:del"
        return f"<{self.tracked(element, by)}>{runs}</{element}>"

    def _link_part(self, part: LinkPart, setting: Setting, revised: Revised) -> str:
        r"""Return a piece of a reference, live where Word will find the same number that the composition has.

        The switch \n prints the number of its own level alone, so that each level of "11 a" is one field; where Word
        would print another number than the text has, the words lead to the clause but do not change.
        """
        look = f'<w:rStyle w:val="{CITATION}"/>' + (language(setting.language) if setting.language else "")
        look = f"<w:rPr>{look}</w:rPr>"
        shown, change = self._targets.get(part.target), revised[0]
        if shown == part.text and change != "deleted":
            return self._field(f"REF {bookmark(part.target)} \\n \\h", part.text, look, revised)
        run = self._run(characters(part.text, change), look, revised)
        if shown is None or change == "deleted":
            return run
        return f'<w:hyperlink w:anchor="{bookmark(part.target)}" w:history="1">{run}</w:hyperlink>'

    def _field(self, instruction: str, result: str, look: str, revised: Revised) -> str:
        """Return a field with its `result` as it was last seen."""
        change = revised[0]
        code = "w:delInstrText" if change == "deleted" else "w:instrText"
        contents = (
            '<w:fldChar w:fldCharType="begin"/>',
            f'<{code} xml:space="preserve"> {instruction} </{code}>',
            '<w:fldChar w:fldCharType="separate"/>',
            characters(result, change),
            '<w:fldChar w:fldCharType="end"/>',
        )
        return self._changed("".join(f"<w:r>{look}{content}</w:r>" for content in contents), revised)

    def _note(self, note: NoteMark, setting: Setting) -> str:
        self.notes.append((note, setting.language))
        look = f'<w:rPr><w:rStyle w:val="{REFERENCE_MARK}"/></w:rPr>'
        mark = self._run(f'<w:footnoteReference w:id="{len(self.notes)}"/>', look, setting.of(note))
        return mark if note.id in self._noted else self._named(mark, note.id)

    def _named(self, mark: str, note: str) -> str:
        """Return the mark of a note in a hidden bookmark that carries its id; a note shown twice has it once."""
        self._noted.add(note)
        if not _FITS.fullmatch(note):
            return mark
        number = self._ids.next()
        return f'<w:bookmarkStart w:id="{number}" w:name="_rn{note}"/>{mark}<w:bookmarkEnd w:id="{number}"/>'


def _look(marks: frozenset[str], tongue: str | None, italic: bool) -> str:
    """Return the w:rPr for `marks`, in the order of the schema; italic inside italic is upright."""
    look = ""
    if "bold" in marks:
        look += "<w:b/><w:bCs/>"
    if "italic" in marks:
        look += '<w:i w:val="0"/><w:iCs w:val="0"/>' if italic else "<w:i/><w:iCs/>"
    if "underline" in marks:
        look += '<w:u w:val="single"/>'
    if "superscript" in marks:
        look += '<w:vertAlign w:val="superscript"/>'
    elif "subscript" in marks:
        look += '<w:vertAlign w:val="subscript"/>'
    if tongue:
        look += language(tongue)
    return f"<w:rPr>{look}</w:rPr>" if look else ""


def revision(author: str, time: str) -> str:
    """Return the attributes that say who made a tracked change and when (ISO 8601, UTC)."""
    return f'w:author="{escape(author)}" w:date="{time}"'
