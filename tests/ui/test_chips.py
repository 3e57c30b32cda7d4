"""References and note marks as they are drawn: fills, and lines that tell them apart without colour."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFont, QImage, QPainter, QTextDocument

from editor.ui.draft.formats import NOTE, REFERENCE, object_format
from editor.ui.draft.inline import InlineObjects
from editor.ui.theme import Scheme, Theme


def drawn(theme: Theme, words: str, *, kind: int = REFERENCE, broken: bool = False) -> tuple[QImage, QRect]:
    """Return a picture of one chip, and where in it the chip is."""
    document = QTextDocument()
    font = QFont("Liberation Serif")
    font.setPointSizeF(12)
    document.setDefaultFont(font)
    chips = InlineObjects(theme, document)
    found = object_format(kind, 1, words, broken)
    size = chips.intrinsicSize(document, 0, found)
    picture = QImage(round(size.width()) + 20, round(size.height()) + 20, QImage.Format.Format_RGB32)
    picture.fill(theme.colour("surface"))
    painter = QPainter(picture)
    place = QRectF(10, 10, round(size.width()), round(size.height()))
    chips.drawObject(painter, place, document, 0, found)
    painter.end()
    return picture, QRect(11, 9, round(size.width()) - 2, round(size.height()) + 2)


def row(picture: QImage, y: int, box: QRect) -> list[str]:
    return [picture.pixelColor(x, y).name() for x in range(box.left() + 4, box.right() - 3)]


@pytest.mark.usefixtures("prepared")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_reference_is_filled_and_has_no_line(scheme: Scheme) -> None:
    theme = Theme(scheme)
    picture, box = drawn(theme, "6")
    soft = theme.colour("reference-soft").name()
    assert set(row(picture, box.top() + 1, box)) == {soft}
    assert set(row(picture, box.bottom() - 1, box)) == {soft}
    assert picture.pixelColor(box.left() - 2, box.center().y()) == theme.colour("surface")


@pytest.mark.usefixtures("prepared")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_broken_one_has_dashes_under_it(scheme: Scheme) -> None:
    theme = Theme(scheme)
    picture, box = drawn(theme, "paragraph ?", broken=True)
    foot = row(picture, box.bottom(), box)
    assert theme.colour("error").name() in foot
    assert foot.count(theme.colour("error-soft").name()) > len(foot) / 5, "dashes have gaps"
    assert set(row(picture, box.top() + 1, box)) == {theme.colour("error-soft").name()}


@pytest.mark.usefixtures("prepared")
@pytest.mark.parametrize(("kind", "broken"), [(REFERENCE, False), (NOTE, False), (REFERENCE, True)])
def test_in_high_contrast_an_outline_stands_for_the_fill(kind: int, broken: bool) -> None:
    theme = Theme("contrast")
    picture, box = drawn(theme, "paragraph 16", kind=kind, broken=broken)
    edge = row(picture, box.top(), box)
    line = theme.colour("error" if broken else "reference").name()
    assert (edge.count(line) < 0.9 * len(edge)) == broken, "only the outline of a broken one has gaps"
    assert line in edge


@pytest.mark.usefixtures("prepared")
def test_a_note_mark_stands_high_and_is_small() -> None:
    theme = Theme("light")
    picture, box = drawn(theme, "16", kind=NOTE)
    soft = theme.colour("reference-soft").name()
    assert soft in row(picture, box.top() + 1, box)
    assert soft not in row(picture, box.bottom() - 1, box)
