"""Keeping what is typed: a thread of its own writes the journal of one session, so that typing waits for nothing."""

import threading
import time
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.app.documents import Document, project_of
from editor.app.workspace import Workspace
from editor.model.changes import Change
from editor.model.errors import EditorError
from editor.model.ids import new_id
from editor.model.resolution import Resolution
from editor.project.journal import Head
from editor.project.journal_file import JOURNALS, SUFFIX, JournalFile
from editor.project.leftovers import sweep
from editor.project.owner import this_program

PAUSE = 0.4
"""Seconds from a change until it is written, with all that came meanwhile."""

_RETRY = 5.0
"""Seconds until a write is tried again that failed."""

_PATIENCE = 5.0
"""Seconds that the last write may take when the text is closed."""


class Recorder(QObject):
    """Records one session into a journal in `folder`; it does nothing and costs nothing before the first change.

    `failed` carries the error when the journal can no longer be written, once until it can be again.
    """

    failed = Signal(object)

    def __init__(self, folder: Path, document: Document, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.path = folder / JOURNALS / f"{new_id()}{SUFFIX}"
        self._task: tuple[Document, Resolution] = (document, document.resolution)
        self._wake, self._end = threading.Event(), threading.Event()
        self._turn = threading.Lock()
        self._thread: threading.Thread | None = None
        self._file = JournalFile(self.path)
        self._bound: Document | None = None
        self._well = True
        workspace.listen(self._on_change)
        if workspace.resolution != document.resolution:
            self.note(workspace.resolution)

    def _on_change(self, before: Resolution, change: Change, after: Resolution, who: object) -> None:  # noqa: ARG002
        self.note(after)

    def note(self, resolution: Resolution) -> None:
        """Hear that the text is `resolution` now; it is written soon."""
        self._task = (self._task[0], resolution)
        if not self._wake.is_set():
            self._wake.set()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
            self._thread.start()

    def saved(self, document: Document) -> None:
        """Hear that the text is in the file of `document`: what the journal told until now is there."""
        with self._turn:
            self._task = (document, document.resolution)
            self._bound = document
            self._file.remove()

    def flush(self) -> bool:
        """Write at once; return whether what there is to lose is on the disk."""
        self._write()
        return self._well

    def close(self) -> None:
        """Stop, and take the journal away: the text is saved, or its user gave it up."""
        self._workspace.leave(self._on_change)
        self._end.set()
        self._wake.set()
        if self._thread is not None:
            self._thread.join(_PATIENCE)
            self._thread = None
        self._file.remove()

    def _run(self) -> None:
        folder = self._task[0].path
        sweep(*([folder.parent] if folder else []), self.path.parent)
        while not self._end.is_set():
            self._wake.wait(None if self._well else _RETRY)
            self._end.wait(PAUSE)
            if not self._end.is_set():
                self._wake.clear()
                self._write()

    def _write(self) -> None:
        with self._turn:
            document, resolution = self._task
            if document is not self._bound:
                self._file.remove()
                self._bound = document
            if resolution == document.resolution:
                self._file.remove()
                return
            try:
                self._file.write(self._head(document), lambda: project_of(document), resolution, time.time())
            except EditorError as error:
                self._tell(error)
            else:
                self._well = True

    def _head(self, document: Document) -> Head:
        path = str(document.path.absolute()) if document.path else ""
        return Head(self.path.stem, this_program(), path, document.stamp)

    def _tell(self, error: EditorError) -> None:
        if self._well:
            self._well = False
            try:
                self.failed.emit(error)
            except RuntimeError:  # the window is gone meanwhile
                return
