"""Opening, saving, exporting, closing: the ways between the window and files. Whatever fails, the text stays."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from editor.app import documents
from editor.app.documents import Document
from editor.app.exporting import export
from editor.model.errors import EditorError
from editor.templating.begin import new_resolution
from editor.ui.messages import found, said
from editor.ui.theme import Theme
from editor.ui.window.session import Session

ENDING = ".resolution"


class Files:
    """The file commands of one window.

    `session` gives the text that is open, `show` opens another in its place, `say` shows a sentence, `saved` is called
    after the text was written.
    """

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        session: Callable[[], Session],
        show: Callable[[Document], None],
        say: Callable[[str], None],
        saved: Callable[[], None],
    ) -> None:
        self._window, self._theme = window, theme
        self._session, self._show, self._say, self._saved = session, show, say, saved

    def new(self) -> None:
        """Begin a new text in place of this one."""
        from editor.ui import dialogs

        templates, errors = documents.library()
        if not templates:
            self._say(said(errors[0]) if errors else _tr("No template was found, so no text can be begun."))
            return
        chosen = dialogs.NewDialog.ask(self._theme, templates, self._window)
        if chosen and self.may_leave():
            template, kind, language = chosen
            self._show(Document(new_resolution(template, kind, language), template))

    def open(self) -> None:
        """Open another project in place of this text."""
        from editor.ui import dialogs

        path = dialogs.OpenFile.ask(self._window, _tr("Open a project"), self._folder(), _projects())
        if path and self.may_leave():
            self.open_path(path)

    def open_path(self, path: Path) -> bool:
        """Open the project `path`; if it cannot be, say so and keep what is open."""
        try:
            document = documents.open_document(path)
        except EditorError as error:
            self._say(said(error))
            return False
        self._show(document)
        if document.read_only:
            self._say(_tr("A newer version wrote this file; it stays unchanged and can be read until you update."))
        return True

    def save(self) -> bool:
        """Write the text to its file, asking for one if it has none; return whether it is written."""
        path = self._session().document.path
        return self._write(path) if path else self.save_as()

    def save_as(self) -> bool:
        """Write the text to a file to be chosen."""
        from editor.ui import dialogs

        path = dialogs.SaveFile.ask(self._window, _tr("Save the text"), self._suggestion(ENDING), _projects())
        return self._write(path) if path else False

    def _write(self, path: Path) -> bool:
        session = self._session()
        try:
            session.saved_as(documents.save_document(session.present(), path))
        except EditorError as error:
            self._say(said(error))
            return False
        self._say("")
        self._saved()
        return True

    def export_pdf(self) -> None:
        """Write a PDF file."""
        self._export(".pdf", _tr("PDF files (*.pdf)"))

    def export_docx(self) -> None:
        """Write a file for Word."""
        self._export(".docx", _tr("Word files (*.docx)"))

    def _export(self, ending: str, filter_: str) -> None:
        from editor.ui import dialogs

        path = dialogs.SaveFile.ask(self._window, _tr("Export a copy"), self._suggestion(ending), filter_)
        if not path:
            return
        path = path if path.suffix.lower() == ending else path.with_name(path.name + ending)
        workspace = self._session().workspace
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            faults = export(workspace.resolution, workspace.template, path)
        except EditorError as error:
            self._say(said(error))
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        written = _tr("The copy is written to {path}.").format(path=path)
        self._say(" ".join([written, *dict.fromkeys(found(code, dict(details)) for code, details in faults)]))

    def may_leave(self) -> bool:
        """Ask what becomes of a text that is not saved; return whether the window may let go of it."""
        from editor.ui import dialogs

        session = self._session()
        if not session.workspace.history.modified:
            return True
        answer = dialogs.UnsavedDialog.ask(self._theme, title(session), self._window)
        return self.save() if answer == "save" else answer == "discard"

    def _folder(self) -> Path:
        path = self._session().document.path
        return path.parent if path else Path.home()

    def _suggestion(self, ending: str) -> Path:
        path = self._session().document.path
        name = path.stem if path else _file_name(title(self._session()))
        return self._folder() / f"{name}{ending}"


def title(session: Session) -> str:
    """Return what the text is called: its title, else its file's name."""
    named = session.workspace.resolution.cover.text("title")
    path = session.document.path
    return named or (path.stem if path else _tr("Untitled"))


def _file_name(words: str) -> str:
    """Return `words` as the name of a file on any system."""
    kept = "".join(sign if sign.isalnum() or sign in " -_" else " " for sign in words)
    return "-".join(kept.split())[:60] or "resolution"


def _projects() -> str:
    return _tr("Projects (*.resolution)")


def _tr(words: str) -> str:
    return QCoreApplication.translate("Files", words)
