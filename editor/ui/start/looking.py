"""Reading what became of texts, away from the window: a file may lie on a drive that takes its time."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.app.recent import Standing, standing


class Looking(QObject):
    """Looks at texts one after the other; `seen` carries each path with what became of it."""

    seen = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = threading.Event()

    def look_at(self, paths: tuple[str, ...]) -> None:
        """Look at `paths`; what was asked before is given up."""
        self.stop()
        if paths:
            self._stop = threading.Event()
            threading.Thread(target=self._look, args=(paths, self._stop), name="recent texts", daemon=True).start()

    def stop(self) -> None:
        """Look no further."""
        self._stop.set()

    def _look(self, paths: tuple[str, ...], stop: threading.Event) -> None:
        for path in paths:
            found: Standing = standing(Path(path))
            if stop.is_set():
                return
            try:
                self.seen.emit(path, found)
            except RuntimeError:  # the window is gone meanwhile
                return
