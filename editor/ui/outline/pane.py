"""The outline's pane: the filter over the lines."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from editor.app.workspace import Workspace
from editor.ui.outline.filter import FilterField
from editor.ui.outline.view import OutlineView
from editor.ui.theme import Theme


class OutlinePane(QWidget):
    """The filter field and the outline, `view`, of one workspace."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline_pane")
        self._theme = theme
        self.view = OutlineView(workspace, theme)
        self.field = FilterField(theme)
        self._nothing = QLabel(self.tr("No clause has these words."))
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setWordWrap(True)
        self._nothing.setProperty("role", "caption")
        self._nothing.setContentsMargins(theme.space(3), theme.space(1), theme.space(3), 0)
        self._nothing.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, round(10 * theme.scale), 0, 0)
        box.setSpacing(theme.space(2))
        row = QVBoxLayout()
        row.setContentsMargins(theme.space(3), 0, theme.space(3), 0)
        row.addWidget(self.field)
        box.addLayout(row)
        box.addWidget(self._nothing)
        box.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self.field.textChanged.connect(self._filter)
        self.field.left.connect(self._leave_field)
        self.view.typed.connect(self._begin)
        self.view.cleared.connect(self.field.clear)
        theme.changed.connect(self.update)

    def focus_first(self) -> None:
        """Go to the lines."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def detach(self) -> None:
        """Follow the workspace no more."""
        self.view.detach()

    def _begin(self, letters: str) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.setText(letters)

    def _filter(self, typed: str) -> None:
        self.view.set_filter(typed)
        self._nothing.setVisible(bool(typed.strip()) and not self.view.filter.found)

    def _leave_field(self, to_found: bool) -> None:
        found = self.view.filter.found
        if to_found and found:
            self.view.choose(found[:1])
        if not to_found or found or not self.field.text():
            self.focus_first()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("window"))
        painter.end()
