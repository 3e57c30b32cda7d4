"""The theme: what Word offers first as colours and fonts; the document's own fonts, and black on white."""

from editor.compose.composition import Composition
from editor.export.docx.markup import escape
from editor.export.docx.package import RELATIONS, Part

_MAIN = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'

_COLOURS = (
    ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "44546A"), ("lt2", "E7E6E6"), ("accent1", "2E5C8A"),
    ("accent2", "A65E2E"), ("accent3", "7F7F7F"), ("accent4", "B08D1E"), ("accent5", "3F7F93"), ("accent6", "4F7D3A"),
    ("hlink", "0563C1"), ("folHlink", "954F72"),
)  # fmt: skip

_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINES = "".join(f'<a:ln w="{width}">{_FILL}</a:ln>' for width in (6350, 12700, 19050))
_NO_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_FORMATS = (
    f'<a:fmtScheme name="Plain"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
    f"<a:lnStyleLst>{_LINES}</a:lnStyleLst>"
    f"<a:effectStyleLst>{_NO_EFFECT * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
)
"""Three of each, as the schema asks: plain fills and lines, no effects."""


def theme(composition: Composition) -> Part:
    """Return word/theme/theme1.xml."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS)
    fonts = composition.fonts
    xml = (
        f'<a:theme {_MAIN} name="Plain"><a:themeElements><a:clrScheme name="Plain">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Plain">{_font("major", fonts.get("sans", fonts["serif"]).word)}'
        f"{_font('minor', fonts['serif'].word)}</a:fontScheme>{_FORMATS}</a:themeElements></a:theme>"
    )
    kind = "application/vnd.openxmlformats-officedocument.theme+xml"
    return Part("word/theme/theme1.xml", kind, f"{RELATIONS}/theme", xml)


def _font(role: str, name: str) -> str:
    return f'<a:{role}Font><a:latin typeface="{escape(name)}"/><a:ea typeface=""/><a:cs typeface=""/></a:{role}Font>'
