"""Pictures of every window, in every colour scheme, without a screen: `python -m tests.screenshots`.

They go to build/screenshots/, to be looked at beside the drawn ones.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import get_args

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from editor.app import documents
from editor.paths import templates_folder
from editor.ui.dialogs import NewDialog, UnsavedDialog
from editor.ui.run import open_window, prepare
from editor.ui.style import Dress
from editor.ui.theme import Scheme, Theme

FOLDER = Path(__file__).resolve().parent.parent / "build" / "screenshots"
SAMPLE = templates_folder() / documents.DEFAULT_TEMPLATE / "sample.resolution"


def shoot(widget: QWidget, name: str) -> None:
    """Draw `widget` to build/screenshots/<name>.png."""
    QApplication.processEvents()
    widget.grab().save(str(FOLDER / f"{name}.png"))


def main_windows(theme: Theme) -> None:
    """Draw the main window, large and small, and with the cover sheet open."""
    window = open_window(SAMPLE, theme)
    body = window.session.workspace.body
    window.resize(1440, 900)
    window.show()
    window.session.draft.go_to(body[12].id)
    shoot(window, f"main-{theme.scheme}")
    window.commands["cover"].trigger()
    shoot(window, f"cover-{theme.scheme}")
    window.commands["cover"].trigger()
    window.resize(1280, 720)
    window.session.draft.go_to(body[3].id)
    shoot(window, f"main-1280x720-{theme.scheme}")
    window.commands["cover"].trigger()
    window.resize(1024, 640)
    shoot(window, f"cover-1024x640-{theme.scheme}")
    window.commands["cover"].trigger()
    window.say(
        "The disk is full, so the file was not written; your text is kept, so free some space or save elsewhere."
    )
    shoot(window, f"message-{theme.scheme}")
    window.close()
    window.deleteLater()


def dialogs(theme: Theme) -> None:
    """Draw the dialogs."""
    templates, _ = documents.library()
    for dialog, name in ((NewDialog(theme, templates), "new"), (UnsavedDialog(theme, "Waters"), "unsaved")):
        dialog.show()
        shoot(dialog, f"{name}-{theme.scheme}")
        dialog.close()
        dialog.deleteLater()


def main() -> int:
    """Draw everything, and say how many pictures there are."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    application = prepare()
    for scheme in get_args(Scheme):
        theme = Theme(scheme)
        dress = Dress(application, theme)
        main_windows(theme)
        dialogs(theme)
        dress.deleteLater()
        application.processEvents()
    print(f"{len(list(FOLDER.glob('*.png')))} pictures in {FOLDER.relative_to(FOLDER.parent.parent)}/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
