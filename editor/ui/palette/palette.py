"""The palette itself: a field over a list, floating over the window."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from editor.ui.palette.items import Found, Group, found
from editor.ui.palette.rows import Row, RowList
from editor.ui.theme import Theme, interface_pixels

_WIDTH = 618
_SHADOW = 20
_FIELD = 50
_MOST = 0.62  # of the window's height
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


_STAYS = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
"""Ways to lose the keyboard for a while: another window, the field's own menu."""


class Palette(QWidget):
    """The palette of `window`; `gather` says what there is to find, each time it opens. `closed` says it went."""

    closed = Signal()

    def __init__(self, window: QWidget, theme: Theme, gather: Callable[[], Sequence[Group]]) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self.setAccessibleName(self.tr("Find a command"))
        self._window, self._theme, self._gather = window, theme, gather
        self._groups: tuple[Group, ...] = ()
        self._before: QWidget | None = None
        self._open = False
        self.field = QLineEdit()
        self.list = RowList(theme, self.tr("Found"), "raised")
        self._nothing = QLabel(self.tr("Nothing has these words."))
        self._esc = QLabel(self.tr("Esc"))
        self._sign = QLabel()
        self._sign.setAccessibleName(self.tr("Find"))
        self._build()
        self.field.textChanged.connect(self._find)
        self.list.clicked.connect(lambda _: self._do())
        self.list.selectionModel().currentChanged.connect(self._tell)
        theme.changed.connect(self._recolour)
        self._recolour()
        self.hide()

    def _build(self) -> None:
        theme, scale = self._theme, self._theme.scale
        self.field.setObjectName("palette_field")
        self.field.setAccessibleName(self.tr("Find a command"))
        self.field.setPlaceholderText(self.tr("Find a command, a clause or a key"))
        font = QFont(theme.font("base"))
        font.setPixelSize(round(interface_pixels() * 1.2))
        name = "QLineEdit#palette_field"
        self.field.setStyleSheet(f"{name}, {name}:focus {{ background: transparent; border: none; padding: 0; }}")
        self.field.setFont(font)
        self.field.installEventFilter(self)
        for label in (self._nothing, self._esc):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", "caption")
            label.setFont(theme.font("caption"))
        edge = round(18 * scale)
        self._nothing.setContentsMargins(edge, theme.space(3), edge, theme.space(2))
        top = QHBoxLayout()
        top.setContentsMargins(edge, 0, edge, 0)
        top.setSpacing(theme.space(3))
        top.addWidget(self._sign)
        top.addWidget(self.field, 1)
        top.addWidget(self._esc)
        head = QWidget()
        head.setLayout(top)
        head.setFixedHeight(round(_FIELD * scale))
        box = QVBoxLayout(self)
        around = round(_SHADOW * scale)
        box.setContentsMargins(around + 1, around + 1, around + 1, around + round(6 * scale))
        box.setSpacing(0)
        box.addWidget(head)
        box.addSpacing(1)
        box.addWidget(self._nothing)
        box.addWidget(self.list, 1)

    # Opening and closing

    def open(self, typed: str = "") -> None:
        """Show the palette with `typed` in its field; what has the keyboard now gets it back."""
        if self._open:
            self.field.setFocus()
            return
        self._open = True
        self._before = QApplication.focusWidget()
        self._groups = tuple(self._gather())
        self.field.setText(typed)
        self._find(typed)
        self.raise_()
        self.show()
        self._window.installEventFilter(self)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_palette(self, *, give_back: bool = True) -> None:
        """Take the palette away, and give the keyboard back unless it went elsewhere."""
        if not self._open:
            return
        self._open = False
        self._window.removeEventFilter(self)
        before, self._before = self._before, None
        if give_back and before:
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self._groups = ()
        self.closed.emit()

    def _do(self) -> None:
        chosen = self.list.current()
        if chosen and chosen.item.enabled:
            self.close_palette()
            chosen.item.act()

    # Finding

    def _find(self, typed: str) -> None:
        rows: list[Row] = []
        for group in self._groups:
            hits = found(group, typed)
            rows += [group.heading, *hits] if hits else []
        self.list.show_rows(rows)
        self._nothing.setVisible(not rows)
        self._place()

    def _tell(self) -> None:
        """Let a screen reader, which is in the field, say what is chosen."""
        self.field.setAccessibleDescription(str(self.list.currentIndex().data() or ""))

    def _place(self) -> None:
        scale, window = self._theme.scale, self._window
        around = round(_SHADOW * scale)
        width = min(round(_WIDTH * scale), window.width() - 2 * self._theme.space(2))
        head = round((_FIELD + 8) * scale)
        tall = self.list.whole_height() if self.list.lines.rows else self._nothing.sizeHint().height()
        height = head + min(tall, round(window.height() * _MOST))
        self._esc.setVisible(width > 300)
        self.setGeometry((window.width() - width) // 2 - around, self.top() - around, width + 2 * around,
                         height + 2 * around)  # fmt: skip

    def top(self) -> int:
        """Return how far below the window's upper edge the palette hangs: under its bars."""
        bars = self._theme.px("window", "menu") + self._theme.px("window", "toolbar")
        return bars + self._theme.space(2)

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take the keys of the field that mean the list; follow the window's size."""
        if watched is self.field:
            if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
                event.accept()  # no command of the window while a command is being looked for
                return True
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._key(event)
            if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _STAYS:
                self.close_palette(give_back=False)
        elif event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.list.go(_STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._do()
        elif key == Qt.Key.Key_Escape or (
            key == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        ):
            self.close_palette()
        elif key not in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            return False
        return True

    def current(self) -> Found | None:
        """Return what Enter would do."""
        return self.list.current()

    # Painting

    def _recolour(self) -> None:
        size = 18 * self._theme.scale
        self._sign.setPixmap(self._theme.pixmap("search", "text-2", size, self.devicePixelRatioF()))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the shadow, the card, and the line under the field."""
        theme, scale = self._theme, self._theme.scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        around, radius = round(_SHADOW * scale), theme.px("control", "radius-window")
        card = QRect(self.rect()).adjusted(around, around, -around, -around)
        painter.setPen(Qt.PenStyle.NoPen)
        for ring in range(around, 0, -2) if not theme.outlined else ():
            painter.setBrush(QColor(0, 0, 0, 2))
            grown = QRectF(card).adjusted(-ring, -ring + 6, ring, ring)
            painter.drawRoundedRect(grown, radius + ring, radius + ring)
        painter.setPen(QPen(theme.colour("control" if theme.outlined else "hairline"), 1))
        painter.setBrush(theme.colour("raised"))
        painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        line = around + 1 + round(_FIELD * scale)
        painter.fillRect(card.left() + 1, line, card.width() - 2, 1, theme.colour("hairline"))
        painter.end()
