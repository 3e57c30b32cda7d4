"""A template's sheets of style and page, in points."""

from editor.compose.composition import Font, FontRole, Page, Style
from editor.model.clause import NESTED, Kind
from editor.templating.schema import PageSheet, StyleSheet, TemplateFile

MM = 72 / 25.4
"""Points in a millimetre."""

PAPERS = {"a4": (210 * MM, 297 * MM), "letter": (612.0, 792.0)}
"""Width and height of the sheets, in points."""

LARGE_PRINT = 4 / 3
"""How much larger a large-print copy is: 12 point text becomes 16."""

NOTICE = Style("notice", "Notice", font="sans", size=10.0, leading=12.0, bold=True, align="centre", after=6.0)
"""How a notice above every page is set where a template has no style of that name."""


def styles(template: TemplateFile, large_print: bool = False) -> dict[str, Style]:
    """Return the template's styles by name, enlarged for a large-print copy if asked.

    They are sorted, because equal templates may come in any order (a project's copy is written sorted).
    """
    scale = LARGE_PRINT if large_print else 1.0
    placed = _placed(template)
    return {
        name: _style(name, sheet, scale, 1.0 if name in placed else scale)
        for name, sheet in sorted(template.styles.items())
    }


def _placed(template: TemplateFile) -> frozenset[str]:
    """Return the styles of covers and forms: their lines stand at set places on one page, also in large print."""
    covers = (line.style for kind in template.kinds for line in kind.cover)
    forms = (part.line.style for kind in template.kinds for part in kind.form if part.line)
    return frozenset((*covers, *forms))


def _style(name: str, sheet: StyleSheet, scale: float, gaps: float) -> Style:
    return Style(
        name=name,
        word=sheet.word,
        font=sheet.font,
        size=sheet.size * scale,
        leading=sheet.leading * scale,
        bold=sheet.bold,
        italic=sheet.italic,
        align=sheet.align,
        before=sheet.before * gaps,
        after=sheet.after * gaps,
        indent=sheet.indent_mm * MM * scale,
        hang=sheet.hang_mm * MM * scale,
        right=sheet.right_mm * MM * scale,
        keep_with_next=sheet.keep_with_next,
        keep_together=sheet.keep_together,
        hyphenate=sheet.hyphenate,
        outline=sheet.outline,
    )


def page(sheet: PageSheet, paper: str = "") -> Page:
    """Return the page of `sheet` in points, on `paper` ("a4", "letter") where given instead of the template's own."""
    width, height = PAPERS[paper or sheet.paper]
    return Page(
        width=width,
        height=height,
        top=sheet.top_mm * MM,
        right=sheet.right_mm * MM,
        bottom=sheet.bottom_mm * MM,
        left=sheet.left_mm * MM,
        header=sheet.header_mm * MM,
        footer=sheet.footer_mm * MM,
    )


def fonts(template: TemplateFile) -> dict[FontRole, Font]:
    """Return the template's font families by role."""
    return {role: Font(choice.family, choice.word) for role, choice in sorted(template.fonts.items())}


def style_name(kind: Kind, styles_: dict[str, Style], level: int = 0) -> str:
    """Return the name of the style that clauses of `kind` at `level` are set in.

    Of sub-items and closing texts it is that of the nearest level above which has one.
    """
    if kind in NESTED:
        deepest = level if kind == "item" else level - 1
        names = (f"{kind}-{above}" for above in range(deepest, -1, -1))
        return next((name for name in names if name in styles_), "clause")
    return kind if kind in styles_ else "clause"
