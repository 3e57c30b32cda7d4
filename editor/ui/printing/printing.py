"""The two commands: print, and look first. What was chosen in the preview holds for the next copy too."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QProgressDialog, QWidget

from editor.app import choices as choosing
from editor.app.choices import CopyChoices
from editor.app.printing import PrintJob, print_job
from editor.app.workspace import Workspace
from editor.model.errors import EditorError
from editor.ui.messages import found, said
from editor.ui.printing.painting import Outcome, paint, set_up
from editor.ui.printing.preview import PrintPreview
from editor.ui.program import Program


class AskPrinter:
    """Asks the system's dialog for printer, pages and copies."""

    @classmethod
    def ask(cls, printer: QPrinter, pages: int, parent: QWidget | None) -> bool:
        """Set `printer` up as is chosen; False if the dialog was closed."""
        dialog = QPrintDialog(printer, parent)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, pages)
        accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        return bool(accepted)


class Printing:
    """Prints the text of `workspace`; `say` shows a sentence in `window`."""

    def __init__(self, window: QWidget, program: Program, workspace: Workspace, say: Callable[[str], None]) -> None:
        self._window, self._program, self._workspace, self._say = window, program, workspace, say

    def print_copy(self) -> None:
        """Print a copy as was chosen last."""
        self._print(choosing.remembered(self._program.store, self._program.preferences, "print"))

    def preview(self) -> None:
        """Show the pages, and print them if that is wanted then."""
        last = choosing.remembered(self._program.store, self._program.preferences, "print")
        chosen = PrintPreview.ask(self._program.theme, self._workspace, last, self._window)
        if chosen is not None:
            choosing.remember(self._program.store, "print", chosen)
            self._print(chosen)

    def _print(self, chosen: CopyChoices) -> None:
        try:
            job = print_job(self._workspace.resolution, self._workspace.template, chosen)
        except EditorError as error:
            error.parameters.setdefault("path", self._window.windowTitle().replace("[*]", ""))
            self._say(said(error))
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._workspace.resolution.cover.text("title") or _tr("Resolution"))
        set_up(printer, job)
        if AskPrinter.ask(printer, len(job.sizes), self._window):
            self._say(self._told(self._paint(printer, job), printer, job))

    def _paint(self, printer: QPrinter, job: PrintJob) -> Outcome:
        after = int(self._program.theme.token("motion", "progress-after-ms"))
        progress = QProgressDialog(_tr("The pages are drawn."), _tr("Stop"), 0, len(job.sizes), self._window)
        progress.setWindowModality(Qt.WindowModality.WindowModal)
        progress.setMinimumDuration(after)
        progress.setAccessibleName(_tr("Printing"))

        def step(done: int, sheets: int) -> bool:
            progress.setMaximum(sheets)
            progress.setLabelText(_tr("Sheet {done} of {sheets}").format(done=min(done + 1, sheets), sheets=sheets))
            progress.setValue(done)  # lets a click on Stop through
            return not progress.wasCanceled()

        try:
            return paint(printer, job, step)
        finally:
            progress.close()
            progress.deleteLater()

    def _told(self, outcome: Outcome, printer: QPrinter, job: PrintJob) -> str:
        name = printer.outputFileName() or printer.printerName()
        match outcome:
            case "printed":
                done = _tr("The copy went to {printer}.").format(printer=name)
                return " ".join([done, *dict.fromkeys(found(code, dict(details)) for code, details in job.faults)])
            case "stopped":
                return _tr("Printing was stopped; sheets that were sent before may still come out.")
            case "no-pages":
                words = _tr("The text has {count} pages and none of those asked for, so nothing was printed.")
                return words.format(count=len(job.sizes))
            case _:
                words = _tr("{printer} did not take the pages; the text is unchanged, so try again or export a PDF.")
                return words.format(printer=name or _tr("The printer"))


def _tr(words: str) -> str:
    return QCoreApplication.translate("Printing", words)
