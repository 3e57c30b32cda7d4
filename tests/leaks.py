"""What a test may leave running or open: threads, and in Qt tests timers and windows."""

from __future__ import annotations

import gc
import threading

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid


def find() -> list[object]:
    """Return the threads that run."""
    threads = threading.enumerate()
    # A thread of Qt that once ran Python is named so for ever after.
    return [thread for thread in threads if not thread.name.startswith("Dummy-")]


def wait_for_threads(known: list[object], seconds: float = 3.0) -> None:
    """Give threads that were told to end, and are not in `known`, the time to do so: one that stays is a leak."""
    for thread in find():
        if isinstance(thread, threading.Thread) and thread not in known:
            thread.join(seconds)


def find_qt() -> list[object]:
    """Return what `find` does, the running QThreads and QTimers, and the top-level widgets."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QThreadPool.globalInstance().waitForDone(1000)
    return [*find(), *_running(), *QApplication.topLevelWidgets()]


def _running() -> list[QObject]:
    """Return running timers and threads known to Python or below the application."""
    application = QCoreApplication.instance()
    known = [thing for thing in gc.get_objects() if isinstance(thing, QTimer | QThread)]
    if application:
        known += application.findChildren(QTimer)
    alive = [thing for thing in known if isValid(thing)]
    return [thing for thing in alive if (thing.isActive() if isinstance(thing, QTimer) else thing.isRunning())]
