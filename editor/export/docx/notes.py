"""Footnotes and remarks: the parts that stand beside the text (ECMA-376 part 1, 17.11 and 17.13.4; [MS-DOCX] 2.5)."""

from collections.abc import Sequence

from editor.compose.composition import Comment
from editor.export.docx.builtin import COMMENT, COMMENT_MARK, REFERENCE_MARK
from editor.export.docx.markup import characters, escape, utc
from editor.export.docx.package import Part, R, W, word_part
from editor.export.docx.spans import Setting, SpanWriter
from editor.export.docx.styles import NOTE, StyleSheet

_WORD = "http://schemas.microsoft.com/office/word"
_EXTENSIONS = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    f'xmlns:w14="{_WORD}/2010/wordml" xmlns:w15="{_WORD}/2012/wordml" mc:Ignorable="w14 w15"'
)

_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" '
    f'w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)


def footnotes(writer: SpanWriter, sheet: StyleSheet) -> Part:
    """Return word/footnotes.xml: the notes that `writer` has met, numbered from 1 as their marks are."""
    style = sheet.styles[NOTE]
    gap = "<w:tab/>" if style.hang else '<w:t xml:space="preserve"> </w:t>'
    head = (
        f'<w:p><w:pPr><w:pStyle w:val="{sheet.ids[NOTE]}"/></w:pPr>'
        f'<w:r><w:rPr><w:rStyle w:val="{REFERENCE_MARK}"/></w:rPr><w:footnoteRef/></w:r><w:r>{gap}</w:r>'
    )
    texts = [writer.write(note.spans, Setting(style.italic, language)) for note, language in writer.notes]
    items = "".join(
        f'<w:footnote w:id="{number}">{head}{text}</w:p></w:footnote>' for number, text in enumerate(texts, 1)
    )
    return word_part("footnotes.xml", "footnotes", f"<w:footnotes {W} {R}>{_SEPARATORS}{items}</w:footnotes>")


def comments(remarks: Sequence[Comment]) -> list[Part]:
    """Return word/comments.xml with `remarks` numbered from 0, and the part that says which are resolved."""
    if not remarks:
        return []
    items = "".join(_comment(number, remark) for number, remark in enumerate(remarks))
    states = "".join(
        f'<w15:commentEx w15:paraId="{_paragraph_id(number)}" w15:done="{int(remark.resolved)}"/>'
        for number, remark in enumerate(remarks)
    )
    extended = Part(
        "word/commentsExtended.xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml",
        "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
        f"<w15:commentsEx {_EXTENSIONS}>{states}</w15:commentsEx>",
    )
    return [word_part("comments.xml", "comments", f"<w:comments {W} {_EXTENSIONS}>{items}</w:comments>"), extended]


def _comment(number: int, remark: Comment) -> str:
    initials = "".join(word[0] for word in remark.author.split())
    mark = f'<w:r><w:rPr><w:rStyle w:val="{COMMENT_MARK}"/></w:rPr><w:annotationRef/></w:r>'
    return (
        f'<w:comment w:id="{number}" w:author="{escape(remark.author)}" w:date="{utc(remark.date)}" '
        f'w:initials="{escape(initials)}"><w:p w14:paraId="{_paragraph_id(number)}">'
        f'<w:pPr><w:pStyle w:val="{COMMENT}"/></w:pPr>{mark}<w:r>{characters(remark.text)}</w:r></w:p></w:comment>'
    )


def _paragraph_id(number: int) -> str:
    """Return the w14:paraId of a remark's paragraph: eight hexadecimal digits, not zero."""
    return f"{number + 1:08X}"
