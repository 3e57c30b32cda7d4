"""The picker: a field to type a number or words into, and the clauses that have them."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from editor.app.referring import Target, matching
from editor.ui.references.popup import Popup
from editor.ui.references.rows import MOST_ROWS
from editor.ui.theme import Theme

_STEPS: dict[int, int] = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -MOST_ROWS,
    Qt.Key.Key_PageDown: MOST_ROWS,
}
_TAKE = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}


class Picker(Popup):
    """A popup that asks for a clause. `taken` carries the target; `closed` says that it is over, whatever came."""

    taken = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, Qt.WindowType.Popup)
        self.setObjectName("reference_picker")
        self._targets: tuple[Target, ...] = ()
        self._within = ""
        self.setAccessibleName(self.tr("Choose a clause"))
        self.name(self.tr("Clauses"), (self.tr("Enter takes"), self.tr("Esc closes")))
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Number or words of the clause"))
        self.field.setPlaceholderText(self.field.accessibleName())
        self.field.setObjectName("reference_filter")
        self._nothing = QLabel(self.tr("No clause has these words."))
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setProperty("role", "caption")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        above = (theme.px("control", "row-popup") - self._nothing.sizeHint().height()) // 2
        self._nothing.setContentsMargins(theme.space(3), above, theme.space(3), 0)  # in place of the first row
        self.column.insertWidget(0, self.field)
        self.column.insertWidget(2, self._nothing)
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._clicked)

    def ask(self, targets: tuple[Target, ...], typed: str, caret: QRect, within: str = "") -> None:
        """Open under `caret` (in the screen's pixels) on `targets`, with `typed` in the field.

        `within` is the number of the clause that refers: its items may be named without it.
        """
        self._targets, self._within = targets, within
        self.field.setText(typed)
        self._filter(typed)
        self.list.fit(len(targets))
        self._nothing.setFixedHeight(self.list.height())
        self.place(caret)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _filter(self, typed: str) -> None:
        found = matching(self._targets, typed, self._within)
        self.list.take(found)
        for part, shown in sorted(((self._nothing, not found), (self.list, bool(found))), key=lambda pair: pair[1]):
            part.setVisible(shown)  # what goes first: with both the window would grow, and stay so

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let the arrows move in the list and Return or Tab take from it, while the field has the keyboard."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = event.key()
        if key in _STEPS:
            self.list.step(_STEPS[key])
        elif key in _TAKE:
            self._take(self.list.current())
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            return super().eventFilter(watched, event)
        return True

    def _clicked(self, index: QModelIndex) -> None:
        self._take(self.list.targets[index.row()])

    def _take(self, target: Target | None) -> None:
        if target is None:
            return
        self.close()
        self.taken.emit(target)

    def hideEvent(self, event: QHideEvent) -> None:
        """Say that it is over."""
        super().hideEvent(event)
        self.closed.emit()
