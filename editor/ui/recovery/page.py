"""The page that offers texts which the program did not live to save."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.app.news import news
from editor.app.recovery import Kept
from editor.ui.dialogs.base import Dialog
from editor.ui.recovery import words
from editor.ui.recovery.rows import KeptList, Row
from editor.ui.recovery.view import NewsView
from editor.ui.start.buttons import LinkButton
from editor.ui.theme import Theme

Answer = Literal["restore", "aside", "later"]

_WIDE = 680


class RecoveryPage(Dialog):
    """Offers the texts `kept`: each with when, what and how much, and what is new in the current one."""

    def __init__(self, theme: Theme, kept: list[Kept], parent: QWidget | None = None) -> None:
        super().__init__(theme, words.heading(len(kept)), parent)
        self.setObjectName("recovery")
        self.setWindowTitle(self.tr("Resolution Editor"))
        self.answer: Answer = "later"
        self.box.addStrut(round(_WIDE * theme.scale) - 2 * theme.space(5))
        self.add_sentence(words.introduction(max(one.last for one in kept)))
        self.list = KeptList(theme, [Row(one, news(one), ticked=True) for one in kept])
        self.box.addWidget(self._framed(self.list))
        self._about, self._times = self._label("strong", ""), self._label("caption", "caption")
        head = QHBoxLayout()
        head.addWidget(self._about, 1)
        head.addWidget(self._times)
        self.box.addLayout(head)
        self.view = NewsView(theme)
        self.box.addWidget(self._framed(self.view), 1)
        self._add_foot()
        self.list.shown.connect(self._show)
        self.list.lines.ticks_changed.connect(self._show_buttons)
        self._show(0)
        self._show_buttons()
        self.list.setFocus()

    def _framed(self, inside: QWidget) -> QFrame:
        frame = QFrame()
        frame.setObjectName(f"{inside.objectName()}_frame")
        edge, radius = self.theme.hex("control"), self.theme.px("control", "radius")
        frame.setStyleSheet(f"QFrame#{frame.objectName()} {{ border: 1px solid {edge}; border-radius: {radius}px; }}")
        box = QVBoxLayout(frame)
        box.setContentsMargins(1, 1, 1, 1)
        box.addWidget(inside)
        return frame

    def _label(self, font: str, role: str) -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(self.theme.font(font))
        label.setProperty("role", role)
        return label

    def _add_foot(self) -> None:
        later = LinkButton(self.theme, "recovery_later", self.tr("Decide later"))
        later.clicked.connect(self.reject)
        self._aside, self._restore = QPushButton(self.tr("Set &aside")), QPushButton()
        self._aside.setObjectName("recovery_aside")
        self._restore.setObjectName("recovery_restore")
        self._aside.clicked.connect(lambda: self._take("aside"))
        self._restore.clicked.connect(lambda: self._take("restore"))
        self.add_buttons(self._aside, self._restore, first=later)
        foot = self._label("caption", "caption")
        foot.setText(self.tr("What you set aside stays under File, Earlier States."))
        foot.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.box.addWidget(foot)

    def _show(self, at: int) -> None:
        row = self.list.lines.rows[at]
        self._about.setText(self.tr("What is new in “{title}”").format(title=words.title(row.one)))
        self._times.setText(words.times(row.one))
        self.view.show_news(row.new, self.tr("The cover sheet changed."))

    def _show_buttons(self) -> None:
        ticked, all_ = len(self.list.lines.ticked), len(self.list.lines.rows)
        self._aside.setEnabled(ticked > 0)
        self._restore.setEnabled(ticked > 0)
        if ticked == all_ == 2:
            said = self.tr("&Restore both")
        elif ticked == all_ > 2:
            said = self.tr("&Restore all")
        else:
            said = self.tr("&Restore")
        self._restore.setText(said)

    def _take(self, answer: Answer) -> None:
        self.answer = answer
        self.accept()

    @classmethod
    def ask(cls, theme: Theme, kept: list[Kept], parent: QWidget | None) -> tuple[Answer, list[Kept]]:
        """Return what shall become of which texts; closing the page decides nothing."""
        page = cls(theme, kept, parent)
        page.exec()
        page.deleteLater()
        return page.answer, page.list.lines.ticked
