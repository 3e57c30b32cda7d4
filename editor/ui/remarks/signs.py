"""The bubbles in the draft's margin beside clauses with open remarks; there before the panel is."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from editor.app.remarks import open_count, signs
from editor.app.workspace import Workspace
from editor.model.changes import Change
from editor.model.resolution import Resolution
from editor.ui.draft.surface import Draft


class RemarkSigns(QObject):
    """Keeps the signs of one draft.

    `count_changed` carries how many remarks are open; `changed` says that they are others, or say something else.
    """

    count_changed = Signal(int)
    changed = Signal()

    def __init__(self, draft: Draft, workspace: Workspace) -> None:
        super().__init__(draft)
        self._draft, self._workspace = draft, workspace
        self.count = open_count(workspace.resolution)
        self._clauses = signs(workspace.resolution)
        draft.set_signs("remark", self._clauses)
        workspace.listen(self._on_change)

    def clauses(self) -> Mapping[str, str]:
        """Return the clauses with open remarks by id, each with what these say."""
        return self._clauses

    def detach(self) -> None:
        """Follow the workspace no more."""
        self._workspace.leave(self._on_change)

    def _on_change(self, before: Resolution, change: Change, after: Resolution, who: object) -> None:  # noqa: ARG002
        if after.remarks is before.remarks:
            return
        clauses, count = signs(after), open_count(after)
        if clauses != self._clauses:
            self._clauses = clauses
            self._draft.set_signs("remark", clauses)
            self.changed.emit()
        if count != self.count:
            self.count = count
            self.count_changed.emit(count)
