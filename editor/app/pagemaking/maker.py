"""Pages of the text under edit, made while it is written: typing never waits for them, and they follow at once."""

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QImage

from editor.app.pagemaking.messages import Job, Look, Made, Spot, Tile, edit_between
from editor.app.pagemaking.process import PageProcess
from editor.app.workspace import Workspace
from editor.compose.compose import Options
from editor.model.changes import Change
from editor.model.resolution import Resolution
from editor.templating.schema import Template

PAUSE = 1000
"""ms without an edit after which pages are counted that nobody looks at."""


class _State(Struct, frozen=True):
    """What pages are made of, and what is looked at."""

    resolution: Resolution | None = None
    template: Template | None = None
    options: Options | None = None
    look: Look | None = None

    def made_as(self, other: "_State") -> bool:
        """Return whether the pages of both are the same."""
        return self.resolution is other.resolution and self.template is other.template and self.options == other.options


class PageMaker(QObject):
    """Keeps the pages of a workspace up to date, in a process that is started when they are first wanted.

    `made` carries the Made of a new state, `drawn` what is looked at as a dict of QImages by Spot (after `made`, where
    both are new); `failed` says that no pages can be made: the process ended twice, without an answer in between.
    """

    made = Signal(object)
    drawn = Signal(object)
    failed = Signal()

    def __init__(self, workspace: Workspace, options: Options | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pages: Made | None = None
        self.has_failed = False
        self._workspace = workspace
        self._options = options or Options()
        self._look: Look | None = None
        self._counting = False
        self._sent = _State()
        self._busy = self._fell = self._closed = False
        self._process: PageProcess | None = None
        self._pictures: dict[Spot, QImage] = {}
        self._coming: dict[Spot, QImage] = {}
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._send)
        workspace.listen(self._on_change)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)

    @property
    def options(self) -> Options:
        """How the pages differ from the template's usual ones."""
        return self._options

    @property
    def current(self) -> bool:
        """Whether `pages` are those of the present text."""
        return self.pages is not None and not self._busy and self._sent.made_as(self._wanted())

    @property
    def has_words(self) -> bool:
        """Whether anything has been written yet."""
        resolution = self._workspace.resolution
        return bool(resolution.cover.fields) or any(clause.text for clause in resolution.body)

    @property
    def process_number(self) -> int:
        """The number that the system knows the process by, 0 if there is none."""
        return self._process.number if self._process else 0

    def set_options(self, options: Options) -> None:
        """Make the pages so from now on."""
        self._options = options
        self._schedule()

    def look(self, look: Look | None) -> None:
        """Draw what `look` names, now and after every change, until it is another; None: nobody looks."""
        if look != self._look:
            self._look = look
            self._schedule()

    def count(self) -> None:
        """Keep the number of pages up to date from now on, even when nobody looks at them."""
        self._counting = True
        self._schedule()

    def retry(self) -> None:
        """Try again after `failed`."""
        if self.has_failed:
            self.has_failed = self._fell = False
            self._schedule()

    def close(self) -> None:
        """Follow the workspace no more and end the process."""
        if not self._closed:
            self._closed = True
            self._workspace.leave(self._on_change)
        self._look, self._counting = None, False
        self._soon.stop()
        self._drop()

    def _on_change(self, before: Resolution, change: Change, after: Resolution, who: object) -> None:  # noqa: ARG002
        if self._look is not None and self._process is not None:
            self._send()  # this takes no time; the process works while the window repaints itself
        else:
            self._schedule()

    def _schedule(self) -> None:
        """See to it that what is wanted will be sent: at once when somebody looks, after a pause when not."""
        if self._look is not None:
            self._soon.start(0)
        elif self._counting:
            self._soon.start(PAUSE)

    def _wanted(self) -> _State:
        return _State(self._workspace.resolution, self._workspace.template, self._options, self._look)

    def _send(self) -> None:
        """Send what is new since the last job, unless one is under way; its answer leads here again."""
        wanted, sent = self._wanted(), self._sent
        if self._busy or self.has_failed or (wanted.made_as(sent) and wanted.look in (sent.look, None)):
            return
        job = Job(
            template=wanted.template if wanted.template is not sent.template else None,
            options=wanted.options if wanted.options != sent.options else None,
            edit=edit_between(sent.resolution, self._workspace.resolution),
            look=wanted.look,
        )
        self._sent, self._busy = wanted, True
        if self._process is None:
            self._process = PageProcess(self)
            self._process.made.connect(self._take_made)
            self._process.drawn.connect(self._take_tile)
            self._process.done.connect(self._finish)
            self._process.ended.connect(self._restart)
        self._process.send(job)

    def _take_made(self, made: Made) -> None:
        self._fell = False
        self.pages = made
        self.made.emit(made)

    def _take_tile(self, tile: Tile, picture: QImage | None) -> None:
        self._coming[tile.spot] = picture or self._pictures[tile.spot]

    def _finish(self) -> None:
        self._busy = False
        if self._sent.look is not None:
            self._pictures, self._coming = self._coming, {}
            self.drawn.emit(self._pictures)
        self._schedule()

    def _restart(self) -> None:
        """Begin again after the process fell; if it falls again before it has said anything, leave it at that."""
        self._drop()
        if self._fell:
            self.has_failed = True
            self.failed.emit()
        else:
            self._fell = True
            self._send()

    def _drop(self) -> None:
        if self._process is not None:
            self._process.stop()
            self._process.deleteLater()
            self._process = None
        self._sent, self._busy = _State(), False
        self._pictures, self._coming = {}, {}
