"""The tool bar over the text, and the strip that says something without asking."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolBar, QToolButton, QWidget

from editor.ui.palette.field import FindButton
from editor.ui.theme import Theme
from editor.ui.window.actions import Actions
from editor.ui.window.buttons import BarButton, PanelTab
from editor.ui.window.folding import Folding, shown
from editor.ui.window.panels import TABS


class Rule(QFrame):
    """A hairline between buttons or panes."""

    def __init__(self, theme: Theme, *, upright: bool, length: int = 0) -> None:
        super().__init__()
        self._theme = theme
        size = QSize(1, length) if upright else QSize(length, 1)
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
        if length:
            self.setFixedSize(size)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("hairline"))
        painter.end()


class Bar(QToolBar):
    """The tool bar: outline and edits at the left, the panels' tabs and export at the right."""

    def __init__(self, actions: Actions, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("toolbar")
        self.setWindowTitle(self.tr("Tool bar"))
        self.setMovable(False)
        self.setFloatable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setFixedHeight(theme.px("window", "toolbar"))
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(theme.space(2), 0, theme.space(3), 0)
        line.setSpacing(theme.space(1))
        groups = (
            ("outline",),
            ("undo", "redo"),
            ("add_clause", "outdent", "indent", "move_up", "move_down"),
            ("reference", "footnote", "remark"),
        )
        parts: list[list[QWidget]] = []
        for group in groups:
            buttons = [
                BarButton(actions[name], theme, actions.icons[name], worded=name == "add_clause") for name in group
            ]
            parts.append([*buttons])
            if line.count():
                rule = Rule(theme, upright=True, length=theme.px("control", "check-box"))
                parts[-1].append(rule)
                line.addSpacing(theme.space(1))
                line.addWidget(rule)
                line.addSpacing(theme.space(1))
            for button in buttons:
                line.addWidget(button)
        line.addStretch(1)
        line.addWidget(FindButton(actions["palette"], theme))
        line.addStretch(1)
        self.tabs = {name: PanelTab(actions[name], theme) for name in TABS}
        for tab in self.tabs.values():
            line.addWidget(tab)
        line.addSpacing(theme.space(1))
        line.addWidget(Rule(theme, upright=True, length=theme.px("control", "check-box")))
        line.addSpacing(theme.space(1))
        export = BarButton(actions["export"], theme, actions.icons["export"], worded=True)
        line.addWidget(export)
        add = next(button for button in parts[2] if isinstance(button, BarButton))
        moves, inserts = parts[2][1:-1], parts[3]
        Folding(box, (export.show_word, add.show_word, shown(*inserts), shown(*moves), shown(*parts[1]), shown(export)))
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(box)


class Strip(QFrame):
    """One calm sentence over the text, there until it is read and closed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("message")
        self._theme = theme
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._sign = QLabel()
        self._sign.setAccessibleName(self.tr("Message"))
        self._close = QToolButton()
        self._close.setAutoRaise(True)
        self._close.setAccessibleName(self.tr("Close the message"))
        self._close.clicked.connect(self.hide)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.space(4), theme.space(2), theme.space(2), theme.space(2))
        line.setSpacing(theme.space(2))
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._words, 1)
        line.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self._recolour)
        self._recolour()
        self.hide()

    def say(self, sentence: str) -> None:
        """Show `sentence`."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))

    def sentence(self) -> str:
        """Return what is said, an empty string if nothing is."""
        return self._words.text() if not self.isHidden() else ""

    def _recolour(self) -> None:
        self._close.setIcon(self._theme.icon("x", 15 * self._theme.scale))
        self._sign.setPixmap(self._theme.pixmap("info", "advice", 15 * self._theme.scale, self.devicePixelRatioF()))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground and its lower edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("advice-soft"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("hairline"))
        painter.end()
