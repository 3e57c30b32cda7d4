"""The foot of the form: adding members, pasting a list of them, and their order."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.ui.cover.people import PeopleEditor
from editor.ui.cover.plain import label
from editor.ui.cover.quiet import Quiet
from editor.ui.theme import Theme


class Foot(QWidget):
    """Acts on the list of members that somebody was in last."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("cover_foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._list: PeopleEditor | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.space(5) - 2, 0, theme.space(5) - 2, 0)
        box.setSpacing(0)
        self.note = label(theme, "")
        self.note.setObjectName("cover_note")
        self.note.setWordWrap(True)
        self.note.setContentsMargins(0, theme.space(2), 0, 0)
        self.note.hide()
        box.addWidget(self.note)
        row = QHBoxLayout()
        row.setSpacing(theme.space(2))
        self.add = QPushButton(self.tr("Add"))
        self.add.setObjectName("people_add")
        self.paste = QPushButton(self.tr("Paste a list"))
        self.paste.setObjectName("people_paste")
        self.order = Quiet(theme, self.tr("Order"))
        self.order.setObjectName("people_order")
        self.order.offer([(self.tr("By country, then name"), "country"), (self.tr("By name"), "name")])
        row.addWidget(self.add)
        row.addWidget(self.paste)
        row.addStretch(1)
        row.addWidget(self.order)
        bar = QWidget()
        bar.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        bar.setFixedHeight(theme.px("window", "panel-foot") - 1)
        box.addWidget(bar)
        theme.changed.connect(self._recolour)
        self._recolour()

    def serve(self, people: PeopleEditor | None) -> None:
        """Act on `people`, hide if there is none."""
        self._list = people
        self.setVisible(people is not None)
        self.note.hide()
        if people:
            self.add.clicked.connect(people.add)
            self.paste.clicked.connect(people.paste)
            self.order.chosen.connect(people.sort)
            people.said.connect(self.say)
            people.ordered.connect(self._show_order)
            self._show_order()

    def stops(self) -> tuple[QWidget, ...]:
        """Return what Tab goes through."""
        return (self.add, self.paste, self.order)

    def say(self, sentence: str) -> None:
        """Show what was done; an empty sentence takes it away."""
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the order in fewer words where there is less room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self._show_order)

    def _show_order(self) -> None:
        order = self._list.order if self._list else None
        narrow = self.width() < 420 * self._theme.scale
        words = {
            "country": self.tr("By country") if narrow else self.tr("Sorted by country, then name"),
            "name": self.tr("By name") if narrow else self.tr("Sorted by name"),
            None: self.tr("Sort") if narrow else self.tr("In the order given"),
        }
        self.order.show_words(words[order], order or "")
        self.order.setVisible(bool(self._list and len(self._list.members.people()) > 1))

    def _recolour(self) -> None:
        size = float(self._theme.token("icon", "size-row")) * self._theme.scale
        for button, name in ((self.add, "plus"), (self.paste, "clipboard-paste")):
            ratio = self.devicePixelRatioF()
            plain = self._theme.pixmap(name, "text", size, ratio)
            room = QPixmap(plain.width() + round(4 * ratio * self._theme.scale), plain.height())
            room.setDevicePixelRatio(ratio)
            room.fill(Qt.GlobalColor.transparent)
            painter = QPainter(room)
            painter.drawPixmap(0, 0, plain)
            painter.end()
            button.setIcon(QIcon(room))
            button.setIconSize(room.deviceIndependentSize().toSize())
