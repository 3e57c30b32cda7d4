"""One text on the screen: its workspace with outline, draft and cover, which follow each other."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.app.documents import Document
from editor.app.workspace import Workspace
from editor.model.changes import Change
from editor.model.resolution import Resolution
from editor.ui.draft.surface import Draft
from editor.ui.outline.view import OutlineView
from editor.ui.theme import Theme

if TYPE_CHECKING:
    from editor.ui.cover.form import CoverForm


class Session(QObject):
    """The views of one document.

    `changed` says that the text or its cover did, `moved` carries the id of the clause the caret is in now, None for
    the cover sheet.
    """

    changed = Signal()
    moved = Signal(object)

    def __init__(self, document: Document, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.workspace = Workspace(document.resolution, document.template, read_only=document.read_only)
        self.outline = OutlineView(self.workspace, theme)
        self.draft = Draft(self.workspace, theme)
        self.cover: CoverForm | None = None
        self._theme = theme
        self._at_cover = False
        self.draft.caret_moved.connect(self._follow_caret)
        self.outline.clause_chosen.connect(self.draft.go_to)
        self.outline.text_wanted.connect(self.draft.setFocus)
        self.workspace.listen(self._on_change)
        if document.read_only:
            self.draft.setReadOnly(True)
            self.outline.setDragEnabled(False)
        self._follow_caret()

    def open_cover(self) -> "CoverForm":
        """Return the form of the cover sheet, made when it is first wanted."""
        if self.cover is None:
            from editor.ui.cover.form import CoverForm  # the start does without it

            self.cover = CoverForm(self.workspace, self._theme)
            self.cover.setDisabled(self.document.read_only)
        return self.cover

    def present(self) -> Document:
        """Return the document as it is now."""
        document = self.document
        return Document(
            self.workspace.resolution, self.workspace.template, document.path, document.project, document.stamp
        )

    def saved_as(self, document: Document) -> None:
        """Say that the present text is in the file of `document`."""
        self.document = document
        self.workspace.history.mark_saved()

    def clause(self) -> str | None:
        """Return the id of the clause with the caret."""
        place = self.draft.caret()
        return place[0] if place else None

    def place(self) -> str | None:
        """Return the id of the clause that somebody is at, None at the cover sheet."""
        return None if self._at_cover else self.clause()

    def enter(self, view: QWidget) -> None:
        """Follow the keyboard into `view`: the outline shows where it is."""
        if self.cover and self.cover.isAncestorOf(view):
            self._at_cover = True
            self.outline.show_cover()
        elif view is self.draft:
            self._at_cover = False
            self.outline.show_clause(self.clause())

    def close(self) -> None:
        """Take the views away."""
        self.workspace.leave(self._on_change)
        views = [view for view in (self.outline, self.draft, self.cover) if view is not None]
        for view in views:
            view.detach()
            view.setParent(None)
            view.deleteLater()
        self.deleteLater()

    def _follow_caret(self) -> None:
        self._at_cover = False
        clause = self.clause()
        self.outline.show_clause(clause)
        self.moved.emit(clause)

    def _on_change(self, before: Resolution, change: Change, after: Resolution, who: object) -> None:  # noqa: ARG002
        if not self._at_cover:
            self.outline.show_clause(self.clause())
        self.changed.emit()
