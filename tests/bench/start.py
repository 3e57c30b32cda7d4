"""From the start of the process to the first painted window: ours with the sample, and a bare one."""

import os
import subprocess
import sys

from tests.bench.clock import milliseconds

_BARE = """
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        application.quit()
application = QApplication([])
window = Window()
window.show()
application.exec()
"""

_OURS = """
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from editor.ui import run
class Painted(QObject):
    def __init__(self):
        super().__init__()
        self.wanted = {"draft", "outline"}
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.parent() is not None:
            self.wanted.discard(watched.parent().objectName())
            if not self.wanted:
                QTimer.singleShot(0, QApplication.instance().quit)
                self.wanted = {"nothing more"}
        return False
painted = Painted()
prepare = run.prepare
def watched():
    application = prepare()
    application.installEventFilter(painted)
    return application
run.prepare = watched
run.run([])
"""

RUNS = 9


def rows() -> dict[str, float]:
    """Return both times in ms and their ratio."""
    bare, ours = milliseconds(lambda: _run(_BARE), RUNS), milliseconds(lambda: _run(_OURS), RUNS)
    return {"bare window": bare, "draft and outline of the sample": ours, "ratio": ours / bare}


def _run(source: str) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its compiled files
    subprocess.run([sys.executable, "-c", source], check=True, env=environment, capture_output=True, timeout=60)
