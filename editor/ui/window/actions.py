"""The actions of one window: made from the table of commands, in its menus, answering their keys."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from editor.ui.window.menus import SECTIONS, Command


class Actions(QObject):
    """The actions of one window, each with the handler of its name; they stand in its menus and answer their keys.

    `icons` names the icon that a button of the action shows.
    """

    def __init__(self, window: QMainWindow, handlers: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(window)
        self.icons: dict[str, str] = {}
        self.by_name: dict[str, QAction] = {}
        for section in SECTIONS:
            menu = window.menuBar().addMenu(_translated(section.title))
            for command in section.commands:
                if command is None:
                    menu.addSeparator()
                else:
                    self._add(window, menu, command, handlers[command.name])

    def __getitem__(self, name: str) -> QAction:
        """Return the action `name`; KeyError if there is none."""
        return self.by_name[name]

    def _add(self, window: QMainWindow, menu: QMenu, command: Command, handler: Callable[[], object]) -> None:
        words = _translated(command.words)
        action = QAction(words, window)
        action.setObjectName(f"action_{command.name}")
        action.setCheckable(command.checkable)
        if isinstance(command.keys, str):
            action.setShortcut(QKeySequence(command.keys))
        elif command.keys is not None:
            action.setShortcuts(command.keys)
        if command.short:
            action.setIconText(_translated(command.short))
        plain = words.replace("&", "").removesuffix("…")
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{plain} ({keys})" if keys else plain)
        action.triggered.connect(lambda _=False: handler())
        menu.addAction(action)
        self.by_name[command.name] = action
        if command.icon:
            self.icons[command.name] = command.icon


def _translated(words: str) -> str:
    return QCoreApplication.translate("Actions", words)
