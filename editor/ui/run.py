"""Opening the window: what the command line calls when no command is named."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from editor.app import documents
from editor.app.documents import Document
from editor.app.store import Store
from editor.model.errors import EditorError
from editor.paths import fonts_folder, resources_folder, templates_folder, user_settings_folder
from editor.templating.begin import new_resolution
from editor.ui.messages import said
from editor.ui.program import Program
from editor.ui.style import Dress

if TYPE_CHECKING:
    from editor.ui.window.main_window import MainWindow


def run(files: list[Path]) -> int:
    """Open a window on each of `files`, on the sample if there are none; return the exit status when all are closed.

    A file that cannot be opened leaves its window with an empty text and says why; nothing is written to it.
    """
    application = prepare()
    program = Program(Store(user_settings_folder()), parent=application)
    Dress(application, program.theme)
    if not files:
        open_window(None, program)
    for file in files:
        open_window(file, program)
    return application.exec()


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


def open_window(file: Path | None, program: Program) -> "MainWindow":
    """Return a window on the project `file`, on a copy of the sample for None."""
    path = file or templates_folder() / documents.DEFAULT_TEMPLATE / "sample.resolution"
    try:
        document = documents.open_document(path)
    except EditorError as error:
        window = program.open_document(_empty())
        window.say(said(error))
        return window
    if file is None:
        document = Document(document.resolution, document.template)
    return program.open_document(document)


def _empty() -> Document:
    template = documents.chosen_template(None)
    language = template.file.languages[0].code
    return Document(new_resolution(template, template.file.default_kind, language), template)
