"""The lines of the outline as the item model keeps them: each knows its parent, its row and a number of its own."""

from editor.app.outline import Entry, EntryKind


class Node:
    """One line; its number is never given to another, so that Qt may keep it."""

    __slots__ = ("at", "children", "key", "kind", "label", "number", "parent", "row", "words")

    def __init__(self, entry: Entry, number: int, parent: "Node | None") -> None:
        self.number = number
        self.parent = parent
        self.key = entry.key
        self.kind: EntryKind = entry.kind
        self.row = 0
        self.children: list[Node] = []
        self.at, self.label, self.words = entry.at, entry.label, entry.words

    def take(self, entry: Entry) -> bool:
        """Take over what `entry` says; return whether that shows."""
        changed = (self.label, self.words) != (entry.label, entry.words)
        self.at, self.label, self.words = entry.at, entry.label, entry.words
        return changed

    def number_rows(self) -> None:
        """Tell the children at which rows they stand."""
        for row, child in enumerate(self.children):
            child.row = row
