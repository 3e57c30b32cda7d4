"""The outline as one sees it: it follows the caret, leads it, and takes clauses to other places."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from editor.app.outline import COVER
from editor.app.workspace import Workspace
from editor.model.clause import DIVIDERS
from editor.ui.outline.delegate import CHEVRON, LineDelegate
from editor.ui.outline.model import KEY, KIND, OutlineModel
from editor.ui.theme import Theme


class OutlineView(QTreeView):
    """The outline of one workspace.

    `clause_chosen` carries the id of the clause that somebody went to here, `cover_chosen` says it was the cover sheet;
    `text_wanted` that the text itself is to have the keyboard.
    """

    clause_chosen = Signal(str)
    cover_chosen = Signal()
    text_wanted = Signal()

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self.setAccessibleName(self.tr("Outline"))
        self._workspace = workspace
        self._theme = theme
        self._following = False
        self.lines = OutlineModel(workspace, self)
        self.setModel(self.lines)
        self.setItemDelegate(LineDelegate(theme, self))
        self._set_up()
        self.lines.rowsInserted.connect(self._expand_new)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.activated.connect(lambda _: self.text_wanted.emit())
        theme.changed.connect(self._recolour)
        self._recolour()
        self.expandAll()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setViewportMargins(0, self._theme.space(2), 0, 0)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)

    def detach(self) -> None:
        """Follow the workspace no more."""
        self.lines.detach()

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the selected clauses."""
        indexes = self.selectionModel().selectedIndexes()
        return tuple(str(index.data(KEY)) for index in indexes if index.data(KIND) == "clause")

    def show_clause(self, clause_id: str | None) -> None:
        """Show where the caret is: the clause's line, or the part's for the enacting phrase; None: nowhere."""
        self._show(self._line(clause_id) if clause_id else QModelIndex())

    def show_cover(self) -> None:
        """Show that somebody is at the cover sheet."""
        self._show(self.lines.index_of(COVER))

    def _show(self, index: QModelIndex) -> None:
        above = index.parent()
        while above.isValid():
            index = index if self.isExpanded(above) else above
            above = above.parent()
        if index == self.currentIndex() and self.selectionModel().isSelected(index):
            return
        self._following = True
        if index.isValid():
            self.setCurrentIndex(index)
        else:
            self.selectionModel().clear()
        self._following = False

    def _line(self, clause_id: str) -> QModelIndex:
        index = self.lines.index_of(clause_id)
        if index.isValid():
            return index
        place = self._workspace.labels.places.get(clause_id, 0)
        division = next((clause.id for clause in self._workspace.body[place::-1] if clause.kind in DIVIDERS), "")
        return self.lines.index_of(f"operative {division}".strip())

    def _current_changed(self, current: QModelIndex) -> None:
        if self._following:
            return
        kind = current.data(KIND)
        if kind == "clause":
            self.clause_chosen.emit(str(current.data(KEY)))
        elif kind == COVER:
            self.cover_chosen.emit()

    def _expand_new(self, parent: QModelIndex, first: int, last: int) -> None:
        for row in range(first, last + 1):
            self.expandRecursively(self.lines.index(row, 0, parent))
        if parent.isValid():
            self.expand(parent)

    def _recolour(self) -> None:
        self._theme.colour_view(self, "window")

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open or fold a line where its arrow is; else choose it."""
        index = self.indexAt(event.position().toPoint())
        if event.position().x() < CHEVRON * self._theme.scale and self.lines.rowCount(index) and index.isValid():
            self.setExpanded(index, not self.isExpanded(index))
            event.accept()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the text with Return; the rest is as in every tree."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.text_wanted.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:  # noqa: N802
        """Paint nothing: the delegate paints the arrows."""
