"""A whole window with everything on, for tests that do many things in it; questions are answered beforehand."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QDrag, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from editor.app.documents import save_new
from editor.app.history import MergeKey
from editor.app.preferences import Preferences
from editor.app.store import Store
from editor.app.workspace import Workspace
from editor.model.changes import Change
from editor.model.clause import Clause
from editor.model.resolution import Resolution
from editor.model.text import length
from editor.templating.schema import Template
from editor.ui.dialogs.number import NumberAnswer, NumberDialog
from editor.ui.draft.dragging import Dragging
from editor.ui.draft.surface import Draft
from editor.ui.program import Program
from editor.ui.theme import Theme
from editor.ui.window.main_window import MainWindow
from editor.ui.window.panels import Panel
from editor.ui.window.session import Session
from tests.ui.windows import close_all

NONE = Qt.KeyboardModifier.NoModifier
Drop = Callable[[QDrag], Qt.DropAction]


class Stage:
    """One window with the panels, what helps in typing, and what a test has to know of it.

    `raised` holds what went wrong in slots, `depths` the state after every step of undo as a number that only equal
    states share, `number` and `drop` what the next question for a number and the next drag are answered with.
    """

    def __init__(self, program: Program, window: MainWindow, folder: Path) -> None:
        self.program, self.window, self.folder = program, window, folder
        self.raised: list[BaseException] = []
        self.number: NumberAnswer | None = None
        self.drop: Drop | None = None
        self.depths: dict[int, int] = {0: hash(self.state)}
        self.saved: int | None = hash(self.state)
        self._pushed = False
        self._watch_history()
        self.workspace.listen(self._on_change)

    @property
    def session(self) -> Session:
        return self.window.session

    @property
    def workspace(self) -> Workspace:
        return self.session.workspace

    @property
    def state(self) -> Resolution:
        return self.workspace.resolution

    @property
    def draft(self) -> Draft:
        return self.session.draft

    def panel(self, name: str) -> Panel:
        """Open the panel or strip `name`, with the keyboard in it."""
        if name in {"notes", "find"}:
            self.window.open_strip(name)
        else:
            self.window.open_panel(name)
        return self.session.panel(name)

    @property
    def depth(self) -> int:
        """How many steps can be taken back."""
        return self.workspace.history._done

    def _watch_history(self) -> None:
        """Notice new steps: only they may lead to a state that the history does not know."""
        history = self.workspace.history
        push = history.push

        def pushed(change: Change, key: MergeKey | None = None) -> None:
            push(change, key)
            self._pushed = True

        history.push = pushed  # type: ignore[method-assign]

    def _on_change(self, before: Resolution, change: Change, after: Resolution, who: object) -> None:  # noqa: ARG002
        if self._pushed:
            self._pushed = False
            self.depths = {depth: state for depth, state in self.depths.items() if depth < self.depth}
            self.depths[self.depth] = hash(self.state)

    # What a hand does

    def press(self, field: QWidget, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        for key in keys:
            QTest.keyClick(field, key, modifier)

    def type(self, field: QWidget, words: str) -> None:
        """Type `words`, whatever letters they have, each as a key press."""
        for letter in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(field, QKeyEvent(kind, Qt.Key.Key_unknown.value, NONE, letter))

    def settle(self) -> None:
        """Let everything happen that waits for its turn."""
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def write_in_draft(self) -> None:
        """Put the keyboard into the text."""
        if not self.draft.hasFocus():
            self.draft.setFocus()

    def clause(self, source: random.Random) -> Clause:
        """Return some clause."""
        return source.choice(self.workspace.body)

    def place(self, source: random.Random) -> tuple[str, int]:
        """Return some place in the text, often an end of a clause."""
        clause = self.clause(source)
        last = length(clause.text)
        return clause.id, source.choice((0, last, source.randint(0, last), source.randint(0, last)))


@contextmanager
def open_stage(folder: Path, theme: Theme, template: Template, resolution: Resolution) -> Iterator[Stage]:
    """Yield a window on `resolution` with its file in `folder`, all panels and strips made; close it at the end."""
    folder.mkdir(parents=True, exist_ok=True)
    store = Store(folder / "settings")
    store.set_preferences(Preferences(name="A. Drafter"))
    program = Program(store, theme)
    window = program.open_document(save_new(folder / "text.resolution", resolution, template, replace=True))
    window.resize(1280, 800)
    window.activateWindow()
    stage = Stage(program, window, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(NumberDialog, "ask", lambda *_: stage.number)
        patch.setattr(Dragging, "run", lambda _self, drag, _actions: _dropped(stage, drag))
        patch.setattr(sys, "excepthook", _catcher(stage))
        stage.settle()
        for name in ("cover", "checks", "remarks", "notes", "find", "preview"):
            stage.panel(name)
        stage.session.panel("find").hide()
        stage.write_in_draft()
        stage.settle()
        try:
            yield stage
        finally:
            close_all(program)


def _dropped(stage: Stage, drag: QDrag) -> Qt.DropAction:
    drop, stage.drop = stage.drop, None
    return drop(drag) if drop else Qt.DropAction.IgnoreAction


def _catcher(stage: Stage) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    def catch(_: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        stage.raised.append(error.with_traceback(trace))

    return catch
