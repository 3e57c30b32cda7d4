"""Printing: what comes out of the printer is the PDF, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPageSize, QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QProgressDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.app.choices import CopyChoices
from editor.app.documents import Document
from editor.app.printing import PrintJob, page_images, print_job
from editor.app.workspace import Workspace
from editor.model.resolution import Resolution
from editor.templating.schema import Template
from editor.ui.printing import painting, printing
from editor.ui.printing.painting import paint, place, set_up
from editor.ui.printing.preview import PrintPreview
from editor.ui.printing.printing import AskPrinter
from editor.ui.program import Program
from editor.ui.theme import Theme
from editor.ui.window.main_window import MainWindow
from tests.ui.windows import close_all

_DPI = 72


@pytest.fixture
def program(program: Program) -> Iterator[Program]:
    yield program
    close_all(program)


@pytest.fixture
def job(resolution: Resolution, template: Template) -> PrintJob:
    return print_job(resolution, template, CopyChoices())


@pytest.fixture
def printer(tmp_path: Path, prepared: object, job: PrintJob) -> QPrinter:  # noqa: ARG001
    """Return a printer that writes a file, set up for the job."""
    found = QPrinter(QPrinter.PrinterMode.HighResolution)
    found.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    found.setOutputFileName(str(tmp_path / "printed.pdf"))
    set_up(found, job)
    return found


def go_on(_done: int, _sheets: int) -> bool:
    return True


def printed(tmp_path: Path) -> bytes:
    return (tmp_path / "printed.pdf").read_bytes()


def picture(pdf: bytes, page: int) -> QImage:
    return next(page_images(pdf, [page], _DPI)).convertToFormat(QImage.Format.Format_Grayscale8)


def difference(one: QImage, other: QImage) -> float:
    """Return the mean difference of two pictures, from 0 to 255."""
    assert abs(one.width() - other.width()) <= 1
    assert abs(one.height() - other.height()) <= 1
    wide, high = min(one.width(), other.width()), min(one.height(), other.height())
    apart = sum(abs(one.pixelColor(x, y).red() - other.pixelColor(x, y).red()) for x in range(0, wide, 3)
                for y in range(0, high, 3))  # fmt: skip
    return apart / (wide * high / 9)


def pages_in(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def test_every_page_comes_out_as_it_is(printer: QPrinter, job: PrintJob, tmp_path: Path) -> None:
    assert paint(printer, job, go_on) == "printed"
    out = printed(tmp_path)
    assert pages_in(out) == len(job.sizes) >= 3
    for page in range(len(job.sizes)):
        same = difference(picture(job.pdf, page), picture(out, page))
        others = [difference(picture(job.pdf, other), picture(out, page)) for other in range(len(job.sizes))
                  if other != page]  # fmt: skip
        assert same < 3
        assert same * 2 < min(others), "no other page looks more like it"


def test_pages_and_copies_are_as_asked(printer: QPrinter, job: PrintJob, tmp_path: Path) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    printer.setCopyCount(2)
    printer.setCollateCopies(True)
    assert not printer.supportsMultipleCopies()
    assert paint(printer, job, go_on) == "printed"
    out = printed(tmp_path)
    assert pages_in(out) == 4
    for at, page in enumerate((1, 2, 1, 2)):
        assert difference(picture(job.pdf, page), picture(out, at)) < 3


def test_the_last_page_can_come_first(printer: QPrinter, job: PrintJob, tmp_path: Path) -> None:
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert paint(printer, job, go_on) == "printed"
    last = len(job.sizes) - 1
    assert difference(picture(job.pdf, last), picture(printed(tmp_path), 0)) < 3


def test_pages_that_are_not_there_are_not_printed(printer: QPrinter, job: PrintJob, tmp_path: Path) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(50, 60)
    assert paint(printer, job, go_on) == "no-pages"
    assert not (tmp_path / "printed.pdf").exists()


def test_printing_is_stopped_between_pages(printer: QPrinter, job: PrintJob) -> None:
    seen: list[tuple[int, int]] = []

    def step(done: int, sheets: int) -> bool:
        seen.append((done, sheets))
        return done < 1

    assert paint(printer, job, step) == "stopped"
    assert seen == [(0, len(job.sizes)), (1, len(job.sizes))]


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_told(printer: QPrinter, job: PrintJob, tmp_path: Path) -> None:
    printer.setOutputFileName(str(tmp_path / "nowhere" / "printed.pdf"))
    assert paint(printer, job, go_on) == "refused"


def test_pages_are_drawn_one_at_a_time_and_not_too_fine(
    printer: QPrinter, job: PrintJob, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[list[int], int]] = []
    alive: list[int] = []

    def images(pdf: bytes, pages: list[int], dpi: int) -> Iterator[QImage]:
        asked.append((pages, dpi))
        for page in pages:
            alive.append(page)
            yield next(page_images(pdf, [page], 20))

    def step(done: int, sheets: int) -> bool:
        assert len(alive) == min(done + 1, sheets)
        return True

    monkeypatch.setattr(painting, "page_images", images)
    assert printer.resolution() > 300
    assert paint(printer, job, step) == "printed"
    assert asked == [(list(range(len(job.sizes))), 300)]


def test_a_page_keeps_its_size_where_the_paper_has_room(printer: QPrinter, job: PrintJob) -> None:
    width, height = job.sizes[0]
    dots = printer.resolution() / 72
    exact = place(job.sizes[0], printer)
    assert exact.width() == pytest.approx(width * dots, rel=0.005)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A3))
    large = place(job.sizes[0], printer)
    assert large.height() == pytest.approx(height * dots)
    assert large.left() > 1
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    small = place(job.sizes[0], printer)
    assert small.width() / small.height() == pytest.approx(width / height)
    assert small.bottom() <= printer.paperRect(QPrinter.Unit.DevicePixel).height() + 1


# The window's commands


@pytest.fixture
def window(qtbot: QtBot, program: Program, resolution: Resolution, template: Template) -> MainWindow:
    main = program.open_document(Document(resolution, template))
    qtbot.waitUntil(main.isActiveWindow)
    return main


def into_file(path: Path) -> object:
    def ask(printer: QPrinter, pages: int, parent: QWidget) -> bool:
        assert pages >= 3
        assert parent is not None
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return True

    return ask


def test_the_text_is_printed(
    window: MainWindow, resolution: Resolution, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "printed.pdf"
    monkeypatch.setattr(AskPrinter, "ask", into_file(path))
    window.files.print_copy()
    assert window.shell.strip.sentence() == f"The copy went to {path}."
    job = print_job(resolution, window.session.workspace.template, CopyChoices())
    assert pages_in(path.read_bytes()) == len(job.sizes)


def test_closing_the_system_dialog_prints_nothing(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(AskPrinter, "ask", lambda *_: False)
    window.files.print_copy()
    assert window.shell.strip.sentence() == ""


def test_printing_is_stopped_from_its_dialog(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Impatient(QProgressDialog):
        def setValue(self, value: int) -> None:  # noqa: N802
            super().setValue(value)
            if value == 1:
                self.cancel()

    monkeypatch.setattr(printing, "QProgressDialog", Impatient)
    monkeypatch.setattr(AskPrinter, "ask", into_file(tmp_path / "printed.pdf"))
    window.files.print_copy()
    assert window.shell.strip.sentence().startswith("Printing was stopped")


def test_what_was_chosen_in_the_preview_is_printed(
    window: MainWindow, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "printed.pdf"
    chosen = CopyChoices(large_print=True, line_numbers="page")
    monkeypatch.setattr(PrintPreview, "ask", lambda *_: chosen)
    monkeypatch.setattr(AskPrinter, "ask", into_file(path))
    window.files.preview_print()
    workspace = window.session.workspace
    job = print_job(workspace.resolution, workspace.template, chosen)
    assert difference(picture(job.pdf, 1), picture(path.read_bytes(), 1)) < 3
    path.unlink()
    window.files.print_copy()
    assert pages_in(path.read_bytes()) == len(job.sizes), "the next copy is printed so too"
    assert program.store.state("print")


def test_a_paper_without_a_kind_is_said(window: MainWindow) -> None:
    workspace = window.session.workspace
    file = workspace.template.file
    workspace.template = replace(workspace.template, file=replace(file, kinds=file.kinds[1:]))
    window.files.print_copy()
    assert "has no kind of paper" in window.shell.strip.sentence()


# The preview


@pytest.fixture
def preview(qtbot: QtBot, theme: Theme, workspace: Workspace) -> PrintPreview:
    dialog = PrintPreview(theme, workspace, CopyChoices())
    qtbot.addWidget(dialog)
    dialog.resize(1000, 800)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_the_preview_shows_the_pages(preview: PrintPreview, job: PrintJob) -> None:
    count = preview.findChild(QLabel, "print_count")
    assert isinstance(count, QLabel)
    pages = len(job.sizes)
    assert count.text() == f"Page 1 of {pages}"
    preview.page.setFocus()
    QTest.keyClick(preview.page, Qt.Key.Key_PageDown)
    assert count.text() == f"Page 2 of {pages}"
    QTest.keyClick(preview.page, Qt.Key.Key_End)
    QTest.keyClick(preview.page, Qt.Key.Key_PageDown)
    assert count.text() == f"Page {pages} of {pages}"
    QTest.keyClick(preview.page, Qt.Key.Key_Home)
    shown = preview.page.grab().toImage()
    assert shown.pixelColor(3, 3).name() == preview.theme.hex("bed").lower()
    middle = [shown.pixelColor(x, shown.height() // 2).name() for x in range(shown.width())]
    assert middle.count("#ffffff") > shown.width() // 3


def test_the_wheel_turns_a_page_a_notch(preview: PrintPreview) -> None:
    def turn(parts: int) -> None:
        at, keys, none = QPointF(50, 50), Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
        phase = Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(at, at, QPoint(), QPoint(0, parts), none, keys, phase, False)
        QApplication.sendEvent(preview.page, event)

    for _ in range(5):
        turn(-40)
    assert preview.page.page == 1
    turn(120)
    assert preview.page.page == 0


def test_choices_change_the_pages(preview: PrintPreview, qtbot: QtBot, job: PrintJob) -> None:
    preview.form.parts["form"].click()
    preview.form.parts["cover"].click()
    qtbot.waitUntil(lambda: preview.page.pages < len(job.sizes))
    assert preview.form.choices().parts == ("body",)


def test_nothing_to_print_is_said_in_the_preview(preview: PrintPreview, workspace: Workspace) -> None:
    file = workspace.template.file
    workspace.template = replace(workspace.template, file=replace(file, kinds=file.kinds[1:]))
    preview.make_pages()
    go = preview.findChild(QPushButton, "print_go")
    assert isinstance(go, QPushButton)
    assert not go.isEnabled()
    count = preview.findChild(QLabel, "print_count")
    assert isinstance(count, QLabel)
    assert "no kind of paper" in count.text()
