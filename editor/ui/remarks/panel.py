"""The panel with the remarks on the text: it follows the caret, leads it, and is where remarks are written."""

import datetime
from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from editor.app.preferences import Preferences
from editor.app.remarks import resolved_count, threads
from editor.app.workspace import Workspace
from editor.model.changes import Change
from editor.model.errors import EditError
from editor.model.ids import new_id
from editor.model.remarks import add_remark, delete_remark, resolve_remark, set_remark
from editor.model.resolution import Remark, Resolution
from editor.ui.draft.surface import Draft
from editor.ui.remarks.card import RemarkCard
from editor.ui.remarks.threads import Threads
from editor.ui.theme import Theme
from editor.ui.window.buttons import BarButton


class RemarksPanel(QWidget):
    """The remarks of one workspace; `preferences` tell who writes new ones."""

    def __init__(
        self, workspace: Workspace, draft: Draft, theme: Theme, preferences: Callable[[], Preferences]
    ) -> None:
        super().__init__()
        self.setObjectName("remarks")
        self.setAccessibleName(self.tr("Remarks"))
        self._workspace, self._draft, self._theme = workspace, draft, theme
        self._preferences = preferences
        self._new: Remark | None = None
        self._empty = QLabel(self.tr("No remarks on this text."))
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setProperty("role", "caption")
        self._empty.setContentsMargins(theme.space(4), theme.space(2), theme.space(4), 0)
        self._threads = Threads(theme, self._wire)
        self._threads.chosen.connect(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._empty)
        column.addWidget(self._threads, 1)
        workspace.listen(self._on_change)
        draft.caret_moved.connect(self._follow_caret)
        self._show()

    def _head(self) -> QWidget:
        theme = self._theme
        head = QWidget()
        head.setFixedHeight(theme.px("window", "panel-head"))
        line = QHBoxLayout(head)
        line.setContentsMargins(theme.space(4), 0, theme.space(4), 0)
        adding = QAction(self.tr("Add Remark"), self)
        adding.setToolTip(self.tr("Remark on the clause of the caret"))
        adding.setDisabled(self._workspace.read_only)
        adding.triggered.connect(self.add)
        self._add = BarButton(adding, theme, "message-square-plus", worded=True)
        self._add.setObjectName("remark_add")
        self._fold = QAction(self)
        self._fold.setCheckable(True)
        self._fold.toggled.connect(self._show)
        self._resolved = BarButton(self._fold, theme, "circle-check", worded=True)
        self._resolved.setObjectName("remarks_resolved")
        line.addWidget(self._add)
        line.addStretch(1)
        line.addWidget(self._resolved)
        return head

    def detach(self) -> None:
        """Follow the workspace no more."""
        self._workspace.leave(self._on_change)
        self._draft.caret_moved.disconnect(self._follow_caret)

    def focus_first(self) -> None:
        """Go to the head of the current clause's remarks, else to the first, else to the button that adds one."""
        place = self._draft.caret()
        heads = [head for head in self._threads.heads.values() if head.isEnabled()]
        here = self._threads.heads.get(place[0]) if place else None
        (here or (heads[0] if heads else self._add)).setFocus(Qt.FocusReason.OtherFocusReason)

    # Writing

    def add(self) -> None:
        """Begin a remark on the clause of the caret."""
        place = self._draft.caret()
        if place and not self._workspace.read_only:
            self._begin(place[0])

    def show_clause(self, clause_id: str) -> None:
        """Bring the remarks on a clause into sight, and the caret into the clause."""
        self._go(clause_id)
        head = self._threads.heads.get(clause_id)
        if head:
            head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self, clause_id: str) -> None:
        moment = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
        self._new = Remark(new_id(), clause_id, self._preferences().name, moment, "")
        self._show()
        self._threads.cards[self._new.id].write("")

    def _edit(self, remark_id: str) -> None:
        remark = self._find(remark_id)
        if remark and not self._workspace.read_only:
            self._threads.cards[remark_id].write(remark.text)

    def _written(self, remark_id: str, words: str) -> None:
        """Take what was typed: the first words make the remark, what follows mends it."""
        state = self._workspace.resolution
        key = ("remark", remark_id, str(len(words.split())))
        new = self._new if self._new and self._new.id == remark_id else None
        if new is None:
            self._apply(lambda: set_remark(state, remark_id, words), key)
        elif words.strip():
            self._new = None
            self._apply(lambda: add_remark(state, new.clause, new.author, words, new.date, lambda: remark_id), key)

    def _done(self, remark_id: str, to_text: bool) -> None:
        card = self._threads.cards.get(remark_id)
        if card is None or card.field is None:
            return
        remark = self._find(remark_id)
        self._workspace.history.close()
        card.stop_writing()
        if self._new and self._new.id == remark_id:
            self._new = None
            self._show()
        elif remark and not remark.text.strip():
            self._apply(lambda: delete_remark(self._workspace.resolution, remark_id))
        if to_text:
            self._draft.setFocus()

    def _find(self, remark_id: str) -> Remark | None:
        return next((remark for remark in self._workspace.resolution.remarks if remark.id == remark_id), None)

    def _wire(self, remark_id: str, card: RemarkCard) -> None:
        """Do what the card of a remark asks for."""
        card.written.connect(lambda words: self._written(remark_id, words))
        card.done.connect(lambda to_text: self._done(remark_id, to_text))
        card.jumped.connect(self._workspace.history.close)
        card.edit_wanted.connect(lambda: self._edit(remark_id))
        card.answer_wanted.connect(lambda: self._answer(remark_id))
        card.resolve_wanted.connect(
            lambda on: self._apply(lambda: resolve_remark(self._workspace.resolution, remark_id, on))
        )
        card.delete_wanted.connect(lambda: self._delete(remark_id))

    def _answer(self, remark_id: str) -> None:
        remark = self._find(remark_id)
        if remark and remark.clause in self._workspace.labels.places:
            self._begin(remark.clause)

    def _delete(self, remark_id: str) -> None:
        self._apply(lambda: delete_remark(self._workspace.resolution, remark_id))
        self.focus_first()

    def _apply(self, build: Callable[[], Change], key: tuple[str, ...] | None = None) -> None:
        try:
            self._workspace.apply(build(), self, key)
        except EditError as error:
            self._draft.refuse(error)

    # What is shown

    def _on_change(self, before: Resolution, change: Change, after: Resolution, who: object) -> None:  # noqa: ARG002
        said = after.remarks or self._new
        if after.remarks is not before.remarks or (said and after.body is not before.body and self.isVisible()):
            self._show()

    def _show(self) -> None:
        state, labels = self._workspace.resolution, self._workspace.labels
        count = resolved_count(state)
        self._resolved.setVisible(count > 0)
        self._fold.setText(self.tr("Resolved ({count})").format(count=count))
        self._fold.setToolTip(self.tr("Show resolved remarks"))
        self._resolved.setAccessibleName(self._fold.toolTip())
        self._resolved.updateGeometry()
        shown = self._fold.isChecked() and count > 0
        found = threads(self._with_new(state), labels, resolved=shown)
        if self._threads.show_threads(found, self._workspace.read_only):
            self._draft.setFocus()
        self._empty.setVisible(not state.remarks and not found)
        self._follow_caret()

    def _with_new(self, state: Resolution) -> Resolution:
        """Return the state with the remark that is just begun, behind the others on its clause."""
        new = self._new
        if new is None:
            return state
        return replace(state, remarks=(*state.remarks, new))

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed meanwhile."""
        super().showEvent(event)
        self._show()

    def _go(self, clause_id: str) -> None:
        if clause_id in self._workspace.labels.places:
            self._draft.go_to(clause_id)

    def _follow_caret(self) -> None:
        place = self._draft.caret()
        self._threads.show_current(place[0] if place else None)
