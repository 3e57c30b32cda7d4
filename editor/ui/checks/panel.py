"""The panel of checks: what is to be mended and what is advised, how to get there, and how to mend it."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editor.app.checker import Checker, Finding
from editor.app.workspace import Workspace
from editor.ui.checks.delegate import FindingDelegate
from editor.ui.checks.model import FindingsModel
from editor.ui.draft.surface import Draft
from editor.ui.theme import Theme


class FindingsView(QListView):
    """The list. `taken` says that somebody wants to go on at the place of the current line."""

    taken = Signal()

    def __init__(self, theme: Theme, model: FindingsModel) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(self.tr("Checks"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(model)
        self.setItemDelegate(FindingDelegate(theme, self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        theme.changed.connect(self._recolour)
        self._recolour()

    def _recolour(self) -> None:
        self._theme.colour_view(self, "window")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the sentences anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the place with Return."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.taken.emit()
            event.accept()
        else:
            super().keyPressEvent(event)


class _Foot(QWidget):
    """The foot of the panel, with a hairline above."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(theme.px("window", "panel-foot"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("hairline"))
        painter.end()


class ChecksPanel(QWidget):
    """The findings of one checker. `cover_wanted` carries the field of the cover that somebody goes to from here."""

    cover_wanted = Signal(str)

    def __init__(
        self, checker: Checker, workspace: Workspace, draft: Draft, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("checks")
        self.setAccessibleName(self.tr("Checks"))
        self._checker, self._workspace, self._draft, self._theme = checker, workspace, draft, theme
        self.lines = FindingsModel(workspace, self)
        self.view = FindingsView(theme, self.lines)
        self._fix = self._button("checks_fix", self.tr("Fix"))
        self._fix_alike = self._button("checks_fix_alike", "")
        self._pages = QStackedWidget()
        self._nothing = self._empty()
        self._pages.addWidget(self._nothing)
        self._pages.addWidget(self.view)
        self._foot = _Foot(theme)
        self._lay_out()
        self.view.selectionModel().currentChanged.connect(self._show_buttons)
        self.view.clicked.connect(lambda _: self.go_to())
        self.view.taken.connect(self._go_on)
        self._fix.clicked.connect(lambda: self._mend(alike=False))
        self._fix_alike.clicked.connect(lambda: self._mend(alike=True))
        key = QAction(self.tr("Fix"), self)
        key.setShortcut("Ctrl+.")
        key.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.triggered.connect(self._fix.click)
        self.addAction(key)
        checker.found.connect(self._show)
        self._show(checker.findings)

    def _page(self) -> QWidget:
        """Return what the panel shows: the list, or that there is nothing to list."""
        return self.view if self._pages.currentIndex() else self._nothing

    def _empty(self) -> QWidget:
        words = QLabel(self.tr("Nothing to mend."))
        words.setObjectName("checks_empty")
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setProperty("role", "caption")
        words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return words

    def _button(self, name: str, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(self._theme.space(5), 0, self._theme.space(4), 0)
        foot.setSpacing(self._theme.space(2))
        foot.addWidget(self._fix)
        foot.addWidget(self._fix_alike)
        foot.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._pages, 1)
        box.addWidget(self._foot)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of a panel."""
        return QSize(self._theme.px("window", "panel"), self._theme.px("window", "panel-max"))

    # What others call

    def focus_first(self) -> None:
        """Go to the list, and look at the text as it is now: nobody writes in it from here."""
        self._checker.caret_in(None)
        self._checker.look()
        self._page().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_clause(self, clause_id: str) -> None:
        """Choose the first finding at the clause `clause_id`."""
        index = self.lines.line_at(clause_id)
        if index.isValid():
            self.view.setCurrentIndex(index)

    def detach(self) -> None:
        """Follow the checker no more."""
        self._checker.found.disconnect(self._show)

    def current(self) -> Finding | None:
        """Return the chosen finding."""
        return self.lines.finding(self.view.currentIndex())

    # Showing

    def _show(self, findings: tuple[Finding, ...]) -> None:
        before, row = self.current(), self.view.currentIndex().row()
        had_focus = self._page().hasFocus()
        self.lines.show_findings(findings)
        self._pages.setCurrentIndex(1 if findings else 0)
        self._foot.setVisible(bool(findings))
        index = self.lines.line_of(before) if before else QModelIndex()
        if not index.isValid() and findings:
            beside = self.lines.index(min(row, self.lines.rowCount() - 1)) if row > 0 else QModelIndex()
            index = beside if self.lines.finding(beside) else self.lines.first()
        self.view.setCurrentIndex(index)
        self._show_buttons()
        if had_focus:
            self._page().setFocus()

    def _show_buttons(self) -> None:
        finding = self.current()
        mendable = finding is not None and finding.remedy is not None and not self._workspace.read_only
        count = len(self._checker.alike(finding)) if finding and mendable else 0
        self._fix.setEnabled(mendable)
        self._fix.setToolTip(
            self.tr("Mend what is chosen (Ctrl+.)") if mendable else self.tr("This is for you to decide.")
        )
        self._fix_alike.setVisible(count > 1)
        self._fix_alike.setText(self.tr("Fix All {count} of This Kind").format(count=count))

    # Acting

    def go_to(self) -> None:
        """Show the place of the chosen finding."""
        finding = self.current()
        if finding is None:
            return
        if not finding.clause:
            self.cover_wanted.emit(finding.field)
        elif finding.place:
            self._draft.commands.caret_jumped()
            start, end = finding.place
            self._draft.put_span((finding.clause, start), (finding.clause, end))
        else:
            self._draft.go_to(finding.clause)

    def _go_on(self) -> None:
        """Go to the place, to write there."""
        self.go_to()
        finding = self.current()
        if finding and finding.clause:
            self._draft.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mend(self, *, alike: bool) -> None:
        finding = self.current()
        if finding is None:
            return
        if alike:
            self._checker.fix_alike(finding, self)
        else:
            self._checker.fix(finding, self)
        if not self._fix.isEnabled():
            self._page().setFocus()
