"""The running program: what its windows share, and the windows themselves."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal

from editor.app.documents import Document
from editor.app.preferences import Preferences
from editor.app.store import Store
from editor.paths import user_state_folder
from editor.ui.theme import Theme

if TYPE_CHECKING:
    from editor.app.locking import Claim
    from editor.ui.start.window import StartWindow
    from editor.ui.window.main_window import MainWindow

_ASIDE = 28  # pixels by which a new window lies beside the last, so that both are seen


class Program(QObject):
    """What all windows share: the theme, the memory between two starts, and each other.

    `state` is the folder of texts kept against mishaps. `preferences_changed` says that the settings are others,
    `recent_changed` that the texts opened lately are.
    """

    preferences_changed = Signal()
    recent_changed = Signal()

    def __init__(
        self, store: Store, theme: Theme | None = None, parent: QObject | None = None, *, state: Path | None = None
    ) -> None:
        super().__init__(parent)
        self.store = store
        self.state = state or user_state_folder()
        self.theme = theme or Theme(parent=self)
        self.windows: list[MainWindow] = []
        self._start: StartWindow | None = None
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
        others = [other for other in self.windows if other.isVisible()]
        if others and not window.isMaximized():
            window.move(others[-1].pos() + QPoint(_ASIDE, _ASIDE))
        self.windows.append(window)
        window.destroyed.connect(lambda: self._forget(window))
        window.show()
        return window

    def _forget(self, window: "MainWindow") -> None:
        if window in self.windows:
            self.windows.remove(window)

    def show_start(self) -> "StartWindow":
        """Return the start page, shown."""
        start = self._start
        if start is None or not start.isVisible():  # one that was closed is on its way out
            from editor.ui.start.window import StartWindow

            start = self._start = StartWindow(self)
            start.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            start.destroyed.connect(lambda: self._forget_start(start))
        start.show()
        start.raise_()
        start.activateWindow()
        return start

    def _forget_start(self, start: "StartWindow") -> None:
        if self._start is start:
            self._start = None

    def quit(self) -> None:
        """Close all windows, in turn; one whose text the user keeps open ends that."""
        for window in tuple(self.windows):
            if not window.close():
                return
        if self._start is not None and self._start.isVisible():
            self._start.close()

    # Texts

    def is_unsaved(self, path: Path) -> bool:
        """Return whether a window has changes to the text at `path` that are not in its file."""
        window = self.window_on(path)
        return window is not None and window.session.workspace.history.modified

    def claim(self, path: Path, *, over: bool = False) -> "Claim":
        """Ask for the file `path`, to read and write it from now on; `over` takes it from others."""
        from editor.app.locking import claim

        return claim(path, self.preferences.name, over=over)

    def release(self, path: Path) -> None:
        """Let others have the file `path`."""
        from editor.app.locking import release

        release(path)

    # Texts opened lately

    def remember(self, document: Document) -> None:
        """Put `document`, if it has a file, at the head of the texts opened lately."""
        from editor.app import recent

        recent.remember(self.store, document)
        self.recent_changed.emit()

    def forget_recent(self, path: str | None = None) -> None:
        """Forget that the text at `path` was opened lately; None forgets all."""
        self.store.forget_recent(path)
        self.recent_changed.emit()

    def window_on(self, path: Path) -> "MainWindow | None":
        """Return the window on the file `path`, None if there is none."""
        wanted = os.path.realpath(path)
        for window in self.windows:
            known = window.session.document.path
            if known and os.path.realpath(known) == wanted and window.isVisible():
                return window
        return None
