"""What will be printed, a page at a time, beside the choices that decide it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.app.choices import CopyChoices
from editor.app.printing import PrintJob, page_images, print_job
from editor.app.workspace import Workspace
from editor.model.errors import EditorError
from editor.ui.dialogs.base import Dialog
from editor.ui.dialogs.copy_form import CopyForm
from editor.ui.dialogs.scroll import Column
from editor.ui.messages import said
from editor.ui.theme import Theme

_PAUSE = 200  # ms after the last choice until the pages are made anew
_POINTS = 72
_NOTCH = 120  # of a wheel, in Qt's eighths of a degree


class Page(QWidget):
    """One page of a job, as large as there is room for; `turned` says that it is another page now."""

    turned = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("print_page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self._job: PrintJob | None = None
        self._picture: QImage | None = None
        self._wheel = 0
        self.page = 0

    def show_job(self, job: PrintJob | None) -> None:
        """Show the pages of `job`, the same one as before if it is there; nothing for None."""
        self._job = job
        self.turn_to(self.page)

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._job.sizes) if self._job else 0

    def turn_to(self, page: int) -> None:
        """Show `page`, counted from 0, or the nearest there is."""
        self.page = max(0, min(page, self.pages - 1))
        self._picture = None
        name = self.tr("Page {page} of {pages}").format(page=self.page + 1, pages=self.pages)
        self.setAccessibleName(name if self.pages else self.tr("No page"))
        self.update()
        self.turned.emit()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return room for an upright page."""
        return QSize(round(480 * self._theme.scale), round(620 * self._theme.scale))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the pages."""
        goals = {
            Qt.Key.Key_PageDown: self.page + 1, Qt.Key.Key_Down: self.page + 1, Qt.Key.Key_Right: self.page + 1,
            Qt.Key.Key_PageUp: self.page - 1, Qt.Key.Key_Up: self.page - 1, Qt.Key.Key_Left: self.page - 1,
            Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.pages - 1,
        }  # fmt: skip
        goal = goals.get(Qt.Key(event.key()))
        if goal is None:
            super().keyPressEvent(event)
        else:
            self.turn_to(goal)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn a page at every notch; a touch pad sends many small parts of one."""
        turned = event.angleDelta().y()
        self._wheel = self._wheel + turned if self._wheel * turned >= 0 else turned
        notches = int(self._wheel / _NOTCH)
        if notches:
            self._wheel -= notches * _NOTCH
            self.turn_to(self.page - notches)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the page anew for the new size."""
        self._picture = None
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the page on its bed."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("bed"))
        if self._job:
            sheet = self._sheet(self._job.sizes[self.page])
            painter.drawImage(sheet, self._drawn(self._job, sheet))
            painter.setPen(QPen(self._theme.colour("hairline"), 1))
            painter.drawRect(sheet)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _sheet(self, size: tuple[float, float]) -> QRectF:
        margin = self._theme.space(4)
        scale = min((self.width() - 2 * margin) / size[0], (self.height() - 2 * margin) / size[1])
        width, height = round(size[0] * scale), round(size[1] * scale)
        corner = QPointF(round((self.width() - width) / 2), round((self.height() - height) / 2))
        return QRectF(corner.x(), corner.y(), width, height)

    def _drawn(self, job: PrintJob, sheet: QRectF) -> QImage:
        if self._picture is None:
            dots = sheet.width() * self.devicePixelRatioF()
            dpi = max(1, round(dots / job.sizes[self.page][0] * _POINTS))
            self._picture = next(page_images(job.pdf, [self.page], dpi))
        return self._picture


class PrintPreview(Dialog):
    """Shows the pages of `workspace`'s text as they will be printed, and takes the choices for that."""

    def __init__(self, theme: Theme, workspace: Workspace, choices: CopyChoices, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Print preview"), parent)
        self.setObjectName("print_preview")
        self._workspace = workspace
        state = workspace.resolution
        self.form = CopyForm(theme, workspace.template.kind(state.kind), choices)
        self.form.setMaximumWidth(max(round(340 * theme.scale), self.form.minimumSizeHint().width()))
        self.page = Page(theme)
        self._count = QLabel()
        self._count.setObjectName("print_count")
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._back, self._on = QPushButton(self.tr("Back")), QPushButton(self.tr("Next"))
        self._back.setAccessibleName(self.tr("Previous page"))
        self._on.setAccessibleName(self.tr("Next page"))
        self._back.clicked.connect(lambda: self.page.turn_to(self.page.page - 1))
        self._on.clicked.connect(lambda: self.page.turn_to(self.page.page + 1))
        self._arrange()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.make_pages)
        self.form.changed.connect(self._pause.start)
        self.page.turned.connect(self._show_count)
        self.make_pages()

    def _arrange(self) -> None:
        theme = self.theme
        choices = QVBoxLayout()
        choices.addWidget(Column(self.form), 1)
        turning = QHBoxLayout()
        for part in (self._back, self._count, self._on):
            turning.addWidget(part)
        turning.insertStretch(0, 1)
        turning.addStretch(1)
        pages = QVBoxLayout()
        pages.addWidget(self.page, 1)
        pages.addLayout(turning)
        sides = QHBoxLayout()
        sides.setSpacing(theme.space(5))
        sides.addLayout(choices)
        sides.addLayout(pages, 1)
        self.box.addLayout(sides, 1)
        cancel, self._print = QPushButton(self.tr("Close")), QPushButton(self.tr("Print…"))
        cancel.setObjectName("print_close")
        self._print.setObjectName("print_go")
        cancel.clicked.connect(self.reject)
        self._print.clicked.connect(self.accept)
        self.add_buttons(cancel, self._print)
        for button in (self._back, self._on):
            button.setAutoDefault(False)

    def make_pages(self) -> None:
        """Make the pages as is chosen now."""
        try:
            job = print_job(self._workspace.resolution, self._workspace.template, self.form.choices())
        except EditorError as error:
            error.parameters.setdefault("path", self._workspace.resolution.cover.text("title"))
            self.page.show_job(None)
            self._count.setText(said(error))
            return
        self.page.show_job(job)

    def _show_count(self) -> None:
        self._count.setText(self.page.accessibleName())
        self._back.setEnabled(self.page.page > 0)
        self._on.setEnabled(self.page.page + 1 < self.page.pages)
        self._print.setEnabled(self.page.pages > 0)

    @classmethod
    def ask(
        cls, theme: Theme, workspace: Workspace, choices: CopyChoices, parent: QWidget | None
    ) -> CopyChoices | None:
        """Return the choices to print with; None if nothing is to be printed."""
        dialog = cls(theme, workspace, choices, parent)
        wanted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.form.choices() if wanted else None
