"""From an edit to its page on the screen, and from a key to its repaint, as the window goes these ways."""

import os
import statistics
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import time

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from editor.app.documents import Document
from editor.app.store import Store
from editor.model import edits
from editor.model.resolution import Resolution
from editor.model.text import plain_text
from editor.templating.schema import Template
from editor.ui.preview.panel import PreviewPanel
from editor.ui.program import Program
from editor.ui.run import prepare
from editor.ui.theme import Theme
from tests.texts import resolution, vocabulary

CLAUSES, EDITS = 500, 60
KEYED, KEYS = 1_000, 200
BETWEEN = 0.12
"""Seconds between two keys of somebody who types fast."""


class _Painted(QObject):
    """Knows when a widget was last painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self.at = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let the widget paint itself now, and note when that is done."""
        if event.type() == QEvent.Type.Paint and watched is self._widget:
            self._widget.removeEventFilter(self)
            QApplication.sendEvent(self._widget, event)
            self._widget.installEventFilter(self)
            self.at = time.perf_counter()
            return True
        return False


class _Desk:
    """The whole window with the preview open, and all that runs beside the typing."""

    def __init__(self, clauses: int, template: Template) -> None:
        self._folder = tempfile.TemporaryDirectory()
        program = Program(Store(Path(self._folder.name)), Theme("light"))
        self._window = program.open_document(Document(_text(clauses), template))
        self._window.resize(1440, 900)
        self._window.open_panel("preview", focus=False)
        session = self._window.session
        self.workspace, self.draft, self.maker = session.workspace, session.draft, session.aids.pages
        preview = session.panel("preview")
        assert isinstance(preview, PreviewPanel)
        self.preview = preview
        self.drawn = 0.0
        self.maker.drawn.connect(self._note)
        self.until_drawn()
        _pause(1.0)  # until the words are checked and the phrases read

    def _note(self) -> None:
        self.drawn = time.perf_counter()

    def until_drawn(self) -> None:
        """Wait until the pages in sight are those of the text."""
        _until(lambda: self.maker.current)

    def put_away(self) -> None:
        """End all of it."""
        self.workspace.history.mark_saved()
        self._window.close()
        self._folder.cleanup()


def _text(clauses: int) -> Resolution:
    """Return a text that knows its made-up words: else every one of them would be marked as misspelt."""
    return replace(resolution(clauses), words=vocabulary())


def rows(template: Template) -> dict[str, float]:
    """Return the medians and the 95th percentiles of both ways, in ms."""
    application = prepare()
    seen, repainted = sorted(_edits(template)), sorted(_keys(template))
    application.processEvents()
    return {
        f"edit to page seen, {CLAUSES} clauses": statistics.median(seen),
        "  95th percentile": seen[int(len(seen) * 0.95)],
        f"key to repaint, {KEYED:,} clauses": statistics.median(repainted),
        "  its 95th percentile": repainted[int(len(repainted) * 0.95)],
    }


def _edits(template: Template) -> Iterator[float]:
    """Yield how long after an edit the new file is complete and its page painted; each edit is on another page."""
    desk = _Desk(CLAUSES, template)
    painted = _Painted(desk.preview.sheets.viewport())
    for number in range(EDITS):
        clause = desk.workspace.body[(number * 37) % len(desk.workspace.body)]
        desk.draft.go_to(clause.id)
        _pause()
        desk.until_drawn()
        words = plain_text(f"Recalling the {number} words that were typed here a moment ago,")
        change = edits.set_text(desk.workspace.resolution, clause.id, words)
        start = time.perf_counter()
        desk.workspace.apply(change)
        desk.until_drawn()
        _until(lambda: painted.at > desk.drawn)
        yield (painted.at - start) * 1000
    desk.put_away()


def _keys(template: Template) -> Iterator[float]:
    """Yield how long after a key its letter is painted, while pages, checks, spelling, phrases and outline follow."""
    desk = _Desk(KEYED, template)
    painted = _Painted(desk.draft.viewport())
    desk.draft.go_to(desk.workspace.body[KEYED // 2].id)
    desk.draft.setFocus()
    for number in range(KEYS):
        _pause()
        start = time.perf_counter()
        QTest.keyClick(desk.draft, Qt.Key.Key_Space if number % 6 == 5 else Qt.Key.Key_A)
        _until(lambda start=start: painted.at > start)  # type: ignore[misc]
        yield (painted.at - start) * 1000
    desk.put_away()


def _pause(seconds: float = BETWEEN) -> None:
    """Let time go by, that between two keys at first; pages that are made come in meanwhile."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.001)


def _until(done: Callable[[], bool]) -> None:
    while not done():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
