"""Where the text is scrolled to: the caret never stands on the very edge, and a near jump is seen as a movement."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QPropertyAnimation
from PySide6.QtWidgets import QStyle

from editor.ui.theme import Theme

if TYPE_CHECKING:
    from editor.ui.draft.sheet import Sheet

_NEAR = 2.0  # screens


class Scrolling:
    """Scrolls one sheet."""

    def __init__(self, sheet: "Sheet", theme: Theme) -> None:
        self._sheet, self._theme = sheet, theme
        self._bar = sheet.verticalScrollBar()
        self._time = int(theme.token("motion", "scroll-to-clause-ms"))
        self._glide = QPropertyAnimation(self._bar, b"value", sheet)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)

    def show_caret(self, *, glide: bool = False) -> None:
        """Bring the caret into sight with a line or two around it, moving there where it is a near jump to `glide`."""
        self._glide.stop()
        before = self._bar.value()
        self._sheet.ensureCursorVisible()
        caret, height = self._sheet.cursorRect(), self._sheet.viewport().height()
        room = min(2 * caret.height(), max((height - caret.height()) // 3, 0))
        if caret.bottom() > height - room:
            self._bar.setValue(self._bar.value() + caret.bottom() - (height - room))
        elif caret.top() < room:
            self._bar.setValue(self._bar.value() - (room - caret.top()))
        after = self._bar.value()
        if glide and after != before and abs(after - before) < _NEAR * height and self._moves():
            self._glide.setDuration(self._time)
            self._glide.setStartValue(before)
            self._glide.setEndValue(after)
            self._glide.start()

    def _moves(self) -> bool:
        """Return whether anything is to move: not where the system asks for stillness."""
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        return not self._theme.still and self._sheet.isVisible() and self._sheet.style().styleHint(hint) > 0
