"""Windows that a program opened in a test, and how they go."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel

from editor.ui.program import Program
from editor.ui.window.main_window import MainWindow


def close_all(program: Program) -> None:
    """Close every window without a question."""
    for window in tuple(program.windows):
        window.session.workspace.history.mark_saved()
    program.quit()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def only(program: Program) -> MainWindow:
    """Return the one window on a text that there is."""
    shown = [window for window in program.windows if window.isVisible()]
    assert len(shown) == 1
    return shown[0]


def label(window: MainWindow, name: str) -> str:
    """Return the words of the label `name`."""
    found = window.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text()
