"""The start page itself: at the left what a new text can be, at the right the texts opened lately."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from editor.ui.start.buttons import LinkButton, OutlineButton
from editor.ui.start.recents import RecentList
from editor.ui.start.templates import TemplateList
from editor.ui.theme import Theme
from editor.ui.window.bars import Rule

_LEFT, _GAP, _RIGHT = 440, 80, 612
"""Widths of the two columns and of what lies between, at the drawn size."""

_TOP, _LEAST_TOP = 84, 24
_HEAD = 32
_INSET = 12  # rows reach so far beyond the words over them
_DRAWN_HIGH = 840


class StartPage(QWidget):
    """The two columns; they stand in the middle, and close up where there is little room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.templates = TemplateList(theme)
        self.last_year = OutlineButton(theme, "start_last_year", self.tr("Start from last year’s text"), "history")
        self.import_text = OutlineButton(theme, "start_import", self.tr("Import Word or text"), "upload")
        self.recent = RecentList(theme)
        self.open = OutlineButton(theme, "start_open", self.tr("Open…"), "folder-open", small=True)
        self.sample = LinkButton(theme, "start_sample", self.tr("Open the sample resolution"))
        self._empty = self._words("base", self.tr("Texts you open will be listed here."))
        self._empty.setObjectName("start_empty")
        self._space = QWidget()
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.space(5), 0, theme.space(5), theme.space(5))
        box.setSpacing(0)
        box.addWidget(self._space)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addStretch(1)
        columns.addWidget(self._column(self._beginnings(), _LEFT), 100)
        self._gap = QWidget()
        columns.addWidget(self._gap)
        columns.addWidget(self._column(self._texts(), _RIGHT), 139)
        columns.addStretch(1)
        box.addLayout(columns, 1)
        foot = self._words(
            "caption", self.tr("Drop a resolution, a Word file or a text file anywhere in this window to open it.")
        )
        foot.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(foot)
        self._walk()

    def _walk(self) -> None:
        """Let Tab go down the columns."""
        order = (self.templates, self.last_year, self.import_text, self.recent, self.open, self.sample)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _column(self, layout: QVBoxLayout, width: int) -> QWidget:
        column = QWidget()
        column.setLayout(layout)
        column.setMaximumWidth(max(round(width * self._theme.scale), column.minimumSizeHint().width()))
        return column

    def _beginnings(self) -> QVBoxLayout:
        theme = self._theme
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading(self.tr("New resolution"), self.templates))
        column.addWidget(self.templates)
        column.addSpacing(theme.space(5))
        inset = round(_INSET * theme.scale)
        below = QVBoxLayout()
        below.setContentsMargins(inset, 0, 0, 0)
        below.setSpacing(theme.space(4))
        below.addWidget(Rule(theme, upright=False))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(2))
        buttons.addWidget(self.last_year)
        buttons.addWidget(self.import_text)
        buttons.addStretch(1)
        below.addLayout(buttons)
        column.addLayout(below)
        column.addStretch(1)
        return column

    def _texts(self) -> QVBoxLayout:
        theme = self._theme
        inset = round(_INSET * theme.scale)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, inset, 0)
        head.addWidget(self._heading(self.tr("Recent"), self.recent), 1)
        head.addWidget(self.open, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(head)
        column.addSpacing(theme.space(4) + 2)
        column.addWidget(self.recent)
        self._empty.setContentsMargins(inset, theme.space(3), inset, theme.space(3))
        column.addWidget(self._empty)
        link = QHBoxLayout()
        link.setContentsMargins(inset - theme.space(1), theme.space(4), 0, 0)
        link.addWidget(self.sample)
        link.addStretch(1)
        column.addLayout(link)
        column.addStretch(1)
        return column

    def _heading(self, words: str, leads_to: QWidget) -> QLabel:
        heading = QLabel(words)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setFont(self._theme.font("display"))
        heading.setContentsMargins(round(_INSET * self._theme.scale), 0, 0, 0)
        heading.setFixedHeight(round(_HEAD * self._theme.scale))
        heading.setBuddy(leads_to)
        return heading

    def _words(self, font: str, words: str) -> QLabel:
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(self._theme.font(font))
        label.setProperty("role", "caption")
        label.setWordWrap(True)
        return label

    def show_empty(self, empty: bool) -> None:
        """Say that there are no texts, or show them."""
        self._empty.setVisible(empty)
        self.recent.setVisible(not empty)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns the air that there is room for."""
        scale = self._theme.scale
        over = event.size().height() - _DRAWN_HIGH * scale
        self._space.setFixedHeight(round(max(_LEAST_TOP * scale, min(_TOP * scale, _TOP * scale + over / 2))))
        over = event.size().width() - (_LEFT + _GAP + _RIGHT) * scale
        self._gap.setFixedWidth(round(max(24 * scale, min(_GAP * scale, _GAP * scale + over / 3))))
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("hairline"))
        painter.end()
