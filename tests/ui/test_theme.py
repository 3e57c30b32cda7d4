from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from editor.paths import resources_folder
from editor.ui.style import sheet
from editor.ui.theme import Theme

ROOT = resources_folder().parent


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_every_role_of_the_palette_has_its_colour(scheme: str, qapp: QApplication) -> None:  # noqa: ARG001
    theme = Theme(scheme)  # type: ignore[arg-type]
    palette = theme.palette()
    assert palette.color(QPalette.ColorRole.Window) == theme.colour("window")
    assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == theme.colour("text-off")
    assert palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text) == theme.colour("text")


def luminance(colour: QColor) -> float:
    """Return the relative luminance of `colour` as WCAG 2 has it."""
    values = (colour.redF(), colour.greenF(), colour.blueF())
    parts = [value / 12.92 if value <= 0.03928 else float((value + 0.055) / 1.055) ** 2.4 for value in values]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
@pytest.mark.parametrize(
    ("front", "back", "least"),
    [("text", "surface", 4.5), ("text-2", "window", 4.5), ("number", "surface", 4.5), ("accent", "surface", 3.0),
     ("on-accent", "accent", 4.5), ("on-selected", "selected", 4.5), ("error", "error-soft", 4.5),
     ("reference", "reference-soft", 4.5), ("control", "field", 3.0), ("text", "advice-soft", 4.5)],
)  # fmt: skip
def test_contrast(scheme: str, front: str, back: str, least: float, qapp: QApplication) -> None:  # noqa: ARG001
    theme = Theme(scheme)  # type: ignore[arg-type]
    light, dark = sorted((luminance(theme.colour(front)), luminance(theme.colour(back))), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= least


def test_the_sheet_has_no_part_for_draft_and_outline(theme: Theme) -> None:
    written = sheet(theme)
    assert "%(" not in written
    assert not re.search(r"QTextEdit|QTreeView|QAbstractScrollArea\s*\{", written)


def test_icons_are_drawn_in_the_roles_colour(theme: Theme) -> None:
    image = theme.pixmap("plus", "error", 24, 2.0).toImage()
    assert image.width() == 48
    centre = image.pixelColor(24, 24)
    assert centre.rgb() == theme.colour("error").rgb()
    with pytest.raises(FileNotFoundError):
        theme.pixmap("no-such-icon")


def test_only_icons_in_use_are_shipped() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "editor" / "ui").rglob("*.py"))
    unused = [path.stem for path in (resources_folder() / "icons").glob("*.svg") if f'"{path.stem}"' not in code]
    assert not unused
    assert "ISC License" in (resources_folder() / "icons" / "LICENSE").read_text(encoding="utf-8")


def test_lengths_follow_the_systems_font(theme: Theme) -> None:
    assert theme.px("window", "outline") == round(264 * theme.scale)
    assert theme.font("heading").pixelSize() > theme.font("base").pixelSize()
