"""Where a text that is opened or begun appears: in the window that asked, in a new one, or in the one it is in already.

Who asked is told in a sentence what could not be opened; then everything stays as it was.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QWidget

from editor.app import beginning, documents
from editor.app.documents import Document
from editor.app.wording import guess_sentence, notices
from editor.model.errors import EditorError
from editor.templating.schema import Template
from editor.ui.messages import said
from editor.ui.program import Program

if TYPE_CHECKING:
    from editor.ui.window.main_window import MainWindow

_TOLD = 2
"""How many guesses of an import are told in words."""


class Opening:
    """The ways by which `window` brings texts on the screen; `say` shows a sentence in it."""

    def __init__(self, window: QWidget | None, program: Program, say: Callable[[str], None]) -> None:
        self.window, self.program, self.say = window, program, say

    # What each kind of window does in its own way

    def give_way(self, document: Document) -> "MainWindow | None":
        """Take `document` in where nothing is lost by that, and return the window; None for a window of its own."""
        del document
        return None

    def made_way(self) -> None:
        """Hear that what was asked for stands in another window now."""

    def folder(self) -> Path:
        """Return the folder in which a file is looked for first."""
        known = Path(self.program.store.state("folder"))
        if known.is_absolute() and known.is_dir():
            return known
        documents_ = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        return documents_ if documents_.is_dir() else Path.home()

    def keep_folder(self, path: Path) -> None:
        """Remember the folder of `path`."""
        self.program.store.set_state("folder", str(path.absolute().parent))

    # Commands

    def new(self) -> None:
        """Ask for kind and language of a new text, and begin it."""
        from editor.ui import dialogs

        templates, errors = documents.library()
        if not templates:
            self.say(said(errors[0]) if errors else _tr("No template was found, so no text can be begun."))
            return
        chosen = dialogs.NewDialog.ask(self.program.theme, templates, self.window)
        if chosen:
            self.begin(*chosen)

    def begin(self, template: Template, kind: str, language: str) -> "MainWindow":
        """Begin an empty text."""
        self.program.store.set_state("language", language)
        return self.show(beginning.empty(template, kind, language))

    def open(self) -> None:
        """Ask for files, and open them."""
        from editor.ui import dialogs

        filters = (_tr("Texts (*.resolution *.docx *.txt *.md *.xml)"), projects(), _texts(), _tr("All files (*)"))
        self.open_paths(dialogs.OpenFiles.ask(self.window, _tr("Open texts"), self.folder(), ";;".join(filters)))

    def open_last_year(self) -> None:
        """Ask for last year's project, and begin a new text from it."""
        from editor.ui import dialogs

        path = dialogs.OpenFile.ask(self.window, _tr("Start from last year’s text"), self.folder(), projects())
        if path:
            self.next_of(path)

    def import_text(self) -> None:
        """Ask for a file of Word or a text, and begin a new text from it."""
        from editor.ui import dialogs

        filters = ";;".join((_texts(), _tr("All files (*)")))
        path = dialogs.OpenFile.ask(self.window, _tr("Import Word or text"), self.folder(), filters)
        if path:
            self.take_in(path)

    def sample(self) -> bool:
        """Open a copy of the sample; return whether that could be done."""
        try:
            document = beginning.sample()
        except EditorError as error:
            self.say(said(error))
            return False
        self.show(document)
        return True

    # Files

    def open_paths(self, paths: Sequence[Path]) -> bool:
        """Open every one of `paths`; return whether all could be."""
        opened = [self.open_path(path) for path in paths]
        return all(opened)

    def open_path(self, path: Path) -> bool:
        """Open `path`, a project or a text of another program; return whether that could be done."""
        return self.open_project(path) if path.suffix.lower() == documents.SUFFIX else self.take_in(path)

    def open_project(self, path: Path) -> bool:
        """Open the project `path`, or bring the window to the front that it is in; return whether that could be."""
        known = self.program.window_on(path)
        if known is not None:
            bring(known)
            self.made_way()
            return True
        try:
            document = documents.open_document(path)
        except EditorError as error:
            self.say(said(error))
            return False
        claimed = self._claimed(document)
        if claimed is None:
            return False
        document, told = claimed
        window = self.show(document)
        if document.path is None:
            window.files.mark_unsaved()
        window.say(" ".join([*told, *notices(document, QCoreApplication.translate)]))
        self.keep_folder(path)
        self.program.remember(document)
        return True

    def _claimed(self, document: Document) -> tuple[Document, list[str]] | None:
        """Return `document` as it may be opened, with what is to be said of that, after asking who else has its file.

        Read only or a copy where somebody has it; None where the user would not.
        """
        assert document.path is not None
        claim = self.program.claim(document.path)
        if claim.before is not None:
            return document, [_tr("A program that stopped had this file open; it is yours now.")]
        if claim.holder is None:
            return document, []
        from editor.ui.dialogs.held import HeldDialog, held_sentence

        match HeldDialog.ask(self.program.theme, document.path.name, claim.holder, self.window):
            case "read":
                return replace(document, held=True), [held_sentence(claim.holder)]
            case "copy":
                words = _tr("This is a copy without a file; {name} stays as it is.").format(name=document.path.name)
                return Document(document.resolution, document.template), [words]
            case "over":
                self.program.claim(document.path, over=True)
                return document, []
            case "cancel":
                return None

    def next_of(self, path: Path) -> bool:
        """Begin a new text from the project `path`, last year's; return whether that could be done."""
        try:
            document = beginning.next_of(documents.open_document(path))
        except EditorError as error:
            self.say(said(error))
            return False
        words = _tr("This text begins as a copy of {file}, which stays as it is; code, dates and lists are empty.")
        self._show_unsaved(document).say(words.format(file=path.name))
        return True

    def take_in(self, path: Path) -> bool:
        """Begin a new text from the words of the file `path`; return whether that could be done."""
        try:
            taken = beginning.taken_in(path, documents.chosen_template(beginning.template_for(path)))
        except EditorError as error:
            sentence = said(error)
            self.say(sentence if str(path) in sentence else f"{path.name}: {sentence}")
            return False
        guesses = [guess_sentence(one.code, dict(one.parameters), QCoreApplication.translate) for one in taken.report]
        self._show_unsaved(taken.document).say(_told(path, guesses))
        self.keep_folder(path)
        return True

    # Windows

    def show(self, document: Document) -> "MainWindow":
        """Return the window that `document` is shown in now."""
        window = self.give_way(document)
        if window is None:
            window = self.program.open_document(document)
            self.made_way()
        bring(window)
        return window

    def _show_unsaved(self, document: Document) -> "MainWindow":
        """Show a text that has words and no file: whoever closes it is asked."""
        window = self.show(document)
        window.files.mark_unsaved()
        return window


def bring(window: QWidget) -> None:
    """Bring `window` to the front."""
    if window.isMinimized():
        window.showNormal()
    window.raise_()
    window.activateWindow()


def projects() -> str:
    """Return the filter of the system's dialogs for projects."""
    return _tr("Projects (*.resolution)")


def _texts() -> str:
    return _tr("Word and text files (*.docx *.txt *.md *.text *.xml)")


def _told(path: Path, guesses: Sequence[str]) -> str:
    """Return what the strip says of an import: that it was done, and the first of what was guessed."""
    if not guesses:
        words = _tr("The words of {file} were taken in; the file is unchanged.")
    elif len(guesses) == 1:
        words = _tr("The words of {file} were taken in; the file is unchanged. One place was guessed: {told}")
    elif len(guesses) <= _TOLD:
        words = _tr("The words of {file} were taken in; the file is unchanged. {count} places were guessed: {told}")
    else:
        words = _tr(
            "The words of {file} were taken in; the file is unchanged. {count} places were guessed, the first: {told}"
        )
    told = " ".join(dict.fromkeys(guesses[:_TOLD]))
    return words.format(file=path.name, count=len(guesses), told=told)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Opening", words)
