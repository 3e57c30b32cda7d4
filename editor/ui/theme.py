"""Colours, sizes and type of the window, from the tokens in resources/theme; the one place that knows their values."""

import tomllib
from typing import Any, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractScrollArea

from editor.paths import resources_folder
from editor.ui.icons import icon_pixmap, icon_states

Scheme = Literal["light", "dark", "contrast"]

_WEIGHTS = {400: QFont.Weight.Normal, 600: QFont.Weight.DemiBold}
_DRAWN_AT = 13.0
"""The size of the interface font, in pixels, at which the tokens' lengths hold."""


class Theme(QObject):
    """The look that every widget is given: colours by role, lengths that follow the system's font, icons by name.

    `changed` says that the colours are others; widgets that keep any take them anew.
    """

    changed = Signal()

    def __init__(self, scheme: Scheme | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        path = resources_folder() / "theme" / "tokens.toml"
        self._tokens: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        self.fixed = scheme
        self.still = True  # nothing moves by itself, until somebody looks on
        self.scheme: Scheme = scheme or system_scheme()
        self._pixmaps: dict[tuple[str, float, str, float], QPixmap] = {}
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.follow_system)

    def fix(self, scheme: Scheme | None) -> None:
        """Keep to `scheme` whatever the system asks for; None follows the system again."""
        self.fixed = scheme
        self.follow_system()

    def follow_system(self) -> None:
        """Take the colours that the system asks for now."""
        scheme = self.fixed or system_scheme()
        if scheme != self.scheme:
            self.scheme = scheme
            self._pixmaps.clear()
            self.changed.emit()

    def hex(self, role: str) -> str:
        """Return the colour of `role` as "#rrggbb"; KeyError if there is no such role."""
        return str(self._tokens["colour"][self.scheme][role])

    def colour(self, role: str) -> QColor:
        """Return the colour of `role`."""
        return QColor(self.hex(role))

    @property
    def outlined(self) -> bool:
        """Whether soft fills are drawn as outlines instead."""
        return self.scheme in self._tokens["theme"]["soft-fills-become-outlines"]

    def token(self, *path: str) -> Any:
        """Return a value of the tokens as it is; KeyError if there is none."""
        value: Any = self._tokens
        for key in path:
            value = value[key]
        return value

    def px(self, group: str, name: str) -> int:
        """Return a length of the window in logical pixels, scaled with the system's font."""
        return round(float(self._tokens["size"][group][name]) * self.scale)

    def space(self, step: int) -> int:
        """Return the `step`-th distance, from 1."""
        return round(float(self._tokens["space"][str(step)]) * self.scale)

    @property
    def scale(self) -> float:
        """How much larger the system's font is than the one the lengths were drawn for."""
        return interface_pixels() / _DRAWN_AT

    def font(self, role: str) -> QFont:
        """Return the interface font for `role`: caption, base, strong, part, heading or display."""
        values = self._tokens["type"][role]
        font = QFont(QGuiApplication.font())
        font.setPixelSize(max(1, round(interface_pixels() * float(values["scale"]))))
        font.setWeight(_WEIGHTS[values["weight"]])
        return font

    def palette(self) -> QPalette:
        """Return Qt's palette in these colours."""
        palette = QPalette()
        for name, role in self._tokens["palette"].items():
            if name != "disabled":
                palette.setColor(QPalette.ColorRole[name], self.colour(role))
        for name, role in self._tokens["palette"]["disabled"].items():
            palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole[name], self.colour(role))
        return palette

    def colour_view(self, view: QAbstractScrollArea, role: str) -> None:
        """Give `view` these colours on a ground of `role`; under a style sheet its viewport does not follow."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, self.colour(role))
        for part in (view, view.viewport()):
            part.setPalette(palette)
        view.viewport().update()

    def pixmap(self, name: str, role: str = "text-2", size: float | None = None, ratio: float = 1.0) -> QPixmap:
        """Return the icon `name` in the colour of `role`, `size` logical pixels wide, for a screen of `ratio`."""
        key = (name, size or self.icon_size, role, ratio)
        if key not in self._pixmaps:
            stroke = float(self._tokens["icon"]["stroke"]) * self.scale
            self._pixmaps[key] = icon_pixmap(name, self.hex(role), key[1], stroke, ratio)
        return self._pixmaps[key]

    def icon(self, name: str, size: float | None = None) -> QIcon:
        """Return the icon `name` with a colour for each state of a button."""
        roles = self._tokens["icon"]
        return icon_states(
            lambda role, ratio: self.pixmap(name, role, size, ratio),
            roles["colour"],
            roles["colour-active"],
            roles["colour-off"],
        )

    @property
    def icon_size(self) -> float:
        """The size of an icon in a tool bar, in logical pixels."""
        return float(self._tokens["icon"]["size"]) * self.scale


def interface_pixels() -> float:
    """Return the size of the system's interface font in logical pixels."""
    font = QGuiApplication.font()
    if font.pixelSize() > 0:
        return float(font.pixelSize())
    screen = QGuiApplication.primaryScreen()
    return font.pointSizeF() * (screen.logicalDotsPerInchY() if screen else 96.0) / 72.0


def system_scheme() -> Scheme:
    """Return the scheme that the system asks for."""
    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)  # Qt 6.10 and newer
    if accessibility is not None and accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
