"""The menu that says in which language the chosen words are: spelling, quotation marks and hyphens follow it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from editor.ui.messages import language_name
from editor.ui.window.session import Session


class LanguageMenu(QMenu):
    """Edit > Language of the Words, for the text that `session` gives."""

    def __init__(self, session: Callable[[], Session], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("language_menu")
        self.setTitle(self.tr("&Language of the Words"))
        self._session = session
        self.aboutToShow.connect(self.fill)

    def stand_behind(self, action: QAction) -> None:
        """Take the place behind `action` in the menu that it stands in."""
        for menu in action.associatedObjects():
            if isinstance(menu, QMenu):
                actions = menu.actions()
                after = actions[actions.index(action) + 1 : actions.index(action) + 2]
                menu.insertMenu(after[0], self) if after else menu.addMenu(self)

    def fill(self) -> None:
        """List the template's languages."""
        self.clear()
        session = self._session()
        languages = [(language_name(language), language.code) for language in session.workspace.template.file.languages]
        for words, code in ((self.tr("That of the Text"), None), *languages):
            action = self.addAction(words)
            action.setObjectName(f"action_language_{code or 'text'}")
            action.setDisabled(session.workspace.read_only)
            action.triggered.connect(partial(self._choose, code))

    def _choose(self, code: str | None, _checked: bool = False) -> None:
        self._session().draft.commands.set_language(code)
