"""Every command of the window as an action: words, key, icon, and where in the menus it stands."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from editor.app.sentences.marking import QT_TRANSLATE_NOOP

_Standard = QKeySequence.StandardKey
Keys = QKeySequence.StandardKey | str | None


class Command(NamedTuple):
    """One action: `name` follows "action_" in its object name, `words` stand in the menu, `short` on a button."""

    name: str
    words: str
    keys: Keys = None
    icon: str = ""
    short: str = ""
    checkable: bool = False


class Section(NamedTuple):
    """One menu: its title, and the commands in it, None for a line between them."""

    title: str
    commands: tuple[Command | None, ...]


SECTIONS = (
    Section(
        QT_TRANSLATE_NOOP("Actions", "&File"),
        (
            Command("new", QT_TRANSLATE_NOOP("Actions", "&New…"), _Standard.New),
            Command("open", QT_TRANSLATE_NOOP("Actions", "&Open…"), _Standard.Open),
            None,
            Command("save", QT_TRANSLATE_NOOP("Actions", "&Save"), _Standard.Save),
            Command("save_as", QT_TRANSLATE_NOOP("Actions", "Save &As…"), _Standard.SaveAs),
            None,
            Command(
                "export_pdf",
                QT_TRANSLATE_NOOP("Actions", "Export &PDF…"),
                "Ctrl+E",
                "download",
                QT_TRANSLATE_NOOP("Actions", "Export"),
            ),
            Command("export_docx", QT_TRANSLATE_NOOP("Actions", "Export &Word File…"), "Ctrl+Shift+E"),
            None,
            Command("close", QT_TRANSLATE_NOOP("Actions", "&Close"), _Standard.Close),
        ),
    ),
    Section(
        QT_TRANSLATE_NOOP("Actions", "&Edit"),
        (
            Command("undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), _Standard.Undo, "undo-2"),
            Command("redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), "Ctrl+Shift+Z", "redo-2"),
            None,
            Command("cut", QT_TRANSLATE_NOOP("Actions", "Cu&t"), _Standard.Cut),
            Command("copy", QT_TRANSLATE_NOOP("Actions", "&Copy"), _Standard.Copy),
            Command("paste", QT_TRANSLATE_NOOP("Actions", "&Paste"), _Standard.Paste),
            Command("select_all", QT_TRANSLATE_NOOP("Actions", "Select &All"), _Standard.SelectAll),
            None,
            Command("italic", QT_TRANSLATE_NOOP("Actions", "&Italic"), "Ctrl+I"),
            Command("bold", QT_TRANSLATE_NOOP("Actions", "&Bold"), "Ctrl+B"),
        ),
    ),
    Section(
        QT_TRANSLATE_NOOP("Actions", "&Clause"),
        (
            Command(
                "add_clause",
                QT_TRANSLATE_NOOP("Actions", "&Add a Clause"),
                "Ctrl+Shift+Return",
                "plus",
                QT_TRANSLATE_NOOP("Actions", "Clause"),
            ),
            Command("to_operative", QT_TRANSLATE_NOOP("Actions", "Go to the Operative &Part"), "Ctrl+Return"),
            None,
            Command("outdent", QT_TRANSLATE_NOOP("Actions", "Step &Out"), "Ctrl+[", "list-indent-decrease"),
            Command("indent", QT_TRANSLATE_NOOP("Actions", "Make a Sub-&Item"), "Ctrl+]", "list-indent-increase"),
            Command("move_up", QT_TRANSLATE_NOOP("Actions", "Move &Up"), "Alt+Up", "arrow-up"),
            Command("move_down", QT_TRANSLATE_NOOP("Actions", "Move &Down"), "Alt+Down", "arrow-down"),
        ),
    ),
    Section(
        QT_TRANSLATE_NOOP("Actions", "&View"),
        (
            Command("outline", QT_TRANSLATE_NOOP("Actions", "&Outline"), "F9", "panel-left", checkable=True),
            Command(
                "cover",
                QT_TRANSLATE_NOOP("Actions", "&Cover Sheet"),
                "Ctrl+Shift+C",
                short=QT_TRANSLATE_NOOP("Actions", "Cover"),
                checkable=True,
            ),
            None,
            Command("zoom_in", QT_TRANSLATE_NOOP("Actions", "Zoom &In"), _Standard.ZoomIn, "plus"),
            Command("zoom_out", QT_TRANSLATE_NOOP("Actions", "Zoom &Out"), _Standard.ZoomOut, "minus"),
            Command("zoom_reset", QT_TRANSLATE_NOOP("Actions", "&Usual Size"), "Ctrl+0"),
            None,
            Command("next_pane", QT_TRANSLATE_NOOP("Actions", "&Next Pane"), "F6"),
            Command("last_pane", QT_TRANSLATE_NOOP("Actions", "&Previous Pane"), "Shift+F6"),
        ),
    ),
)


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
