"""The menu of texts opened lately."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from editor.app.store import Recent
from editor.ui.program import Program

_SHOWN = 10
_LETTERS = 60


class RecentMenu(QMenu):
    """File > Open Recent; `chosen` carries the path of a text."""

    chosen = Signal(str)

    def __init__(self, program: Program, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recent_menu")
        self.setTitle(self.tr("Open &Recent"))
        self._program = program
        self.aboutToShow.connect(self._fill)

    def stand_behind(self, action: QAction) -> None:
        """Take the place behind `action` in the menu that it stands in."""
        for menu in action.associatedObjects():
            if isinstance(menu, QMenu):
                actions = menu.actions()
                at = actions.index(action) + 1
                if at < len(actions):
                    menu.insertMenu(actions[at], self)
                else:
                    menu.addMenu(self)

    def _fill(self) -> None:
        self.clear()
        entries = self._program.store.recent[:_SHOWN]
        for number, entry in enumerate(entries, 1):
            action = self.addAction(_words(number, entry))
            action.setToolTip(entry.path)
            action.triggered.connect(lambda _=False, path=entry.path: self.chosen.emit(path))
        if not entries:
            self.addAction(self.tr("Texts you open will be listed here.")).setEnabled(False)
            return
        self.addSeparator()
        clear = self.addAction(self.tr("&Clear the List"))
        clear.setObjectName("action_clear_recent")
        clear.triggered.connect(lambda: self._program.forget_recent())


def _words(number: int, entry: Recent) -> str:
    words = entry.title or Path(entry.path).stem
    words = words if len(words) <= _LETTERS else f"{words[: _LETTERS - 1].rstrip()}…"
    code = f"  ({entry.code})" if entry.code else ""
    return f"&{number % 10} {words.replace('&', '&&')}{code.replace('&', '&&')}"
