"""Word files as Word writes them, in miniature: parts given as XML, packed as a file; and what was read, as lines."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

from editor.importing.word import WordImport, import_word
from editor.importing.word.package import Package
from editor.model.ids import new_id
from editor.model.resolution import Resolution
from editor.model.text import LINE_BREAK, Note, Reference, Run, Text
from editor.numbering import labels
from tests.importing.outlines import template

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

PHRASE = "The OSCE Parliamentary Assembly:"

_ROOTS = {
    "styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes", "header1": "hdr",
    "footer1": "ftr", "comments": "comments", "commentsExtended": "commentsEx", "settings": "settings",
}  # fmt: skip


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP archive of `files`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """Return a Word file whose body is the XML `body`; `parts` are the contents of its others ("styles")."""
    files = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/_rels/document.xml.rels": _relations({name.rstrip("0123456789"): f"{name}.xml" for name in parts}),
    }
    for name, content in parts.items():
        prefix = "w15" if name == "commentsExtended" else "w"
        root = f"{prefix}:{_ROOTS[name]}"
        files[f"word/{name}.xml"] = f"<{root} {_SPACES}>{content}</{root}>"
    return packed(files)


def _relations(targets: Mapping[str, str]) -> str:
    items = "".join(
        f'<Relationship Id="r{at}" Type="{_KIND}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_RELATIONS}">{items}</Relationships>'


def p(content: str = "", properties: str = "", *, style: str = "", num: tuple[int, int] | None = None) -> str:
    """Return a paragraph: words, or runs where `content` begins with an element; `num` is list and level."""
    look = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num:
        look += f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>'
    inner = content if content.startswith("<") or not content else r(content)
    return f"<w:p><w:pPr>{look}{properties}</w:pPr>{inner}</w:p>"


def r(text: str, look: str = "") -> str:
    """Return a run of words."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def level(at: int, format_: str = "decimal", text: str = "", more: str = "", left: int | None = None) -> str:
    """Return the definition of a list's level: "%1." and the like where no `text` is given."""
    text = text or f"%{at + 1}."
    left = 720 * (at + 1) if left is None else left
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{format_}"/>{more}<w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="360"/></w:pPr></w:lvl>'
    )


CLASSIC = (level(0), level(1, "lowerLetter"), level(2, "lowerRoman"), level(3, text="(%4)"))
"""Word's usual list: 1. a. i. (1)."""


def lists(*definitions: Iterable[str], nums: Mapping[int, str] | None = None) -> str:
    """Return a numbering part: definition n has the levels given; `nums` are instances beside 1, 2... of them."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{at}">{"".join(levels)}</w:abstractNum>'
        for at, levels in enumerate(definitions)
    )
    instances = {at + 1: f'<w:abstractNumId w:val="{at}"/>' for at in range(len(definitions))} | dict(nums or {})
    return abstract + "".join(f'<w:num w:numId="{number}">{content}</w:num>' for number, content in instances.items())


def of(definition: int, level_: int = -1, start: int = 1) -> str:
    """Return the content of an instance of a definition that starts a level anew."""
    again = f'<w:lvlOverride w:ilvl="{level_}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    return f'<w:abstractNumId w:val="{definition}"/>' + (again if level_ >= 0 else "")


def read(data: bytes, changes: str = "accepted") -> WordImport:
    """Return `data` as imported under the sample's template."""
    return import_word(data, template(), language="en", changes=changes, fresh=new_id)  # type: ignore[arg-type]


def tree(resolution: Resolution) -> list[str]:
    """Return every clause as a line: what it is, its number, its words with marks, notes and references."""
    labelled = labels(resolution.body, template().scheme(resolution.language))
    return [
        "  " * clause.level + f"{clause.kind} {label.text} ".rstrip() + " " + words(clause.text)
        for clause, label in zip(resolution.body, labelled.by_place, strict=True)
    ]


def words(text: Text) -> str:
    """Return a text with its marks as *, ** and so on, notes as [words], references as {target}."""
    return "".join(map(_word, text)).replace(LINE_BREAK, " // ")


_SIGNS = {"bold": "**", "italic": "*", "underline": "_", "superscript": "^", "subscript": "~"}


def _word(piece: Run | Reference | Note) -> str:
    if isinstance(piece, Note):
        return f"[{words(piece.text)}]"
    if isinstance(piece, Reference):
        return f"{{{piece.form}}}"
    sign = "".join(_SIGNS[mark] for mark in sorted(piece.marks))
    tongue = f"{piece.language}:" if piece.language else ""
    return f"{sign}{tongue}{piece.text}{sign}"


def body_tree(body: str, changes: str = "accepted", **parts: str) -> list[str]:
    """Return what is read from a Word file with that body."""
    return tree(read(docx(body, **parts), changes).imported.resolution)


__all__ = [
    "CLASSIC", "PHRASE", "Package", "body_tree", "docx", "level", "lists", "of", "p", "packed", "r", "read", "tree",
    "words",
]  # fmt: skip
