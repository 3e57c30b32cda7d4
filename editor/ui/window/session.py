"""One text on the screen: its workspace with outline, draft and panels, which follow each other."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.app.documents import Document
from editor.app.workspace import Workspace
from editor.model.changes import Change
from editor.model.resolution import Resolution
from editor.ui.draft.surface import Draft
from editor.ui.outline.pane import OutlinePane
from editor.ui.program import Program
from editor.ui.window.panels import MAKERS, Panel

if TYPE_CHECKING:
    from editor.ui.window.aids import Aids


class Session(QObject):
    """The views of one document.

    Outline and draft are there from the start; what helps in typing, and each panel or strip, when it is first wanted.
    `changed` says that the text or its cover did, `moved` carries the id of the clause the caret is in now, None for
    the cover sheet. `print_wanted` comes from the preview, `cover_wanted` with a field of the cover from the checks,
    `reveal_wanted` with a hit of a search that is not in the text itself.
    """

    changed = Signal()
    print_wanted = Signal()
    cover_wanted = Signal(str)
    reveal_wanted = Signal(object)
    moved = Signal(object)

    def __init__(self, document: Document, program: Program, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.program = program
        self.workspace = Workspace(document.resolution, document.template, read_only=document.read_only)
        self.pane = OutlinePane(self.workspace, program.theme)
        self.outline = self.pane.view
        self.draft = Draft(self.workspace, program.theme)
        self._aids: Aids | None = None
        self._panels: dict[str, Panel] = {}
        self._at_cover = False
        if program.preferences.zoom:
            self.draft.set_zoom(program.preferences.zoom)
        self.draft.caret_moved.connect(self._follow_caret)
        self.outline.clause_chosen.connect(self.draft.go_to)
        self.outline.text_wanted.connect(self.draft.setFocus)
        self.workspace.listen(self._on_change)
        if document.read_only:
            self.draft.setReadOnly(True)
        self._follow_caret()

    # What is made when it is wanted

    @property
    def aids(self) -> "Aids":
        """What helps in typing: phrases, references, spelling, checks, pages."""
        if self._aids is None:
            from editor.ui.window.aids import Aids  # much, and the start does without it

            self._aids = Aids(self)
        return self._aids

    def panel(self, name: str) -> Panel:
        """Return the panel or strip `name`."""
        if name not in self._panels:
            self._panels[name] = MAKERS[name](self)
        return self._panels[name]

    def made(self, name: str) -> Panel | None:
        """Return the panel or strip `name` if it was made already."""
        return self._panels.get(name)

    # The document

    def present(self) -> Document:
        """Return the document as it is now."""
        document = self.document
        return Document(
            self.workspace.resolution, self.workspace.template, document.path, document.project, document.stamp
        )

    def saved_as(self, document: Document) -> None:
        """Say that the present text is in the file of `document`."""
        if self.document.path != document.path:
            self._release()
        self.document = document
        self.workspace.history.mark_saved()
        if self._aids:
            self._aids.recorder.saved(document)

    # Places

    def clause(self) -> str | None:
        """Return the id of the clause with the caret."""
        place = self.draft.caret()
        return place[0] if place else None

    def place(self) -> str | None:
        """Return the id of the clause that somebody is at, None at the cover sheet."""
        return None if self._at_cover else self.clause()

    def enter(self, view: QWidget) -> None:
        """Follow the keyboard into `view`: the outline shows where it is."""
        cover = self.made("cover")
        if cover and (view is cover or cover.isAncestorOf(view)):
            self._at_cover = True
            self.outline.show_cover()
        elif view is self.draft:
            self._at_cover = False
            self.outline.show_clause(self.clause())

    def rest(self) -> None:
        """End what goes on beside the typing: the window closes."""
        if self._aids:
            self._aids.detach()
            self._aids = None
        self._release()

    def _release(self) -> None:
        """Let others have the file."""
        if self.document.path is not None and not self.document.held:
            self.program.release(self.document.path)

    def close(self) -> None:
        """Take the views away."""
        self.workspace.leave(self._on_change)
        self.rest()
        views: tuple[Panel | OutlinePane | Draft, ...] = (self.pane, self.draft, *self._panels.values())
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
