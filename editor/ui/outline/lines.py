"""The lines of the outline on the screen: what is chosen, folded and hidden, and how that follows the caret."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from editor.app.outline import COVER
from editor.app.workspace import Workspace
from editor.model.clause import DIVIDERS
from editor.model.errors import EditError
from editor.ui.outline.badges import BadgeKind, Badges
from editor.ui.outline.commands import Commands
from editor.ui.outline.delegate import LineDelegate
from editor.ui.outline.filter import Filter
from editor.ui.outline.model import KEY, KIND, OutlineModel
from editor.ui.theme import Theme

_Select = QItemSelectionModel.SelectionFlag


class Outline(QTreeView):
    """The lines of one workspace's outline with what is chosen, folded and hidden; the hand is in OutlineView.

    `clause_chosen` carries the id of the clause that somebody went to here, `cover_chosen` and `form_chosen` say it was
    the cover sheet or the paper's form; `text_wanted` that the text itself is to have the keyboard; `reference_wanted`
    carries the clause that the text shall refer to at its caret; `refused` an EditError.
    """

    clause_chosen = Signal(str)
    cover_chosen = Signal()
    form_chosen = Signal()
    text_wanted = Signal()
    reference_wanted = Signal(str)
    refused = Signal(object)

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self.setAccessibleName(self.tr("Outline"))
        self._workspace = workspace
        self._theme = theme
        self._quiet = False
        self._leading = False
        self._place: str | None = None
        self._folded: set[str] = set()
        self.read_only = workspace.read_only
        self.lines = OutlineModel(workspace, theme, self)
        self.setModel(self.lines)
        self.badges = Badges(self.lines)
        self.delegate = LineDelegate(theme, self, self.lines, self.badges)
        self.setItemDelegate(self.delegate)
        self.commands = Commands(workspace, self, self)
        self.filter = Filter(self, self.lines)
        self._set_up()
        self.expandAll()
        self.collapsed.connect(lambda index: self._fold(index, True))
        self.expanded.connect(lambda index: self._fold(index, False))
        self.lines.rowsInserted.connect(self._expand_new)
        self.selectionModel().currentChanged.connect(self._current_changed)
        theme.changed.connect(self._recolour)
        self._recolour()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)

    def detach(self) -> None:
        """Follow the workspace no more."""
        self.lines.detach()

    # Who is told what

    def set_badges(self, kind: BadgeKind, clauses: Mapping[str, str]) -> None:
        """Put a badge of `kind` at `clauses` (id: words of its tooltip)."""
        if self.badges.set(kind, clauses):
            self.viewport().update()

    def refuse(self, error: EditError) -> None:
        """Say that an edit is not possible here."""
        self.refused.emit(error)

    def write(self) -> None:
        """Give the keyboard to the text."""
        self.text_wanted.emit()

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the selected clauses, in reading order."""
        indexes = self.selectionModel().selectedIndexes()
        keys = [str(index.data(KEY)) for index in indexes if index.data(KIND) == "clause"]
        places = self._workspace.labels.places
        return tuple(sorted(keys, key=lambda key: places.get(key, 0)))

    def choose(self, ids: Iterable[str]) -> None:
        """Select the clauses `ids`; the text shows the first."""
        indexes = [index for key in ids if (index := self.lines.index_of(key)).isValid()]
        if not indexes:
            return
        self._leading = True
        self.clause_chosen.emit(str(indexes[0].data(KEY)))
        self._leading = False
        self._place = str(indexes[0].data(KEY))
        with self._quietly():
            self._select(indexes[0])
            for index in indexes[1:]:
                self.selectionModel().select(index, _Select.Select)
        self.scrollTo(indexes[0])

    # Following the caret

    def show_clause(self, clause_id: str | None) -> None:
        """Show where the caret is: the clause's line, or the part's for the enacting phrase; None: nowhere."""
        self._place = clause_id
        if not self._leading:
            self._show(self._line(clause_id) if clause_id else QModelIndex())

    def show_cover(self) -> None:
        """Show that somebody is at the cover sheet."""
        self._place = COVER
        self._show(self.lines.index_of(COVER))

    def show_place_again(self) -> None:
        """Select once more the line of the place that was shown last, after another was pointed at."""
        if self._place == COVER:
            self.show_cover()
        else:
            self.show_clause(self._place)

    def _show(self, index: QModelIndex) -> None:
        above = index.parent()
        while above.isValid():
            index = index if self.isExpanded(above) else above
            above = above.parent()
        if index.isValid() and self.isRowHidden(index.row(), index.parent()):
            index = QModelIndex()
        if index == self.currentIndex() and (self.selectionModel().isSelected(index) or not index.isValid()):
            return
        with self._quietly():
            if index.isValid():
                self._select(index)
            else:
                self.selectionModel().clear()

    def _line(self, clause_id: str) -> QModelIndex:
        index = self.lines.index_of(clause_id)
        if index.isValid():
            return index
        place = self._workspace.labels.places.get(clause_id, 0)
        division = next((clause.id for clause in self._workspace.body[place::-1] if clause.kind in DIVIDERS), "")
        return self.lines.index_of(f"operative {division}".strip())

    # Leading it

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """Select without leading the caret there."""
        before, self._quiet = self._quiet, True
        yield
        self._quiet = before

    def _select(self, index: QModelIndex) -> None:
        """Make `index` the one selected line, whatever keys are held: Qt would heed them."""
        self.selectionModel().setCurrentIndex(index, _Select.ClearAndSelect)

    def point_at(self, index: QModelIndex) -> None:
        """Select the line `index`, unless it is selected, without leading the caret there."""
        if index.isValid() and not self.selectionModel().isSelected(index):
            with self._quietly():
                self._select(index)

    def _current_changed(self, current: QModelIndex) -> None:
        if not self._quiet and not self.lines.changing and current.data(KIND) == "clause":
            self._leading = True
            self.clause_chosen.emit(str(current.data(KEY)))
            self._leading = False

    # Folding

    def _fold(self, index: QModelIndex, folded: bool) -> None:
        if not self.filter.active:
            (self._folded.add if folded else self._folded.discard)(str(index.data(KEY)))

    def _expand_new(self, parent: QModelIndex, first: int, last: int) -> None:
        """Open new lines, save those that were folded before they came to another place."""
        folded = set(self._folded)
        for row in range(first, last + 1):
            index = self.lines.index(row, 0, parent)
            if self.lines.hasChildren(index):
                self.expandRecursively(index)
        if parent.isValid() and str(parent.data(KEY)) not in folded:
            self.expand(parent)
        self._folded = folded
        self._fold_again()

    def _fold_again(self) -> None:
        for key in tuple(self._folded):
            index = self.lines.index_of(key)
            if index.isValid() and self.isExpanded(index):
                self.collapse(index)

    def set_filter(self, typed: str) -> None:
        """Show only the clauses that `typed` names, all of them if it is empty."""
        was = self.filter.active
        with self._quietly():
            self.filter.show(typed)
            if was and not self.filter.active:
                self._fold_again()
        if not self.filter.active:
            self.show_place_again()

    # Painting

    def _recolour(self) -> None:
        self._theme.colour_view(self, "window")

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:  # noqa: N802
        """Paint nothing: the delegate paints the arrows."""
