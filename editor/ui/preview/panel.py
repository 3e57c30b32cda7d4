"""The panel with the printed pages: a head to leaf, zoom and print with, and the pages."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from editor.app.pagemaking.maker import PageMaker
from editor.ui.preview.sheets import Sheets
from editor.ui.preview.zoom import ZoomButton
from editor.ui.theme import Theme
from editor.ui.window.buttons import BarButton


class PreviewPanel(QWidget):
    """The pages of `maker`, made while they are in sight.

    `clause_chosen` carries the id of the clause that was clicked in a page, `print_wanted` says that the pages are to
    be printed.
    """

    clause_chosen = Signal(str)
    print_wanted = Signal()

    def __init__(self, maker: PageMaker, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self._maker, self._theme = maker, theme
        self.sheets = Sheets(maker, theme)
        self.sheets.setObjectName("preview_pages")
        self.sheets.clause_chosen.connect(self.clause_chosen)
        self._place = QLabel()
        self._words = QLabel()
        for label in (self._place, self._words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", "caption")
        self._place.setObjectName("preview_place")
        self._words.setObjectName("preview_words")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        self._words.setParent(self.sheets.viewport())
        self._up = self._action("page_up", self.tr("Previous page"), lambda: self._leaf(-1))
        self._down = self._action("page_down", self.tr("Next page"), lambda: self._leaf(1))
        self._print = self._action("print", self.tr("Print"), self.print_wanted.emit)
        self.zoom = ZoomButton(self.sheets, theme)
        self._arrange()
        self.sheets.moved.connect(self._show_place)
        maker.made.connect(self._show_place)
        maker.failed.connect(self._show_place)
        self._show_place()

    def focus_first(self) -> None:
        """Put the keyboard on the pages."""
        self.sheets.setFocus(Qt.FocusReason.OtherFocusReason)

    def detach(self) -> None:
        """Have no more pages made for this panel."""
        self._maker.look(None)
        for signal, slot in ((self._maker.made, self._show_place), (self._maker.failed, self._show_place)):
            signal.disconnect(slot)
        self.sheets.detach()

    def show_clause(self, clause: str | None) -> None:
        """Mark `clause` in its page, and show it if it is out of sight."""
        self.sheets.show_clause(clause)

    # The head

    def _action(self, name: str, words: str, handler: object) -> QAction:
        action = QAction(words, self)
        action.setObjectName(f"action_preview_{name}")
        action.triggered.connect(handler)
        return action

    def _arrange(self) -> None:
        theme = self._theme
        head = QWidget()
        head.setFixedHeight(theme.px("window", "panel-head"))
        line = QHBoxLayout(head)
        line.setContentsMargins(round(14 * theme.scale), 0, theme.space(2), 0)
        line.setSpacing(0)
        line.addWidget(self._place)
        line.addSpacing(theme.space(2))
        size = theme.px("control", "button-small")
        for action, icon in ((self._up, "chevron-up"), (self._down, "chevron-down"), (self._print, "printer")):
            button = BarButton(action, theme, icon)
            button.setFixedSize(size + theme.space(1), size)
            if action is self._print:
                line.addStretch(1)
                line.addWidget(self.zoom)
                line.addSpacing(theme.space(1))
            line.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(head)
        box.addWidget(self.sheets, 1)

    def _leaf(self, step: int) -> None:
        self.sheets.go_to_page(self.sheets.page + step)

    def _show_place(self) -> None:
        """Say which page is in sight, or why there is none."""
        count, page = self.sheets.count, self.sheets.page
        words = self.tr("Page {number} of {count}").format(number=page + 1, count=count) if count else ""
        self._place.setText(words)
        for part in (self, self.sheets):
            part.setAccessibleName(self.tr("Preview, {place}").format(place=words) if words else self.tr("Preview"))
        self._up.setEnabled(page > 0)
        self._down.setEnabled(page + 1 < count)
        self._print.setEnabled(count > 0)
        self._words.setText(self._sentence())
        self._words.setVisible(bool(self._words.text()))

    def _sentence(self) -> str:
        """Return what to say where no page can be seen."""
        if self._maker.has_failed:
            return self.tr(
                "The pages could not be made; your text is untouched and can be exported, so open the preview again"
                " later."
            )
        made = self._maker.pages
        waits = made is None and not self._maker.has_words
        return self.tr("The first page appears as you type.") if waits or (made and not made.count) else ""

    # Being looked at

    def showEvent(self, event: QShowEvent) -> None:
        """Have the pages made from now on."""
        super().showEvent(event)
        self._maker.retry()
        self.sheets.follow(True)
        self._show_place()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let them be while nobody looks."""
        super().hideEvent(event)
        self.sheets.follow(False)
