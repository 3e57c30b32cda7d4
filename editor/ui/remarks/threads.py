"""The remarks one under the other, each clause's under its head; what is on the screen stays while it is worked in."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from editor.app.remarks import Thread
from editor.model.resolution import Remark
from editor.ui.remarks.card import RemarkCard
from editor.ui.remarks.head import ThreadHead
from editor.ui.theme import Theme


class Threads(QScrollArea):
    """Heads and cards, known by the ids of clauses and remarks; `make` is called with each new card.

    `chosen` carries the clause that somebody went to here.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, make: Callable[[str, RemarkCard], None]) -> None:
        super().__init__()
        self._theme = theme
        self._make = make
        self.heads: dict[str, ThreadHead] = {}
        self.cards: dict[str, RemarkCard] = {}
        self._clauses: dict[str, str] = {}
        self._current: str | None = None
        self._shown: dict[str, Remark] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        side = theme.space(4)
        self._column.setContentsMargins(side, theme.space(1), side, side)
        self._column.setSpacing(theme.space(2))
        self._column.addStretch(1)
        self.setWidget(self._list)

    def show_threads(self, threads: tuple[Thread, ...], read_only: bool) -> bool:
        """Show `threads` in this order; return whether what had the keyboard is gone with its remark."""
        clauses = {thread.clause for thread in threads}
        remarks = {remark.id: remark.clause for thread in threads for remark in thread.remarks}
        orphaned = self._drop(self.heads, clauses) + self._drop(self.cards, set(remarks)) > 0
        if remarks != self._clauses:
            self._clauses, self._current = remarks, None
        at = 0
        for thread in threads:
            self._put(at, self._head(thread))
            at += 1
            for remark in thread.remarks:
                self._put(at, self._card(remark, read_only))
                at += 1
        return orphaned

    def show_current(self, clause_id: str | None) -> None:
        """Show that the caret is in this clause, and bring its remarks into sight."""
        if clause_id == self._current:
            return
        self._current = clause_id
        for known, head in self.heads.items():
            head.show_current(known == clause_id)
        here = [remark for remark, known in self._clauses.items() if known == clause_id]
        for remark_id, card in self.cards.items():
            card.show_current(remark_id in here)
        if clause_id in self.heads and not any(card.field and card.field.hasFocus() for card in self.cards.values()):
            self._list.layout().activate()  # type: ignore[union-attr]
            for part in (*(self.cards[remark_id] for remark_id in reversed(here)), self.heads[clause_id]):
                self.ensureWidgetVisible(part, 0, self._theme.space(2))

    def _head(self, thread: Thread) -> ThreadHead:
        head = self.heads.get(thread.clause)
        if head is None:
            head = self.heads[thread.clause] = ThreadHead(self._theme)
            head.clicked.connect(lambda: self.chosen.emit(thread.clause))
        head.show_thread(thread)
        return head

    def _card(self, remark: Remark, read_only: bool) -> RemarkCard:
        card = self.cards.get(remark.id)
        if card is None:
            card = self.cards[remark.id] = RemarkCard(self._theme)
            remark_id = remark.id
            card.chosen.connect(lambda: self.chosen.emit(self._clauses.get(remark_id, "")))
            self._make(remark_id, card)
        if self._shown.get(remark.id) is not remark:
            self._shown[remark.id] = remark
            card.show_remark(remark, read_only)
        return card

    def _put(self, at: int, part: QWidget) -> None:
        if self._column.indexOf(part) != at:
            self._column.insertWidget(at, part)
            part.show()

    def _drop(self, known: dict[str, ThreadHead] | dict[str, RemarkCard], kept: set[str]) -> int:
        """Take away what is not `kept`; return how much of it had the keyboard."""
        held = 0
        focus = QApplication.focusWidget()
        for key in [key for key in known if key not in kept]:
            part = known.pop(key)
            self._shown.pop(key, None)
            held += part is focus or (focus is not None and part.isAncestorOf(focus))
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        return held
