"""The outline's context menu."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from editor.ui.outline.keys import KEYS
from editor.ui.outline.model import KEY, KIND
from editor.ui.theme import Theme

if TYPE_CHECKING:
    from editor.ui.outline.view import OutlineView


class OutlineMenu(QMenu):
    """What can be done with the chosen clauses, or with the group at `index`."""

    def __init__(self, view: "OutlineView", theme: Theme, index: QModelIndex) -> None:
        super().__init__(view)
        self.setObjectName("outline_menu")
        self._view, self._theme = view, theme
        kind = index.data(KIND)
        if kind == "clause":
            self._fill_for_clauses(index)
        elif kind in {"preamble", "operative"}:
            self._fill_for_group(index)

    def _fill_for_clauses(self, index: QModelIndex) -> None:
        commands = self._view.commands
        many = len(self._view.chosen()) > 1
        self._add("add_clause", self.tr("Add a Clause After"), commands.add_clause, "plus")
        self.addSeparator()
        self._add("indent", self.tr("Make a Sub-Item"), commands.indent, "list-indent-increase", commands.can("indent"))
        self._add("outdent", self.tr("Step Out"), commands.outdent, "list-indent-decrease", commands.can("outdent"))
        self._add("move_up", self.tr("Move Up"), commands.move_up, "arrow-up", commands.can("move_up"))
        self._add("move_down", self.tr("Move Down"), commands.move_down, "arrow-down", commands.can("move_down"))
        self.addSeparator()
        self._add("duplicate", self.tr("Duplicate"), commands.duplicate)
        self._add("cut", self.tr("Cut"), commands.cut)
        self._add("copy", self.tr("Copy"), commands.copy, writes=False)
        self._add("paste", self.tr("Paste After"), commands.paste, "clipboard-paste", commands.can_paste())
        self._add("delete", self.tr("Delete"), commands.delete, "trash-2")
        self.addSeparator()
        key = str(index.data(KEY))
        entry = self._view.lines.entry_of(key)
        refers = bool(entry and entry.path) and not many
        self._add("refer", self.tr("Refer to It at the Caret"), lambda: self._refer(key), "link", refers)

    def _refer(self, key: str) -> None:
        self._view.reference_wanted.emit(key)

    def _fill_for_group(self, index: QModelIndex) -> None:
        entry = self._view.lines.entry(index)
        if entry is None or entry.kind not in {"preamble", "operative"}:
            return
        at = entry.at
        if entry.children:
            self._add("add_clause", self.tr("Add a Clause at the End"), lambda: self._add_last(index), "plus")
        elif entry.kind == "preamble":
            add = self._view.commands.add_to_part
            self._add("add_clause", self.tr("Add a Clause"), lambda: add(at, "preambular"), "plus")
        else:
            add = self._view.commands.add_to_part
            self._add("add_clause", self.tr("Add a Clause"), lambda: add(at, "operative"), "plus")

    def _add_last(self, index: QModelIndex) -> None:
        last = self._view.lines.index(self._view.lines.rowCount(index) - 1, 0, index)
        self._view.choose([str(last.data(KEY))])
        self._view.commands.add_clause()

    def _add(
        self,
        name: str,
        words: str,
        act: Callable[[], None],
        icon: str = "",
        enabled: bool = True,
        *,
        writes: bool = True,
    ) -> QAction:
        action = self.addAction(words)
        action.setObjectName(f"outline_{name}")
        if icon:
            action.setIcon(self._theme.icon(icon, float(self._theme.token("icon", "size-row")) * self._theme.scale))
        key = next((key for key in KEYS if key.command == name), None)
        if key:
            shown = key.sequences()[0].toString(QKeySequence.SequenceFormat.NativeText)
            action.setText(f"{words}\t{shown}")
        action.setEnabled(enabled and not (writes and self._view.read_only))
        action.triggered.connect(lambda _=False: act())
        return action
