"""The running program: what its windows share, and the windows themselves."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from editor.app.documents import Document
from editor.app.preferences import Preferences
from editor.app.store import Store
from editor.ui.theme import Theme

if TYPE_CHECKING:
    from editor.ui.window.main_window import MainWindow


class Program(QObject):
    """What all windows share: the theme, the memory between two starts, and each other.

    `preferences_changed` says that the settings are others.
    """

    preferences_changed = Signal()

    def __init__(self, store: Store, theme: Theme | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self.theme = theme or Theme(parent=self)
        self.windows: list[MainWindow] = []
        self._own_scheme = self.theme.fixed
        self._follow_scheme()

    @property
    def preferences(self) -> Preferences:
        """The settings."""
        return self.store.preferences

    def set_preferences(self, preferences: Preferences) -> None:
        """Take `preferences` from now on, in every window."""
        if preferences != self.preferences:
            self.store.set_preferences(preferences)
            self._follow_scheme()
            self.preferences_changed.emit()

    def _follow_scheme(self) -> None:
        scheme = self.preferences.scheme
        self.theme.fix(self._own_scheme if scheme == "system" else scheme)

    # Windows

    def open_document(self, document: Document) -> "MainWindow":
        """Return a new window on `document`, shown."""
        from editor.ui.window.main_window import MainWindow

        window = MainWindow(self, document)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.windows.append(window)
        window.destroyed.connect(lambda: self._forget(window))
        window.show()
        return window

    def _forget(self, window: "MainWindow") -> None:
        if window in self.windows:
            self.windows.remove(window)

    def window_on(self, path: Path) -> "MainWindow | None":
        """Return the window on the file `path`, None if there is none."""
        wanted = path.absolute()
        for window in self.windows:
            known = window.session.document.path
            if known and known.absolute() == wanted:
                return window
        return None
