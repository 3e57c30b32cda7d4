"""From the start of the process to the first painted window: ours with the sample, and a bare one."""

import os
import statistics
import subprocess
import sys
import time

_BARE = """
import time
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        print(time.time(), flush=True)
        application.quit()
application = QApplication([])
window = Window()
window.show()
application.exec()
"""

_OURS = """
import time
from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, QObject, QTimer
class Painted(QObject):
    wanted = {"draft", "outline"}
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.parent() is not None:
            self.wanted.discard(watched.parent().objectName())
            if not self.wanted:
                self.wanted = {"nothing more"}
                QTimer.singleShot(0, done)
        return False
def done():
    print(time.time(), flush=True)
    QtWidgets.QApplication.instance().exit()
class Application(QtWidgets.QApplication):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.painted = Painted()
        self.installEventFilter(self.painted)
QtWidgets.QApplication = Application
from editor.cli import main
main(["--sample"])
"""

RUNS = 9


def rows() -> dict[str, float]:
    """Return the medians of both times in ms, taken in turns, and their ratio."""
    pairs = [(_run(_BARE), _run(_OURS)) for _ in range(RUNS)]
    bare, ours = (statistics.median(times) for times in zip(*pairs, strict=True))
    return {"bare window": bare, "draft and outline of the sample": ours, "ratio": ours / bare}


def _run(source: str) -> float:
    """Return how long it took from the start of a process of `source` until it told the time."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its compiled files
    begun = time.time()
    done = subprocess.run([sys.executable, "-c", source], check=True, env=environment, capture_output=True, timeout=60)
    return (float(done.stdout.split()[-1]) - begun) * 1000
