"""Page, fonts and styles: measures that can be set, fonts that are there, styles that are needed.

Reasons: out-of-range, no-such-font, missing-key, bad-name, bad-word-name, twice, no-such-style, no-room.
"""

from collections.abc import Iterator

from editor.paths import fonts_folder
from editor.templating.checks.names import is_name, is_word_name
from editor.templating.faults import TEMPLATE_FILE, Problem, problem
from editor.templating.schema import StyleSheet, Template, TemplateFile

NEEDED = ("clause", "enacting", "heading", "part", "annex", "note", "header", "footer", "table-head", "table-cell")
"""Styles that every template has, besides item-1 and closing-0 where clauses may have sub-items."""

SHEETS = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
LEAST_MM = 60.0
"""The least width and height of the text on a page, in millimetres."""

_RANGES = {
    "size": (4, 96), "leading": (4, 144), "before": (0, 600), "after": (0, 600),
    "indent_mm": (0, 120), "hang_mm": (0, 120), "right_mm": (0, 120),
}  # fmt: skip


def families() -> frozenset[str]:
    """Return the font families that come with the program: LiberationSerif-Regular.ttf is "Liberation Serif"."""
    names = (path.stem.partition("-")[0] for path in fonts_folder().glob("*-Regular.ttf"))
    return frozenset(
        "".join(f" {letter}" if at and letter.isupper() else letter for at, letter in enumerate(name)) for name in names
    )


def problems(template: Template) -> Iterator[Problem]:
    """Yield what is wrong with the template's page, fonts and styles."""
    yield from _page(template.file)
    yield from _fonts(template.file)
    yield from _styles(template.file)


def _page(file: TemplateFile) -> Iterator[Problem]:
    page = file.page
    for name in ("top_mm", "right_mm", "bottom_mm", "left_mm", "header_mm", "footer_mm"):
        if not 0 <= getattr(page, name) <= 150:
            yield problem(TEMPLATE_FILE, f"page.{name}", "out-of-range", low=0, high=150)
    for width, height in SHEETS.values():
        if min(width - page.left_mm - page.right_mm, height - page.top_mm - page.bottom_mm) < LEAST_MM:
            yield problem(TEMPLATE_FILE, "page", "no-room", least=LEAST_MM)
            return


def _fonts(file: TemplateFile) -> Iterator[Problem]:
    shipped = families()
    for role in ("serif", "sans"):
        if role not in file.fonts:
            yield problem(TEMPLATE_FILE, f"fonts.{role}", "missing-key")
    for role, choice in file.fonts.items():
        if choice.family not in shipped:
            yield problem(TEMPLATE_FILE, f"fonts.{role}.family", "no-such-font", name=choice.family)
        if not is_word_name(choice.word):
            yield problem(TEMPLATE_FILE, f"fonts.{role}.word", "bad-word-name", name=choice.word)


def _styles(file: TemplateFile) -> Iterator[Problem]:
    needed = (*NEEDED, "item-1", "closing-0") if file.grammar.deepest else NEEDED
    for name in needed:
        if name not in file.styles:
            yield problem(TEMPLATE_FILE, f"styles.{name}", "missing-key")
    seen: set[str] = set()
    for name, sheet in file.styles.items():
        if not is_name(name):
            yield problem(TEMPLATE_FILE, "styles", "bad-name", name=name)
        if not is_word_name(sheet.word):
            yield problem(TEMPLATE_FILE, f"styles.{name}.word", "bad-word-name", name=sheet.word)
        if sheet.word.casefold() in seen:
            yield problem(TEMPLATE_FILE, f"styles.{name}.word", "twice", name=sheet.word)
        seen.add(sheet.word.casefold())
        yield from _measures(sheet, f"styles.{name}")


def _measures(sheet: StyleSheet, key: str) -> Iterator[Problem]:
    for name, (low, high) in _RANGES.items():
        if not low <= getattr(sheet, name) <= high:
            yield problem(TEMPLATE_FILE, f"{key}.{name}", "out-of-range", low=low, high=high)
    if sheet.hang_mm > sheet.indent_mm:
        yield problem(TEMPLATE_FILE, f"{key}.hang_mm", "out-of-range", low=0, high=sheet.indent_mm)
    if sheet.outline is not None and not 1 <= sheet.outline <= 9:
        yield problem(TEMPLATE_FILE, f"{key}.outline", "out-of-range", low=1, high=9)
