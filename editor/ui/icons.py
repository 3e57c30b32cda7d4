"""Icons: the outlines in resources/icons, drawn in any colour with a stroke of one width at every size."""

import re
from collections.abc import Callable

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from editor.paths import resources_folder

GRID = 24.0
"""The icons are drawn on a square of so many units."""


def icon_pixmap(name: str, colour: str, size: float, stroke: float, ratio: float) -> QPixmap:
    """Return the icon `name` in `colour`; `size` and `stroke` in logical pixels, `ratio` real pixels to each.

    FileNotFoundError if there is no such icon.
    """
    source = (resources_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    source = source.replace("currentColor", colour)
    source = re.sub(r'stroke-width="[^"]*"', f'stroke-width="{stroke * GRID / size:.3f}"', source)
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def icon_states(draw: Callable[[str, float], QPixmap], normal: str, active: str, off: str) -> QIcon:
    """Return an icon from `draw`, called with a colour role and the ratio of every screen there is."""
    icon = QIcon()
    ratios = {screen.devicePixelRatio() for screen in QGuiApplication.screens()} | {1.0}
    for ratio in sorted(ratios):
        icon.addPixmap(draw(normal, ratio), QIcon.Mode.Normal, QIcon.State.Off)
        icon.addPixmap(draw(active, ratio), QIcon.Mode.Normal, QIcon.State.On)
        icon.addPixmap(draw(active, ratio), QIcon.Mode.Active, QIcon.State.Off)
        icon.addPixmap(draw(active, ratio), QIcon.Mode.Active, QIcon.State.On)
        icon.addPixmap(draw(off, ratio), QIcon.Mode.Disabled, QIcon.State.Off)
        icon.addPixmap(draw(off, ratio), QIcon.Mode.Disabled, QIcon.State.On)
    return icon
