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


class SpanWriter:
    """Writes spans; `notes` gathers the footnotes it has met, in order, each with the language of its paragraph.

    `targets` are what live references print, `revision` the author and time (ISO 8601) of tracked changes as XML
    attributes, `pages` the field that counts the pages.
    """

    def __init__(self, targets: Mapping[str, str], revision: str, pages: str, ids: Ids) -> None:
        self._targets = targets
        self._revision = revision
        self._pages = pages
        self._ids = ids
        self._looks: dict[tuple[frozenset[str], str | None, bool], str] = {}
        self.notes: list[tuple[NoteMark, str | None]] = []

    def write(self, spans: Iterable[Span], setting: Setting) -> str:
        """Return `spans` as runs."""
        pieces: list[str] = []
        for span in spans:
            if isinstance(span, Words):
                pieces.append(self._words(span, setting))
            elif isinstance(span, LineBreak):
                pieces.append(self._run("<w:br/>", "", setting.change))
            elif isinstance(span, Link):
                pieces.extend(self._link_part(part, setting, span.change or setting.change) for part in span.parts)
            elif isinstance(span, NoteMark):
                pieces.append(self._note(span, setting))
            else:
                instruction = "PAGE" if span.kind == "page" else self._pages
                pieces.append(self._field(instruction, "1", "", setting.change))
        return "".join(pieces)

    def tracked(self, element: str) -> str:
        """Return the name and attributes of the tracked change `element` (w:ins or w:del)."""
        return f'{element} w:id="{self._ids.next()}" {self._revision}'

    def _words(self, words: Words, setting: Setting) -> str:
        if not words.text:
            return ""
        change = words.change or setting.change
        key = (words.marks, words.language or setting.language, setting.italic)
        look = self._looks.get(key)
        if look is None:
            look = self._looks[key] = _look(*key)
        return self._run(characters(words.text, change), look, change)

    def _run(self, content: str, look: str, change: ChangeKind | None) -> str:
        run = f"<w:r>{look}{content}</w:r>"
        return run if change is None else self._changed(run, change)

    def _changed(self, runs: str, change: ChangeKind | None) -> str:
        if change is None:
            return runs
        element = "w:ins" if change == "inserted" else "w:del"
        return f"<{self.tracked(element)}>{runs}</{element}>"

    def _link_part(self, part: LinkPart, setting: Setting, change: ChangeKind | None) -> str:
        r"""Return a piece of a reference, live where Word will find the same number that the composition has.

        The switch \n prints the number of its own level alone, so that each level of "11 a" is one field; where Word
        would print another number than the text has, the words lead to the clause but do not change.
        """
        look = f'<w:rStyle w:val="{CITATION}"/>' + (language(setting.language) if setting.language else "")
        look = f"<w:rPr>{look}</w:rPr>"
        shown = self._targets.get(part.target)
        if shown == part.text and change != "deleted":
            return self._field(f"REF {bookmark(part.target)} \\n \\h", part.text, look, change)
        run = self._run(characters(part.text, change), look, change)
        if shown is None or change == "deleted":
            return run
        return f'<w:hyperlink w:anchor="{bookmark(part.target)}" w:history="1">{run}</w:hyperlink>'

    def _field(self, instruction: str, result: str, look: str, change: ChangeKind | None) -> str:
        """Return a field with its `result` as it was last seen."""
        code = "w:delInstrText" if change == "deleted" else "w:instrText"
        contents = (
            '<w:fldChar w:fldCharType="begin"/>',
            f'<{code} xml:space="preserve"> {instruction} </{code}>',
            '<w:fldChar w:fldCharType="separate"/>',
            characters(result, change),
            '<w:fldChar w:fldCharType="end"/>',
        )
        return self._changed("".join(f"<w:r>{look}{content}</w:r>" for content in contents), change)

    def _note(self, note: NoteMark, setting: Setting) -> str:
        self.notes.append((note, setting.language))
        look = f'<w:rPr><w:rStyle w:val="{REFERENCE_MARK}"/></w:rPr>'
        return self._run(f'<w:footnoteReference w:id="{len(self.notes)}"/>', look, setting.change)


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
