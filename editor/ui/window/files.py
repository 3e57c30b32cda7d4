"""Saving, exporting, closing: the ways from the window to files. Whatever fails, the text stays."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QGuiApplication

from editor.app import documents, states
from editor.app.documents import Document
from editor.model.errors import EditorError
from editor.ui.messages import found, said
from editor.ui.opening import Opening, projects
from editor.ui.program import Program
from editor.ui.window.session import Session

if TYPE_CHECKING:
    from editor.app.choices import CopyChoices
    from editor.ui.printing import Printing
    from editor.ui.window.drops import FileDrops
    from editor.ui.window.main_window import MainWindow

_LONGEST_NAME = 60  # letters of the name that is suggested for a file


class Files(Opening):
    """The file commands of one window.

    `session` gives the text that is open, `show` opens another in its place, `say` shows a sentence, `saved` is called
    when the text was written or lost its file.
    """

    def __init__(
        self,
        window: "MainWindow",
        program: Program,
        session: Callable[[], Session],
        show: Callable[[Document], None],
        say: Callable[[str], None],
        saved: Callable[[], None],
    ) -> None:
        super().__init__(window, program, say)
        self._main, self._session, self._show, self._saved = window, session, show, saved
        self._drops: FileDrops | None = None

    def furnish(self, behind: QAction) -> None:
        """Take files dropped on the window, and put the texts opened lately into the menu, behind the action given."""
        from editor.ui.window.drops import FileDrops
        from editor.ui.window.recent_menu import RecentMenu

        if self._drops is None:
            self._drops = FileDrops(self._main)
            self._drops.dropped.connect(self.open_paths)
            self._drops.watch(self._main)
            recent = RecentMenu(self.program, self._main)
            recent.chosen.connect(lambda path: self.open_path(Path(path)))
            recent.stand_behind(behind)
        self._drops.watch(self._session().draft.viewport())

    def give_way(self, document: Document) -> "MainWindow | None":
        """Take `document` in, if the text that is open has no file and nothing was done to it."""
        session = self._session()
        history = session.workspace.history
        if session.document.path is not None or history.modified or history.can_undo:
            return None
        self._show(document)
        self.say("")
        return self._main

    def folder(self) -> Path:
        """Return the folder of the text that is open, else the last one used."""
        path = self._session().document.path
        return path.parent if path else super().folder()

    # Saving

    def save(self) -> bool:
        """Write the text to its file, asking for one if it has none; return whether it is written."""
        path = self._session().document.path
        return self._write(path) if path else self.save_as()

    def save_as(self) -> bool:
        """Write the text to a file to be chosen."""
        from editor.ui import dialogs

        suggestion = self._suggestion(documents.SUFFIX)
        path = dialogs.SaveFile.ask(self.window, _tr("Save the text"), suggestion, projects())
        return self._write(path) if path else False

    def _write(self, path: Path) -> bool:
        session = self._session()
        other = self.program.window_on(path)
        if other is not None and other.session is not session:
            words = _tr("{file} is open in another window; nothing was written, so choose another name.")
            self.say(words.format(file=path.name))
            return False
        holder = self.program.claim(path).holder
        if holder is not None:
            from editor.ui.dialogs.held import held_sentence

            self.say(held_sentence(holder))
            return False
        states.keep(path, self.program.state)
        try:
            session.saved_as(documents.save_document(session.present(), path))
        except EditorError as error:
            if path != session.document.path:
                self.program.release(path)
            self.say(said(error))
            return False
        self.say("")
        self._saved()
        self.keep_folder(path)
        self.program.remember(session.document)
        return True

    def mark_unsaved(self) -> None:
        """Say that the text is in no file, though nothing was done to it yet."""
        self._session().workspace.history.mark_unsaved()
        self._saved()

    def may_leave(self) -> bool:
        """Ask what becomes of a text that is not saved; return whether the window may let go of it."""
        from editor.ui import dialogs

        session = self._session()
        if not session.workspace.history.modified:
            return True
        answer = dialogs.UnsavedDialog.ask(self.program.theme, title(session), self.window)
        return self.save() if answer == "save" else answer == "discard"

    def bring_back(self) -> None:
        """Ask for an earlier state of the text, and give it that as a change that is not saved."""
        from editor.app import recovery
        from editor.ui.dialogs.earlier import Earlier, EarlierDialog
        from editor.ui.recovery.offering import restore

        session, folder = self._session(), self.program.state
        path = None if session.workspace.read_only else session.document.path
        known: list[Earlier] = [*(states.states_of(path, folder) if path else [])]
        known += recovery.kept(folder, recovery.ASIDE)
        chosen = EarlierDialog.ask(self.program.theme, known, self.window)
        if isinstance(chosen, recovery.Kept):
            restore(self, chosen)
        elif chosen is not None:
            try:
                text = states.read_state(chosen)
            except EditorError as error:
                self.say(said(error))
                return
            session.workspace.apply(recovery.change_between(session.workspace.resolution, text), self)
            self.say(_tr("The earlier state is here and not saved yet; Undo takes it away again."))

    # Copies

    def export(self, format_: str = "") -> None:
        """Write a copy as is asked for, at first in the format `format_` where one is named."""
        from editor.app import choices as choosing
        from editor.ui import dialogs

        store, workspace = self.program.store, self._session().workspace
        last = choosing.in_format(choosing.remembered(store, self.program.preferences, "export"), format_)
        kind = workspace.template.kind(workspace.resolution.kind)
        chosen = dialogs.ExportDialog.ask(self.program.theme, kind, last, self.window)
        if chosen is None:
            return
        choosing.remember(store, "export", chosen)
        ending = f".{chosen.format}"
        heading, kinds = _copies(ending)
        path = dialogs.SaveFile.ask(self.window, heading, self._suggestion(ending), kinds)
        if path:
            self._export(path, chosen)

    def _export(self, path: Path, chosen: "CopyChoices") -> None:
        from editor.app.exporting import export

        workspace = self._session().workspace
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            faults = export(workspace.resolution, workspace.template, path, chosen.options())
        except EditorError as error:
            error.parameters.setdefault("path", path)
            self.say(said(error))
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        self.keep_folder(path)
        written = _tr("The copy is written to {path}.").format(path=path)
        self.say(" ".join([written, *dict.fromkeys(found(code, dict(details)) for code, details in faults)]))

    def print_copy(self) -> None:
        """Print the text, as was chosen in the print preview last."""
        self._printing().print_copy()

    def preview_print(self) -> None:
        """Show the pages as they will be printed."""
        self._printing().preview()

    def _printing(self) -> "Printing":
        from editor.ui.printing import Printing

        return Printing(self._main, self.program, self._session().workspace, self.say)

    def _suggestion(self, ending: str) -> Path:
        path = self._session().document.path
        name = path.stem if path else _file_name(title(self._session()))
        return self.folder() / f"{name}{ending}"


def title(session: Session) -> str:
    """Return what the text is called: its title, else its file's name."""
    named = session.workspace.resolution.cover.text("title")
    path = session.document.path
    return named or (path.stem if path else _tr("Untitled"))


def _file_name(words: str) -> str:
    """Return `words` as the name of a file on any system."""
    kept = "".join(sign if sign.isalnum() or sign in " -_" else " " for sign in words)
    name = ""
    for word in kept.split():
        if len(name) + len(word) >= _LONGEST_NAME:
            break
        name = f"{name}-{word}" if name else word
    return name or kept.strip()[:_LONGEST_NAME] or "resolution"


def _copies(ending: str) -> tuple[str, str]:
    """Return what the dialog is called that asks where a copy goes, and which files it shows."""
    return {
        ".pdf": (_tr("Export a copy as PDF"), _tr("PDF files (*.pdf)")),
        ".docx": (_tr("Export a copy as a Word file"), _tr("Word files (*.docx)")),
        ".html": (_tr("Export a copy as a web page"), _tr("Web pages (*.html)")),
        ".txt": (_tr("Export a copy as plain text"), _tr("Text files (*.txt)")),
        ".xml": (_tr("Export a copy as Akoma Ntoso"), _tr("Akoma Ntoso files (*.xml)")),
    }[ending]


def _tr(words: str) -> str:
    return QCoreApplication.translate("Files", words)
