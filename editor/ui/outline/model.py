"""The outline as Qt's item model. It follows the workspace and, for a drop, asks it for a move."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from editor.app.outline import Entry, first_words, outline
from editor.app.workspace import Workspace
from editor.model import edits
from editor.model.changes import Change, Splice
from editor.model.errors import EditError
from editor.model.resolution import Resolution
from editor.ui.draft.margin import sign_words
from editor.ui.outline.nodes import Node

Index = QModelIndex | QPersistentModelIndex
MIME = "application/x-resolution-editor-moved"

KEY = Qt.ItemDataRole.UserRole + 1
KIND = Qt.ItemDataRole.UserRole + 2
LABEL = Qt.ItemDataRole.UserRole + 3
WORDS = Qt.ItemDataRole.UserRole + 4
_NOWHERE = QModelIndex()

_COVER = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_GROUP = _COVER | Qt.ItemFlag.ItemIsDropEnabled
_FLAGS = {"cover": _COVER, "clause": _GROUP | Qt.ItemFlag.ItemIsDragEnabled}


class OutlineModel(QAbstractItemModel):
    """The lines of one workspace's outline; a line's key is its clause's id."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._count = 0
        self._nodes: dict[int, Node] = {}
        self._keys: dict[str, Node] = {}
        self._root = Node(Entry("", "cover"), 0, None)
        self._fill(self._root, self._entries(), 0)
        workspace.listen(self._on_change)

    def detach(self) -> None:
        """Follow the workspace no more."""
        self._workspace.leave(self._on_change)

    def index_of(self, key: str) -> QModelIndex:
        """Return the index of the line `key`, an invalid one if there is none."""
        node = self._keys.get(key)
        return self.createIndex(node.row, 0, node.number) if node else QModelIndex()

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """Return the index of the line at `row` under `parent`."""
        above = self._node(parent)
        if column != 0 or not 0 <= row < len(above.children):
            return QModelIndex()
        return self.createIndex(row, 0, above.children[row].number)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        """Return the index of the line above `index`."""
        above = self._node(index).parent
        if above is None or above is self._root:
            return QModelIndex()
        return self.createIndex(above.row, 0, above.number)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many lines stand under `parent`."""
        return len(self._node(parent).children)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: ARG002
        """Return 1."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a line says; what is painted is also what a screen reader reads."""
        if not index.isValid():
            return None
        node = self._node(index)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{node.label} {_title(node)}".strip()
        found = {KEY: node.key, KIND: node.kind, LABEL: node.label, WORDS: _title(node)}
        return found.get(Qt.ItemDataRole(role) if role < Qt.ItemDataRole.UserRole else role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a line: clauses are dragged, and dropped under anything but the cover."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _FLAGS.get(self._node(index).kind, _GROUP)

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
        ids = [self._node(index).key for index in indexes if self._node(index).kind == "clause"]
        data.setData(MIME, QByteArray(" ".join(ids).encode()))
        return data

    def canDropMimeData(  # noqa: N802
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Return whether the template's grammar lets the dragged clauses stand there."""
        return super().canDropMimeData(data, action, row, column, parent) and self._move(data, row, parent) is not None

    def dropMimeData(  # noqa: N802
        self,
        data: QMimeData,
        action: Qt.DropAction,  # noqa: ARG002
        row: int,
        column: int,  # noqa: ARG002
        parent: Index,
    ) -> bool:
        """Move the dragged clauses with their sub-items."""
        change = self._move(data, row, parent)
        if change is None:
            return False
        self._workspace.apply(change, self)
        return True

    def _move(self, data: QMimeData, row: int, parent: Index) -> Change | None:
        ids = bytes(data.data(MIME).data()).decode().split()
        node = self._node(parent)
        if node is self._root or node.kind == "cover" or not ids:
            return None
        known = self._workspace.labels.places
        level = self._workspace.body[known[node.key]].level + 1 if node.kind == "clause" else 0
        try:
            return edits.move(self._workspace.resolution, self._workspace.grammar, ids, self._gap(node, row), level)
        except EditError:
            return None

    def _gap(self, node: Node, row: int) -> int:
        """Return the position in the body before which a drop at `row` under `node` puts the clauses."""
        if 0 <= row < len(node.children):
            return node.children[row].at
        last = node
        while last.children:
            last = last.children[-1]
        return last.at if last is node and node.kind != "clause" else last.at + 1

    # Following the workspace

    def _entries(self) -> list[Entry]:
        phases = self._workspace.grammar.phases
        return outline(self._workspace.labels, "preambular" in phases and "operative" in phases)

    def _on_change(self, before: Resolution, change: Change, after: Resolution, who: object) -> None:  # noqa: ARG002
        if before.body is after.body:
            return
        if isinstance(change, Splice) and _same_lines(change):
            for clause in change.inserted:
                self._reword(clause.id, first_words(clause, self._workspace.labels))
            return
        self._follow(self._root, QModelIndex(), self._entries())

    def _reword(self, key: str, words: str) -> None:
        node = self._keys.get(key)
        if node and node.words != words:
            node.words = words
            index = self.createIndex(node.row, 0, node.number)
            self.dataChanged.emit(index, index)

    def _follow(self, node: Node, index: QModelIndex, entries: list[Entry]) -> None:
        """Make the lines under `node` those of `entries`: what is between the common start and end is exchanged."""
        old, new = [child.key for child in node.children], [entry.key for entry in entries]
        start = 0
        while start < min(len(old), len(new)) and old[start] == new[start]:
            start += 1
        end = 0
        while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
            end += 1
        if start < len(old) - end:
            self.beginRemoveRows(index, start, len(old) - end - 1)
            for child in node.children[start : len(old) - end]:
                self._forget(child)
            del node.children[start : len(old) - end]
            node.number_rows()
            self.endRemoveRows()
        if start < len(new) - end:
            self.beginInsertRows(index, start, len(new) - end - 1)
            self._fill(node, entries[start : len(new) - end], start)
            self.endInsertRows()
        for row, entry in enumerate(entries):
            child = node.children[row]
            below = self.createIndex(row, 0, child.number)
            if child.take(entry):
                self.dataChanged.emit(below, below)
            self._follow(child, below, entry.children)

    def _fill(self, node: Node, entries: list[Entry], start: int) -> None:
        """Put new lines for `entries`, with all below them, under `node` from row `start` on."""
        fresh: list[Node] = []
        for entry in entries:
            self._count += 1
            child = Node(entry, self._count, node)
            self._nodes[child.number] = self._keys[child.key] = child
            self._fill(child, entry.children, 0)
            fresh.append(child)
        node.children[start:start] = fresh
        node.number_rows()

    def _forget(self, node: Node) -> None:
        del self._nodes[node.number]
        if self._keys.get(node.key) is node:
            del self._keys[node.key]
        for child in node.children:
            self._forget(child)

    def _node(self, index: Index) -> Node:
        return self._nodes.get(index.internalId(), self._root) if index.isValid() else self._root


def _title(node: Node) -> str:
    if node.kind == "cover":
        return QCoreApplication.translate("Outline", "Cover sheet")
    return sign_words(node.kind) if node.kind != "clause" else node.words


def _same_lines(change: Splice) -> bool:
    return len(change.removed) == len(change.inserted) and all(
        (one.id, one.kind, one.level, one.number) == (other.id, other.kind, other.level, other.number)
        for one, other in zip(change.removed, change.inserted, strict=True)
    )
