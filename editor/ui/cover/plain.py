"""The small parts of which the form is made: inputs that leave undo to the window, captions over them."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from editor.ui.cover.entry import UndoElsewhere, entered, icon_size, mark_field
from editor.ui.cover.offers import dress, meant
from editor.ui.theme import Theme

_WIDEST = 300  # pixels at the drawn size that a choice asks for at most, however long its words are


class Line(QLineEdit):
    """A field of one line that has no undo of its own and shows a value without moving the caret needlessly.

    With an icon in front, `icon_clicked` tells of a click on it.
    """

    icon_clicked = Signal()

    def __init__(self, theme: Theme, name: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self.setAccessibleName(name)
        self.installEventFilter(UndoElsewhere(self))
        self._make_room()

    def mark(self, kind: str, sentence: str = "") -> None:
        """Show the field as in order (""), empty though it is wanted ("asks") or "wrong"."""
        mark_field(self, kind, sentence)
        self._make_room()

    def value(self) -> str:
        """Return what was typed, as the model may hold it."""
        return entered(self.text())

    def show_value(self, value: str) -> None:
        """Show `value`, unless that is what the field says already."""
        if self.value() != value:
            self.setText(value)
            if not self.hasFocus():
                self.setCursorPosition(0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a size in which some letters can be read."""
        hint = super().minimumSizeHint()
        return QSize(round(44 * self._theme.scale), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon in front, and the triangle behind of a field that is wanted."""
        super().paintEvent(event)
        size = icon_size(self._theme)
        top = round((self.height() - size) / 2)
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        if self._icon:
            role = "text" if self.isEnabled() else "text-off"
            painter.drawPixmap(QPointF(self._inset(), top), self._theme.pixmap(self._icon, role, size, ratio))
        if self._asks():
            left = self.width() - size - self._inset()
            painter.drawPixmap(QPointF(left, top), self._theme.pixmap("triangle-alert", "advice", size, ratio))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a click on the icon."""
        super().mousePressEvent(event)
        if self._icon and event.position().x() < self.textMargins().left() + self._inset():
            self.icon_clicked.emit()

    def _inset(self) -> int:
        return round(10 * self._theme.scale)

    def _asks(self) -> bool:
        return self.property("mark") == "asks" and self.width() > 80 * self._theme.scale

    def _make_room(self) -> None:
        size = round(icon_size(self._theme) + 8 * self._theme.scale)
        self.setTextMargins(size if self._icon else 0, 0, size if self.property("mark") == "asks" else 0, 0)


class Choice(QComboBox):
    """A list to choose from; each line has words and a value. With `free` any other words can be typed.

    `short` says in fewer words what stands in the closed field, by value. The field is as wide as its words.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        lines: Iterable[tuple[str, str]],
        *,
        free: bool = False,
        short: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._short = short or {}
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(2)
        self.setEditable(free)
        for words, value in lines:
            self.addItem(words, value)
        self.currentIndexChanged.connect(lambda _: self.updateGeometry())
        line = self.lineEdit()
        if line:
            self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            line.setAccessibleName(name)
            line.installEventFilter(UndoElsewhere(self))
            line.editingFinished.connect(self._finish)
            self.installEventFilter(UndoElsewhere(self))  # it would pass the key on to its line
            completer = self.completer()
            if completer:
                dress(completer, theme).installEventFilter(self)

    def mark(self, kind: str, sentence: str = "") -> None:
        """Show the field as in order (""), empty though it is wanted ("asks") or "wrong"."""
        mark_field(self, kind, sentence)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let Tab and Return take an offer though none is chosen in the list of offers."""
        keys = (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in keys:
            offers = self.offers()
            if offers and watched is offers and not offers.currentIndex().isValid():
                self._finish()
        return super().eventFilter(watched, event)

    def offers(self) -> QAbstractItemView | None:
        """Return the list of what begins with the typed words, None for a list that is only chosen from."""
        completer = self.completer()
        return completer.popup() if completer else None

    def _finish(self) -> None:
        """Take the one line that begins with what was typed: "Swe" is Sweden."""
        words = meant(self.currentText(), (self.itemText(at) for at in range(self.count())))
        if words and words != self.currentText():
            self.setEditText(words)

    def shown(self) -> str:
        """Return the words in the closed field."""
        return self.currentText() if self.isEditable() else self._short.get(self.value(), self.currentText())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a size in which the words are read to their end."""
        scale = self._theme.scale
        words = self.itemText(self.currentIndex()) if self.isEditable() and self.currentIndex() >= 0 else self.shown()
        width = QFontMetrics(self.font()).horizontalAdvance(words)
        return QSize(
            min(width + round((46 if self.isEditable() else 40) * scale), round(_WIDEST * scale)),
            super().minimumSizeHint().height(),
        )

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the words."""
        return QSize(self.minimumSizeHint().width(), super().sizeHint().height())

    def showPopup(self) -> None:  # noqa: N802
        """Open the list, as wide as its words."""
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + self._theme.space(5))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the list's arrow over the field: a style sheet could only take it from a file of one colour."""
        if self.isEditable():
            super().paintEvent(event)
        else:
            frame = QStylePainter(self)
            option = QStyleOptionComboBox()
            self.initStyleOption(option)
            option.currentText = self.shown()
            frame.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
            frame.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
            frame.end()
        size = icon_size(self._theme)
        role = "text" if self.isEnabled() else "text-off"
        pixmap = self._theme.pixmap("chevron-down", role, size, self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawPixmap(
            QPointF(round(self.width() - size - 8 * self._theme.scale), round((self.height() - size) / 2)), pixmap
        )
        painter.end()

    def wheelEvent(self, event: QEvent) -> None:
        """Scroll the form, never the value under the pointer."""
        event.ignore()

    def value(self) -> str:
        """Return the chosen value, or the words that were typed."""
        if not self.isEditable():
            return str(self.currentData() or "")
        words = entered(self.currentText())
        at = self.findText(words, Qt.MatchFlag.MatchExactly)
        return str(self.itemData(at)) if at >= 0 else words

    def show_value(self, value: str) -> None:
        """Show `value`; one that is not in the list is shown all the same."""
        if self.value() == value and self.currentIndex() >= 0:
            return
        at = self.findData(value)
        if at < 0 and not self.isEditable():
            self.addItem(value, value)
            at = self.findData(value)
        self.setCurrentIndex(at)
        if self.isEditable():
            self.setEditText(self.itemText(at) if at >= 0 else value)
            line = self.lineEdit()
            if line and not line.hasFocus():
                line.setCursorPosition(0)
        self.updateGeometry()


def captioned(theme: Theme, caption: str, field: QWidget) -> QWidget:
    """Return `field` with its caption above."""
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.space(1) + 1)
    layout.addWidget(label(theme, caption, field))
    layout.addWidget(field)
    return box


def label(theme: Theme, caption: str, field: QWidget | None = None, *, strong: bool = False) -> QLabel:
    """Return a caption, which leads the keyboard to `field`; a `strong` one is the heading of a group."""
    words = QLabel(caption)
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setFont(theme.font("strong" if strong else "caption"))
    words.setProperty("role", "text" if strong else "caption")
    words.setWordWrap(strong)
    if field is not None:
        words.setBuddy(field)
    return words
