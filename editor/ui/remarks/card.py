"""One remark in the panel: who and when, the words, and what can be done with it."""

from PySide6.QtCore import QDateTime, QEvent, QLocale, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from editor.model.resolution import Remark
from editor.ui.notes.field import Field
from editor.ui.theme import Theme
from editor.ui.window.buttons import BarButton

_LONGEST = 4000
"""How many characters of a remark are shown at once; the field shows all."""

_STAYS = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason}


class RemarkCard(QFrame):
    """The card of one remark; each signal says what somebody wants done with it.

    `written` carries the words in its field; `chosen` says that the card was clicked, `done` that the field was left,
    and whether to go back to the text.
    """

    written = Signal(str)
    done = Signal(bool)
    jumped = Signal()
    chosen = Signal()
    resolve_wanted = Signal(bool)
    answer_wanted = Signal()
    edit_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("remark")
        self._theme = theme
        self._current = False
        self.field: Field | None = None
        self._author = self._label("strong", "text")
        self._date = self._label("caption", "caption")
        self._words = self._label("base", "text")
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.space(3), theme.space(2), theme.space(2), theme.space(2))
        self._column.setSpacing(theme.space(1))
        head = QHBoxLayout()
        head.setSpacing(theme.space(2))
        head.addWidget(self._author)
        head.addWidget(self._date, 1)
        self._column.addLayout(head)
        self._column.addWidget(self._words)
        self.buttons: dict[str, BarButton] = {}
        self._column.addLayout(self._tools())
        theme.changed.connect(self.update)

    def _label(self, font: str, role: str) -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(self._theme.font(font))
        label.setProperty("role", role)
        return label

    def _tools(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._theme.space(1))
        tools = (
            ("resolve", self.tr("Resolve"), "circle-check", lambda: self.resolve_wanted.emit(True)),
            ("reopen", self.tr("Open again"), "undo-2", lambda: self.resolve_wanted.emit(False)),
            ("answer", self.tr("Answer"), "message-square-reply", self.answer_wanted.emit),
            ("edit", self.tr("Edit"), "pencil", self.edit_wanted.emit),
            ("delete", self.tr("Delete"), "trash-2", self.delete_wanted.emit),
        )
        for name, words, icon, act in tools:
            action = QAction(words, self)
            action.triggered.connect(lambda _=False, act=act: act())
            button = BarButton(action, self._theme, icon, worded=name not in {"edit", "delete"})
            button.setObjectName(f"remark_{name}")
            if name == "edit":
                line.addStretch(1)
            self.buttons[name] = button
            line.addWidget(button)
        return line

    def show_remark(self, remark: Remark, read_only: bool) -> None:
        """Show `remark`."""
        author = remark.author or self.tr("No name")
        self._author.setText(author)
        self._date.setText(_day(remark))
        shown = remark.text if len(remark.text) <= _LONGEST else remark.text[:_LONGEST] + " …"
        self._words.setText(shown)
        self._words.setProperty("role", "caption" if remark.resolved else "text")
        state = self.tr("resolved") if remark.resolved else ""
        self.setAccessibleName(", ".join(part for part in (author, _day(remark), state, shown) if part))
        for button in self.buttons.values():
            about = self.tr("{what}: remark by {author}").format(what=button.defaultAction().text(), author=author)
            button.setAccessibleName(about)
            button.defaultAction().setDisabled(read_only)
        self.buttons["resolve"].setVisible(not remark.resolved)
        self.buttons["reopen"].setVisible(remark.resolved)
        self.buttons["answer"].setVisible(not remark.resolved)
        if self.field:
            self.field.show_words(remark.text)

    def write(self, words: str) -> None:
        """Open the field on `words` and take the keyboard."""
        if self.field is None:
            field = Field(self._theme, self.tr("Words of the remark"))
            field.setObjectName("remark_text")
            field.setFont(self._theme.font("base"))
            field.setPlaceholderText(self.tr("Write a remark. Esc ends."))
            field.show_words(words)
            field.edited.connect(lambda: self.written.emit(field.words()))
            field.jumped.connect(self.jumped)
            field.left.connect(lambda: self.done.emit(True))
            field.installEventFilter(self)
            self.field = field
            self._column.insertWidget(2, field)
            self._words.hide()
            field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_writing(self) -> None:
        """Close the field."""
        if self.field:
            field, self.field = self.field, None
            self._column.removeWidget(field)
            field.hide()
            field.deleteLater()
            self._words.show()

    def show_current(self, current: bool) -> None:
        """Show whether the caret is in the remark's clause."""
        if current != self._current:
            self._current = current
            self.update()

    @property
    def current(self) -> bool:
        """Whether the caret is in the remark's clause."""
        return self._current

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """End writing when the keyboard goes to another part of the window."""
        if isinstance(event, QFocusEvent) and watched is self.field:
            self.update()
            if event.type() == QEvent.Type.FocusOut and event.reason() not in _STAYS:
                self.done.emit(False)
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Lead to the clause."""
        super().mousePressEvent(event)
        self.chosen.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the card, a bar beside it where the caret is, and the field's border."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self._theme.px("control", "radius-large")
        painter.setPen(QPen(self._theme.colour("hairline"), 1))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if self._current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("comment"))
            painter.drawRoundedRect(QRectF(0, radius, 3, self.height() - 2 * radius), 1.5, 1.5)
        if self.field:
            box = QRectF(self.field.geometry()).adjusted(-2.5, -1.5, 2.5, 1.5)
            focused = self.field.hasFocus()
            painter.setPen(QPen(self._theme.colour("focus" if focused else "control"), 2 if focused else 1))
            painter.setBrush(self._theme.colour("field"))
            painter.drawRoundedRect(box, self._theme.px("control", "radius-small"), radius)
        painter.end()


def _day(remark: Remark) -> str:
    """Return when the remark was made, as the reader writes dates."""
    moment = remark.date.astimezone() if remark.date.tzinfo else remark.date
    when = QDateTime(moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
    return QLocale().toString(when, QLocale.FormatType.ShortFormat)
