"""The keyboard map as a page one reads and searches."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editor.ui.palette.items import Group, found
from editor.ui.palette.rows import Row, RowList
from editor.ui.theme import Theme

_SIZE = (620, 680)


class KeyboardMap(QDialog):
    """All keys in `groups`, with a field that leaves those one looks for; it stays open while one works."""

    def __init__(self, theme: Theme, groups: Sequence[Group], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keyboard_map")
        self.setWindowTitle(self.tr("Keyboard"))
        self._groups = tuple(groups)
        self.field = QLineEdit()
        self.field.setObjectName("keyboard_field")
        self.field.setAccessibleName(self.tr("Find a key"))
        self.field.setPlaceholderText(self.tr("Find a key"))
        self.field.setClearButtonEnabled(False)
        self.list = RowList(theme, self.tr("Keys"), "surface", icons=False)
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._nothing = QLabel(self.tr("No key has these words."))
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setProperty("role", "caption")
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        heading = QLabel(self.tr("Keyboard"))
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setFont(theme.font("heading"))
        box = QVBoxLayout(self)
        box.setContentsMargins(*[theme.space(5)] * 4)
        box.setSpacing(theme.space(3))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        for part in (heading, self.field, self._nothing):
            box.addWidget(part)
        box.addWidget(self.list, 1)
        box.addLayout(foot)
        high = min(round(_SIZE[1] * theme.scale), round(self.screen().availableSize().height() * 0.9))
        self.resize(round(_SIZE[0] * theme.scale), high)
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        self._find("")

    def _find(self, typed: str) -> None:
        rows: list[Row] = []
        for group in self._groups:
            hits = found(group, typed)
            rows += [group.heading, *hits] if hits else []
        self.list.show_rows(rows, choose=bool(typed))
        self._nothing.setVisible(not rows)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002
        """Walk through the list from the field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}
            if event.key() in steps:
                self.list.go(steps[event.key()])
                return True
        return False

    @classmethod
    def ask(cls, theme: Theme, groups: Sequence[Group], parent: QWidget, typed: str = "") -> "KeyboardMap":
        """Show the map beside `parent`, with `typed` in its field, and return it; it goes when it is closed."""
        page = cls(theme, groups, parent)
        page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page.field.setText(typed)
        page.show()
        page.field.setFocus()
        return page
