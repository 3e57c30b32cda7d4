"""Pictures of every window, in every colour scheme, without a screen: `python -m tests.screenshots`.

They go to build/screenshots/, to be looked at beside the drawn ones. The scenes are played as a user would: by actions
and keys.
"""

from __future__ import annotations

import datetime
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import get_args

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from editor.app import documents
from editor.app.choices import CopyChoices
from editor.app.documents import Document
from editor.app.store import Store
from editor.model.changes import SetCover
from editor.model.cover import DateRange
from editor.model.text import length
from editor.paths import templates_folder
from editor.ui.dialogs import ExportDialog, NewDialog, UnsavedDialog
from editor.ui.program import Program
from editor.ui.run import prepare
from editor.ui.style import Dress
from editor.ui.theme import Scheme, Theme
from editor.ui.window.main_window import MainWindow
from tests.texts import resolution

FOLDER = Path(__file__).resolve().parent.parent / "build" / "screenshots"
SAMPLE = templates_folder() / documents.DEFAULT_TEMPLATE / "sample.resolution"
LARGE, SMALL = (1440, 900), (1280, 720)

CTRL = Qt.KeyboardModifier.ControlModifier


def settle(milliseconds: int = 250) -> None:
    """Let what was begun end: pages are made by another process."""
    QTest.qWait(milliseconds)


def shoot(widget: QWidget, name: str) -> None:
    """Draw `widget`, with the popups over it, to build/screenshots/<name>.png."""
    settle()
    picture = widget.grab()
    painter = QPainter(picture)
    for popup in QApplication.topLevelWidgets():
        if popup is not widget and popup.isVisible() and popup.windowType() != Qt.WindowType.Window:
            painter.drawPixmap(popup.pos() - widget.pos(), popup.grab())
    painter.end()
    picture.save(str(FOLDER / f"{name}.png"))


@contextmanager
def opened(program: Program, document: Document, size: tuple[int, int] = LARGE) -> Iterator[MainWindow]:
    """Give a window on `document` with the preview open, the caret in an early operative clause."""
    window = program.open_document(document)
    window.resize(*size)
    settle(500)
    window.open_panel("preview", focus=False)
    body = window.session.workspace.body
    operative = [clause.id for clause in body if clause.kind == "operative"]
    window.session.draft.go_to(operative[min(2, len(operative) - 1)])
    window.session.draft.setFocus()
    settle(900)
    yield window
    window.session.workspace.history.mark_saved()
    window.close()
    settle(50)


def sample() -> Document:
    """Return the sample."""
    return documents.open_document(SAMPLE)


# Scenes: each plays in a window on the sample


def main_scene(window: MainWindow) -> None:
    """Show nothing but the text and its pages."""


def completion_scene(window: MainWindow) -> None:
    """Begin a clause, so that phrases are offered."""
    window.commands["add_clause"].trigger()
    QTest.keyClicks(window.session.draft, "Enc")


def picker_scene(window: MainWindow) -> None:
    """Ask for a reference."""
    draft = window.session.draft
    clause = draft.caret()
    assert clause is not None
    end = (clause[0], length(window.session.workspace.body[window.session.workspace.labels.places[clause[0]]].text))
    draft.put_span(end, end)
    window.commands["reference"].trigger()


def find_scene(window: MainWindow) -> None:
    """Look for a word, to replace it."""
    window.commands["replace"].trigger()
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "water")


def notes_scene(window: MainWindow) -> None:
    """Write a footnote."""
    window.commands["footnote"].trigger()
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "Adopted at Helsinki on 17 March 1992.")


def palette_scene(window: MainWindow) -> None:
    """Look for a command."""
    window.commands["palette"].trigger()
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "move clau")


def cover_scene(window: MainWindow) -> None:
    """Open the cover sheet, with a session that ends before it begins."""
    workspace = window.session.workspace
    cover = workspace.resolution.cover
    dates = cover.get("dates")
    assert isinstance(dates, DateRange)
    wrong = replace(dates, last=dates.first - datetime.timedelta(days=2))
    fields = tuple((key, wrong if key == "dates" else value) for key, value in cover.fields)
    workspace.apply(SetCover(cover, replace(cover, fields=fields)))
    window.commands["cover"].trigger()
    settle(600)


def remarks_scene(window: MainWindow) -> None:
    """Write a remark."""
    window.commands["remark"].trigger()
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "The commission asked for the full name here.")


def checks_scene(window: MainWindow) -> None:
    """Write something that is to be mended."""
    draft = window.session.draft
    QTest.keyClicks(draft, "the the [number] ")
    QTest.keyClick(draft, Qt.Key.Key_Down)
    QTest.keyClick(draft, Qt.Key.Key_Down)
    window.session.aids.checker.look()
    window.commands["checks"].trigger()


def message_scene(window: MainWindow) -> None:
    """Say something over the text."""
    window.say(
        "The disk is full, so the file was not written; your text is kept, so free some space or save elsewhere."
    )


SCENES: dict[str, Callable[[MainWindow], None]] = {
    "main": main_scene,
    "completion": completion_scene,
    "picker": picker_scene,
    "find": find_scene,
    "notes": notes_scene,
    "palette": palette_scene,
    "cover": cover_scene,
    "remarks": remarks_scene,
    "checks": checks_scene,
    "message": message_scene,
}


def windows(program: Program) -> None:
    """Draw every scene, and the window small and with a long text."""
    scheme = program.theme.scheme
    for name, scene in SCENES.items():
        with opened(program, sample()) as window:
            scene(window)
            shoot(window, f"{name}-{scheme}")
    with opened(program, sample(), SMALL) as window:
        shoot(window, f"main-1280x720-{scheme}")
        window.commands["cover"].trigger()
        shoot(window, f"cover-1280x720-{scheme}")
    with opened(program, replace(sample(), resolution=resolution(300))) as window:
        window.session.draft.go_to(window.session.workspace.body[280].id)
        shoot(window, f"long-{scheme}")


def pages(program: Program) -> None:
    """Draw the start page, the dialogs, and what opens beside a window."""
    from editor.ui.printing.preview import PrintPreview

    theme, scheme = program.theme, program.theme.scheme
    templates, _ = documents.library()
    document = sample()
    kind = document.template.kind(document.resolution.kind)
    start = program.show_start()
    start.resize(*LARGE)
    shoot(start, f"start-{scheme}")
    with opened(program, document) as window:
        shown = (
            (NewDialog(theme, templates), "new"),
            (UnsavedDialog(theme, "Waters"), "unsaved"),
            (ExportDialog(theme, kind, CopyChoices()), "export"),
            (PrintPreview(theme, window.session.workspace, CopyChoices()), "print"),
        )
        for dialog, name in shown:
            dialog.show()
            settle(400)
            shoot(dialog, f"{name}-{scheme}")
            dialog.close()
            dialog.deleteLater()
        for command, page in (("settings", "settings"), ("keyboard", "keyboard_map")):
            window.commands[command].trigger()
            found = window.findChild(QWidget, page)
            assert found is not None
            shoot(found, f"{command}-{scheme}")
            found.close()
    start.close()


def main() -> int:
    """Draw everything, and say how many pictures there are."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    application = prepare()
    with tempfile.TemporaryDirectory() as folder:
        for scheme in get_args(Scheme):
            program = Program(Store(Path(folder) / scheme), Theme(scheme))
            dress = Dress(application, program.theme)
            windows(program)
            pages(program)
            dress.deleteLater()
            application.processEvents()
    print(f"{len(list(FOLDER.glob('*.png')))} pictures in {FOLDER.relative_to(FOLDER.parent.parent)}/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
