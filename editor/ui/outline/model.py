"""The outline as Qt's item model. It follows the workspace and, for a drop, asks it for a move.

Qt keeps the rows, so that laying out a thousand of them asks nothing of Python; what is here knows which ones differ.
"""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace
from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from editor.app.outline import COVER, Beginnings, Entry, first_words, outline
from editor.app.workspace import Workspace
from editor.model import edits
from editor.model.changes import Change, Splice, is_empty
from editor.model.errors import EditError
from editor.model.resolution import Resolution
from editor.ui.outline.saying import Saying
from editor.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
MIME = "application/x-resolution-editor-moved"

KEY = Qt.ItemDataRole.UserRole + 1
KIND = Qt.ItemDataRole.UserRole + 2

_SHOWN, _SPOKEN = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole
_NOWHERE = QModelIndex()
_Flag = Qt.ItemFlag
_SEEN = _Flag.ItemIsEnabled | _Flag.ItemIsSelectable
_GROUP = _SEEN | _Flag.ItemIsDropEnabled
_FLAGS = {"cover": _SEEN, "form": _SEEN, "clause": _GROUP | _Flag.ItemIsDragEnabled}


class OutlineModel(QStandardItemModel):
    """The lines of one workspace's outline; a line's key is its clause's id.

    While they are `changing`, what a view makes its current line is not somebody's choice.
    """

    def __init__(self, workspace: Workspace, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._beginnings = Beginnings()
        self.saying = Saying()
        self._items: dict[str, QStandardItem] = {}
        self._said: dict[str, str] = {}
        high = theme.px("control", "row-outline")
        self._size, self._spaced = QSize(1, high), QSize(1, high + theme.space(2))
        self.entries: list[Entry] = []
        self._known: dict[str, Entry] = {}
        self.changing = False
        self._follow()
        workspace.listen(self._on_change)

    def detach(self) -> None:
        """Follow the workspace no more."""
        self._workspace.leave(self._on_change)

    def index_of(self, key: str) -> QModelIndex:
        """Return the index of the line `key`, an invalid one if there is none."""
        item = self._items.get(key)
        return item.index() if item else QModelIndex()

    def entry(self, index: Index) -> Entry | None:
        """Return what stands at `index`, None if nothing does."""
        return self._known.get(str(index.data(KEY))) if index.isValid() else None

    def entry_of(self, key: str) -> Entry | None:
        """Return the line `key`, None if there is none."""
        return self._known.get(key)

    # Drag and drop

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802
        """Return that lines are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return the type of what is dragged."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the ids of the dragged clauses."""
        data = QMimeData()
        ids = [str(index.data(KEY)) for index in indexes if index.data(KIND) == "clause"]
        data.setData(MIME, QByteArray(" ".join(ids).encode()))
        return data

    def canDropMimeData(  # noqa: N802
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Return whether the template's grammar lets the dragged clauses stand there."""
        return super().canDropMimeData(data, action, row, column, parent) and self.move(data, row, parent) is not None

    def dropMimeData(  # noqa: N802
        self,
        data: QMimeData,
        action: Qt.DropAction,  # noqa: ARG002
        row: int,
        column: int,  # noqa: ARG002
        parent: Index,
    ) -> bool:
        """Move the dragged clauses with their sub-items."""
        change = self.move(data, row, parent)
        if change is None:
            return False
        self._workspace.apply(change, self)
        return True

    def move(self, data: QMimeData, row: int, parent: Index) -> Change | None:
        """Return the change that puts the dragged clauses at `row` under `parent` (-1: last).

        None where they cannot stand or stand already.
        """
        ids = bytes(data.data(MIME).data()).decode().split()
        above = self.entry(parent)
        if above is None or above.kind in {"cover", "form"} or not ids or self._workspace.read_only:
            return None
        level = above.level + 1 if above.kind == "clause" else 0
        try:
            change = edits.move(self._workspace.resolution, self._workspace.grammar, ids, _gap(above, row), level)
        except EditError:
            return None
        return None if is_empty(change) else change

    # Following the workspace

    def _on_change(self, before: Resolution, change: Change, after: Resolution, who: object) -> None:  # noqa: ARG002
        if before.body is after.body and (before.kind, before.language) == (after.kind, after.language):
            return
        if isinstance(change, Splice) and _same_lines(change):
            for clause in change.inserted:
                self._reword(clause.id, first_words(clause, self._workspace.labels))
            return
        self._follow()

    def _reword(self, key: str, words: str) -> None:
        entry = self._known.get(key)
        if entry and entry.words != words:
            entry.words = words
            self.blockSignals(True)
            self._write(self._items[key], entry)
            self.blockSignals(False)
            index = self._items[key].index()
            self.dataChanged.emit(index, index)

    def _follow(self) -> None:
        """Make the lines those of the present text."""
        workspace = self._workspace
        phases = workspace.grammar.phases
        parted = "preambular" in phases and "operative" in phases
        form = bool(workspace.template.kind(workspace.resolution.kind).form)
        entries = outline(workspace.labels, parted, form, self._beginnings)
        self.changing = True
        self._match(self.invisibleRootItem(), self.entries, entries)
        self.entries = entries
        self.changing = False

    def _match(self, item: QStandardItem, old: list[Entry], new: list[Entry]) -> None:
        """Make the lines under `item` those of `new`: what is between the common start and end is exchanged."""
        start = 0
        while start < min(len(old), len(new)) and old[start].key == new[start].key:
            start += 1
        end = 0
        while end < min(len(old), len(new)) - start and old[-1 - end].key == new[-1 - end].key:
            end += 1
        gone, fresh = old[start : len(old) - end], new[start : len(new) - end]
        if gone:
            for entry in gone:
                self._forget(entry)
            item.removeRows(start, len(gone))
        if fresh:
            if item.columnCount() == 0:
                item.setColumnCount(1)  # else Qt would insert it in the middle of the rows
            item.insertRows(start, [self._line(entry) for entry in fresh])
        kept = [(row, old[row], new[row]) for row in range(start)]
        shift = len(new) - len(old)
        kept += [(row, old[row - shift], new[row]) for row in range(len(new) - end, len(new))]
        self._renew(item, kept)
        for _, before, after in kept:
            if before.children or after.children:
                self._match(self._items[after.key], before.children, after.children)

    def _renew(self, item: QStandardItem, kept: list[tuple[int, Entry, Entry]]) -> None:
        """Write anew the lines under `item` that say something else, and tell of them once."""
        changed: list[int] = []
        self.blockSignals(True)
        for row, before, after in kept:
            self._known[after.key] = after
            if not before.says(after):
                self._write(self._items[after.key], after)
                changed.append(row)
        self.blockSignals(False)
        if changed:
            above = item.index()
            self.dataChanged.emit(self.index(changed[0], 0, above), self.index(changed[-1], 0, above))

    def _line(self, entry: Entry) -> QStandardItem:
        item = QStandardItem()
        item.setFlags(_FLAGS.get(entry.kind, _GROUP))
        item.setData(entry.key, KEY)
        item.setData(entry.kind, KIND)
        spaced = entry.kind not in {"clause", COVER}
        item.setData(self._spaced if spaced else self._size, Qt.ItemDataRole.SizeHintRole)
        self._write(item, entry)
        if entry.key in self._said:
            item.setData(self._said[entry.key], Qt.ItemDataRole.AccessibleDescriptionRole)
        self._items[entry.key], self._known[entry.key] = item, entry
        if entry.children:
            item.appendRows([self._line(child) for child in entry.children])
        return item

    def _write(self, item: QStandardItem, entry: Entry) -> None:
        item.setData(self.saying.shown(entry), _SHOWN)
        item.setData(self.saying.spoken(entry), _SPOKEN)

    def _forget(self, entry: Entry) -> None:
        if self._known.get(entry.key) is entry:  # else it stands in another place already
            del self._items[entry.key], self._known[entry.key]
        for child in entry.children:
            self._forget(child)

    def describe(self, descriptions: Iterable[tuple[str, str]]) -> None:
        """Give lines their further words for a screen reader: pairs of a key and a sentence."""
        for key, words in descriptions:
            self._said[key] = words
            if key in self._items:
                self._items[key].setData(words, Qt.ItemDataRole.AccessibleDescriptionRole)


def _gap(above: Entry, row: int) -> int:
    """Return the position in the body before which a drop at `row` under `above` puts the clauses."""
    if 0 <= row < len(above.children):
        return above.children[row].at
    last = above
    while last.children:
        last = last.children[-1]
    return last.at if last is above and above.kind != "clause" else last.at + 1


def _same_lines(change: Splice) -> bool:
    return len(change.removed) == len(change.inserted) and all(
        replace(one, text=(), extra=()) == replace(other, text=(), extra=())
        for one, other in zip(change.removed, change.inserted, strict=True)
    )
