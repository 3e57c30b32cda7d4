"""The menus of the start page: what can be done without a text."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from editor import __version__
from editor.app.preferences import SchemeChoice
from editor.app.sentences.marking import QT_TRANSLATE_NOOP
from editor.app.store import changed
from editor.ui.window.recent_menu import RecentMenu

if TYPE_CHECKING:
    from editor.ui.start.window import StartWindow

_Keys = QKeySequence.StandardKey

_SCHEMES: tuple[tuple[SchemeChoice, str], ...] = (
    ("system", QT_TRANSLATE_NOOP("Start", "Colours of the &System")),
    ("light", QT_TRANSLATE_NOOP("Start", "&Light Colours")),
    ("dark", QT_TRANSLATE_NOOP("Start", "&Dark Colours")),
    ("contrast", QT_TRANSLATE_NOOP("Start", "&High Contrast")),
)


class Menus(QObject):
    """The menu bar of `window`."""

    def __init__(self, window: "StartWindow") -> None:
        super().__init__(window)
        self._window = window
        self._add_file()
        self._add_edit()
        self._add_view()
        self._add_help()

    def _add_file(self) -> None:
        window, opening = self._window, self._window.opening
        menu = self._menu(_tr("&File"))
        self._add(menu, "new", _tr("&New…"), opening.new, _Keys.New)
        opener = self._add(menu, "open", _tr("&Open…"), opening.open, _Keys.Open)
        menu.addSeparator()
        self._add(menu, "start_last_year", _tr("&Start from Last Year’s Text…"), opening.open_last_year)
        self._add(menu, "import_text", _tr("&Import Word or Text…"), opening.import_text)
        self._add(menu, "sample", _tr("Open the Sa&mple"), opening.sample)
        menu.addSeparator()
        self._add(menu, "close", _tr("&Close"), window.close, _Keys.Close)
        self._add(menu, "quit", _tr("&Quit"), window.program.quit, _Keys.Quit)
        self.recent = RecentMenu(window.program, window)
        self.recent.chosen.connect(lambda path: opening.open_path(Path(path)))
        self.recent.stand_behind(opener)

    def _add_edit(self) -> None:
        menu = self._menu(_tr("&Edit"))
        listed = self._window.page.recent
        forget = self._add(menu, "forget_recent", _tr("&Remove from the List"), listed.forget_current)
        clear = self._add(menu, "clear_recent", _tr("&Clear the List"), self._window.program.forget_recent)

        def allow() -> None:
            forget.setEnabled(listed.currentIndex().isValid())
            clear.setEnabled(bool(self._window.program.store.recent))

        menu.aboutToShow.connect(allow)

    def _add_view(self) -> None:
        menu = self._menu(_tr("&View"))
        group = QActionGroup(self)
        program = self._window.program
        for scheme, words in _SCHEMES:
            action = self._add(menu, f"colours_{scheme}", _tr(words), partial(self._colour, scheme))
            action.setCheckable(True)
            action.setChecked(program.preferences.scheme == scheme)
            group.addAction(action)

    def _colour(self, scheme: SchemeChoice) -> None:
        program = self._window.program
        program.set_preferences(changed(program.preferences, scheme=scheme))

    def _add_help(self) -> None:
        words = _tr("Resolution Editor {version}: drafting, numbering and printing of resolutions, without a network.")
        menu = self._menu(_tr("&Help"))
        about = words.format(version=__version__)
        self._add(menu, "about", _tr("&About Resolution Editor"), lambda: self._window.say(about))

    def _menu(self, words: str) -> QMenu:
        return self._window.menuBar().addMenu(words)

    def _add(
        self,
        menu: QMenu,
        name: str,
        words: str,
        handler: Callable[[], object],
        keys: QKeySequence.StandardKey | None = None,
    ) -> QAction:
        action = QAction(words, self._window)
        action.setObjectName(f"action_{name}")
        if keys is not None:
            action.setShortcuts(keys)
        action.triggered.connect(lambda _=False: handler())
        menu.addAction(action)
        return action


def _tr(words: str) -> str:
    return QCoreApplication.translate("Start", words)
