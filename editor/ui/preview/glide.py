"""Scrolling that the eye can follow, where the way is short."""

from PySide6.QtCore import QEasingCurve, QVariantAnimation
from PySide6.QtWidgets import QScrollBar, QStyle, QWidget

from editor.ui.theme import Theme

_NEAR = 2
"""A jump of at most so many heights of the window is seen as a movement."""


class Glide(QVariantAnimation):
    """Moves `bar`, the scroll bar of `view`."""

    def __init__(self, bar: QScrollBar, theme: Theme, view: QWidget) -> None:
        super().__init__(view)
        self._bar, self._view = bar, view
        self.setDuration(int(theme.token("motion", "scroll-to-clause-ms")))
        self.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.valueChanged.connect(lambda value: bar.setValue(round(value)))

    def to(self, y: float, height: float) -> None:
        """Go to `y` in a window of `height`: at once if it is far, or if the system wants nothing to move."""
        self.stop()
        y = min(max(y, 0.0), float(self._bar.maximum()))
        moves = self._view.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self._view) > 0
        if moves and self._view.isVisible() and abs(y - self._bar.value()) <= _NEAR * height:
            self.setStartValue(float(self._bar.value()))
            self.setEndValue(y)
            self.start()
        else:
            self._bar.setValue(round(y))
