"""The window's end of the process that makes its pages."""

import sys

from PySide6.QtCore import QObject, QProcess, Signal
from PySide6.QtGui import QImage

from editor.app.pagemaking.messages import Answer, Job, Made, Tile, answer_length, packed, read_answer

FLAG = "--make-pages"
"""The word that a bundled program is started with to make pages."""

_MODULE = "editor.app.pagemaking.worker"

_SMALL = 16_384
"""Bytes that a pipe takes at once."""

_PATIENCE = 2000
"""ms that a killed process is given to be gone."""


def command() -> tuple[str, list[str]]:
    """Return the program that makes pages and its words: this one again, wherever it was loaded from."""
    if getattr(sys, "frozen", False):
        return sys.executable, [FLAG]
    return sys.executable, ["-c", f"import sys; sys.path[:] = {sys.path!r}; from {_MODULE} import main; main()"]


class PageProcess(QObject):
    """A process that makes pages. It is started at once; Qt's event loop reads what it says, piece by piece.

    `made` carries the Made of a job, `drawn` a Tile with its picture (None where it is as it was), `done` says that the
    job is done; `ended` that the process is gone without having been told to.
    """

    made = Signal(object)
    drawn = Signal(object, object)
    done = Signal()
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tile: Tile | None = None
        self._picture: QImage | None = None
        self._missing = memoryview(b"")
        self._over = False
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._end)
        self._process.errorOccurred.connect(self._failed)
        program, words = command()
        self._process.start(program, words)

    @property
    def number(self) -> int:
        """The process's number in the system, 0 if it does not run."""
        return self._process.processId()

    def send(self, job: Job) -> None:
        """Let it do `job`, which has to be the only one under way."""
        data = packed(job)
        self._process.write(data)
        if len(data) < _SMALL and self._process.state() == QProcess.ProcessState.Running:
            self._process.waitForBytesWritten(1)  # else it would lie here until the window is repainted

    def stop(self) -> None:
        """End it; nothing in it is worth waiting for."""
        self._over = True
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(_PATIENCE)

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:  # all else ends in `finished`
            self._end()

    def _end(self) -> None:
        if not self._over:
            self._over = True
            self.ended.emit()

    def _read(self) -> None:
        """Take what has come; a picture is filled as its dots arrive, so that no key waits for it."""
        while not self._over and self._fill():
            if self._tile is not None:
                tile, picture = self._tile, self._picture
                self._tile = self._picture = None
                self.drawn.emit(tile, picture)
                continue
            length = answer_length(bytes(self._process.peek(4).data()))
            if length is None or self._process.bytesAvailable() < length:
                return
            self._take(read_answer(bytes(self._process.read(length).data())))

    def _take(self, answer: Answer) -> None:
        if isinstance(answer, Made):
            self.made.emit(answer)
        elif isinstance(answer, Tile):
            self._tile = answer
            if answer.changed:
                self._picture = QImage(answer.width, answer.height, QImage.Format.Format_RGB32)
                self._missing = memoryview(self._picture.bits())[: answer.size]
        else:
            self.done.emit()

    def _fill(self) -> bool:
        """Put the dots that are there where they belong; return whether none are missing."""
        while self._missing:
            data = self._process.read(len(self._missing)).data()
            self._missing[: len(data)] = data
            self._missing = self._missing[len(data) :]
            if not data:
                return False
        return True
