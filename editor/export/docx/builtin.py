"""The styles that every file has whatever its template: those of Word itself, of marks and of tables."""

NORMAL = "Normal"
REFERENCE_MARK = "FootnoteReference"
CITATION = "ClauseReference"
COMMENT_MARK = "CommentReference"
COMMENT = "CommentText"
TABLE = "RuledTable"
GAP = "TableGap"

_NAMES = (
    "Normal", "Title", "Subtitle", "Body Text", "Caption", "header", "footer", "footnote text", "List Paragraph",
    "Signature", "Date", *(f"heading {level}" for level in range(1, 10)),
)  # fmt: skip

BUILT_IN = {name.lower(): name for name in _NAMES}
"""Word's own styles by the names it writes for them; a style so called is that one, with all that Word does for it."""

BY_PURPOSE = {"note": "footnote text", "header": "header", "footer": "footer"}
"""The composition's styles that are Word's own whatever the template calls them."""

PADDING, BORDER = 60, 4
"""Twips between a cell's text and its border, and how many eighths of a point that is thick: as in the printed copy."""

QUIET = '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
"""What keeps a style out of the user's sight until it is used."""


def _style(kind: str, style_id: str, name: str, rest: str, default: bool = False, custom: bool = False) -> str:
    flags = ' w:default="1"' if default else ' w:customStyle="1"' if custom else ""
    return f'<w:style w:type="{kind}"{flags} w:styleId="{style_id}"><w:name w:val="{name}"/>{rest}</w:style>'


def _based(style_id: str) -> str:
    return f'<w:basedOn w:val="{style_id}"/>'


def _margins(across: int, down: int) -> str:
    sides = (("top", down), ("left", across), ("bottom", down), ("right", across))
    edges = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides)
    return f"<w:tblCellMar>{edges}</w:tblCellMar>"


_PLAIN = _based("DefaultParagraphFont")

DEFAULTS = "".join((
    _style("character", "DefaultParagraphFont", "Default Paragraph Font", QUIET, default=True),
    _style("table", "TableNormal", "Normal Table", f"{QUIET}<w:tblPr>{_margins(108, 0)}</w:tblPr>", default=True),
    _style("numbering", "NoList", "No List", QUIET, default=True),
))  # fmt: skip
"""What Word has in every file."""

MARKS = "".join((
    _style(
        "character", REFERENCE_MARK, "footnote reference",
        f'{_PLAIN}{QUIET}<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>',
    ),
    _style("character", CITATION, "Clause reference", f'{_PLAIN}<w:uiPriority w:val="99"/>', custom=True),
    _style(
        "character", COMMENT_MARK, "annotation reference",
        f'{_PLAIN}{QUIET}<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr>',
    ),
    _style(
        "paragraph", COMMENT, "annotation text",
        f'{_based(NORMAL)}{QUIET}<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>',
    ),
))  # fmt: skip
"""Marks of footnotes and remarks, the look of remarks, and the words of references, which look like all others."""

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")

TABLES = "".join((
    _style(
        "table", TABLE, "Ruled table",
        f'{_based("TableNormal")}<w:uiPriority w:val="59"/><w:tblPr><w:tblBorders>'
        + "".join(f'<w:{side} w:val="single" w:sz="{BORDER}" w:space="0" w:color="auto"/>' for side in _SIDES)
        + f"</w:tblBorders>{_margins(PADDING, PADDING)}</w:tblPr>",
        custom=True,
    ),
    _style(
        "paragraph", GAP, "Table gap",
        f'{_based(NORMAL)}{QUIET}<w:pPr><w:suppressLineNumbers/><w:spacing w:before="0" w:after="0" w:line="20" '
        'w:lineRule="exact"/></w:pPr><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>',
        custom=True,
    ),
))  # fmt: skip
"""Ruled tables, and the paragraph that Word wants after a table, as low as can be."""
