"""The real program with somebody who types in it for ever: python -m tests.torture.typist FILE SEED.

Every word is a number. Standard output tells, a line each, when a number stood in the text ("typed"), and when a save
that had it was done ("saved"); it is a pipe, so that a kill loses nothing of it.
"""

from __future__ import annotations

import os
import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from editor.app.store import Store
from editor.model.edits import set_text
from editor.model.text import Run
from editor.paths import user_settings_folder
from editor.ui.program import Program
from editor.ui.run import prepare, show

FIRST = 100_000
"""Above all numbers that stand in a text by themselves."""


def tell(what: str, number: int) -> None:
    os.write(1, f"{what} {number} {time.time()}\n".encode())


class Typist:
    """Types numbers into random clauses, and saves now and then."""

    def __init__(self, program: Program, seed: int) -> None:
        self._program, self._source = program, random.Random(seed)
        self._number = FIRST
        self._clock = QTimer(program, interval=8)
        self._clock.timeout.connect(self._act)
        self._clock.start()

    def _act(self) -> None:
        window = self._program.windows[0]
        chance = self._source.random()
        if chance < 0.015 and window.session.document.path:
            if not window.files.save():
                sys.exit("not saved")
            tell("saved", self._number)
        elif chance < 0.03:
            window.session.workspace.undo(self)
            window.session.workspace.redo(self)
        elif chance < 0.4:
            self._number += 1
            window.session.draft.setFocus()
            QTest.keyClicks(window.session.draft, f"{self._number} ")
            tell("typed", self._number)
        else:
            self._insert()

    def _insert(self) -> None:
        """Put a number at the end of some clause, as a panel would."""
        workspace = self._program.windows[0].session.workspace
        clause = self._source.choice([one for one in workspace.body if one.kind in ("preambular", "operative")])
        self._number += 1
        text = (*clause.text, Run(f" {self._number} "))
        workspace.apply(set_text(workspace.resolution, clause.id, text), self)
        tell("typed", self._number)


def main() -> None:
    path, seed = Path(sys.argv[1]), int(sys.argv[2])
    application = prepare()
    program = Program(Store(user_settings_folder()), parent=application)
    show(program, [path] if path.exists() else [], sample=not path.exists())
    typist = Typist(program, seed)
    application.exec()
    del typist


if __name__ == "__main__":
    main()
