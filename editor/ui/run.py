"""Starting the program with its windows: what the command line calls when no command is named."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from editor.app.store import Store
from editor.paths import fonts_folder, resources_folder, user_settings_folder
from editor.ui.opening import Opening
from editor.ui.program import Program
from editor.ui.style import Dress

_PAINTED = 120  # ms after which they are
_SETTLED = 1500  # ms after the start, when its windows are on the screen


def run(files: Sequence[Path], *, sample: bool = False) -> int:
    """Open a window on each of `files`, a copy of the sample where `sample`, the start page if there is nothing else.

    Returns the exit status when all are closed. A file that cannot be opened is told of on the start page; nothing is
    written to it.
    """
    application = prepare()
    program = Program(Store(user_settings_folder()), parent=application)
    Dress(application, program.theme)
    show(program, files, sample=sample)
    settled = QTimer(program, singleShot=True, interval=_SETTLED)
    settled.timeout.connect(_collect_garbage)
    settled.start()
    painted = QTimer(program, singleShot=True, interval=_PAINTED)
    painted.timeout.connect(lambda: offer_kept(program))
    painted.start()
    status = application.exec()
    settled.stop()
    painted.stop()
    return status


def offer_kept(program: Program) -> None:
    """Offer what programs left that did not live to save it, over the window that is there."""
    from editor.app.recovery import any_kept

    if any_kept(program.state):
        from editor.ui.recovery.offering import offer

        if program.windows:
            offer(program, program.windows[-1], program.windows[-1].files)
        else:
            start = program.show_start()
            offer(program, start, start.opening)


def _collect_garbage() -> None:
    """Look for garbage from now on, but never again through what was made at the start: it stays, and is much."""
    gc.freeze()
    gc.enable()


def show(program: Program, files: Sequence[Path], *, sample: bool = False) -> None:
    """Show what the program begins with."""
    beginning = Beginning(program)
    if sample:
        beginning.sample()
    if files:
        beginning.open_paths(files)
    if beginning.told or not program.windows:
        program.show_start().say(" ".join(beginning.told))


class Beginning(Opening):
    """Opens texts before there is a window; `told` are the sentences about those that could not be opened."""

    def __init__(self, program: Program) -> None:
        self.told: list[str] = []
        super().__init__(None, program, self.told.append)


def prepare() -> QApplication:
    """Return the application with its name, fonts and language set."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("resolution-editor")
    application.setApplicationDisplayName("Resolution Editor")
    application.setDesktopFileName("resolution-editor")
    for font in sorted(fonts_folder().glob("LiberationSerif-*.ttf")):
        QFontDatabase.addApplicationFont(str(font))
    _translate(application)
    return application


def _translate(application: QApplication) -> None:
    """Load Qt's words and our own in the reader's language, where there are any."""
    qt_words = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    own_words = str(resources_folder() / "translations")
    for name, folder in (("qtbase", qt_words), ("resolution-editor", own_words)):
        translator = QTranslator(application)
        if translator.load(QLocale(), name, "_", folder):
            application.installTranslator(translator)
