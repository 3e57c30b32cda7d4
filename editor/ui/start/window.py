"""The window that the program opens when it is given no text."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from editor.app import documents
from editor.templating.schema import Template
from editor.ui.messages import said
from editor.ui.opening import Opening
from editor.ui.program import Program
from editor.ui.start.looking import Looking
from editor.ui.start.menus import Menus
from editor.ui.start.page import StartPage
from editor.ui.window.bars import Strip
from editor.ui.window.drops import FileDrops

_WIDE, _HIGH = 1440, 900


class StartWindow(QMainWindow):
    """The start page with its menus; it goes when a text has come."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self.setObjectName("start")
        self.program = program
        theme = program.theme
        self.setWindowTitle(self.tr("Resolution Editor"))
        self.strip = Strip(theme)
        self.page = StartPage(theme)
        middle = QWidget()
        box = QVBoxLayout(middle)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.strip)
        box.addWidget(self.page, 1)
        self.setCentralWidget(middle)
        self.opening = StartOpening(self)
        self.menus = Menus(self)
        self._looking = Looking(self)
        self._looking.seen.connect(self.page.recent.show_standing, Qt.ConnectionType.QueuedConnection)
        self._connect()
        self.show_templates()
        self.show_recent()
        self.page.templates.setFocus()
        room = self.screen().availableSize()
        least = QSize(round(760 * theme.scale), round(480 * theme.scale))
        self.setMinimumSize(least.boundedTo(room * 0.6))
        self.resize(min(_WIDE, round(room.width() * 0.95)), min(_HIGH, round(room.height() * 0.95)))

    def _connect(self) -> None:
        page, opening = self.page, self.opening
        page.templates.wanted.connect(self._begin)
        page.last_year.clicked.connect(opening.open_last_year)
        page.import_text.clicked.connect(opening.import_text)
        page.open.clicked.connect(opening.open)
        page.sample.clicked.connect(opening.sample)
        page.recent.wanted.connect(self._open_recent)
        page.recent.unwanted.connect(self.program.forget_recent)
        self.program.recent_changed.connect(self.show_recent)
        drops = FileDrops(self)
        drops.dropped.connect(opening.open_paths)
        for part in (self, page.templates.viewport(), page.recent.viewport()):
            drops.watch(part)

    def say(self, sentence: str) -> None:
        """Show `sentence` over the page; an empty one takes away what is there."""
        self.strip.say(sentence)

    def show_templates(self) -> None:
        """Show what a new text can be, and say which templates are not in order."""
        templates, errors = documents.library()
        self.page.templates.show_templates(templates)
        self.say(" ".join(said(error) for error in errors))

    def show_recent(self) -> None:
        """Show the texts opened lately, and look what became of them."""
        entries = self.program.store.recent
        self.page.recent.show_texts(entries, self.program.is_unsaved)
        self.page.show_empty(not entries)
        self._look()

    def _look(self) -> None:
        self._looking.look_at(tuple(entry.path for entry in self.program.store.recent))

    def changeEvent(self, event: QEvent) -> None:
        """Look again when somebody comes back: a drive may be there now, a text saved."""
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._look()
        super().changeEvent(event)

    def _open_recent(self, path: str) -> None:
        if not self.opening.open_path(Path(path)):
            self._look()

    def _begin(self, template: Template, kind: str, language: str) -> None:
        self.opening.begin(template, kind, language or self._language(template))

    def _language(self, template: Template) -> str:
        """Return the language begun in last, else the reader's, else the template's first."""
        known = [language.code for language in template.file.languages]
        wanted = (self.program.store.state("language"), self.locale().name()[:2])
        return next((code for code in wanted if code in known), known[0])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Look no further."""
        self._looking.stop()
        event.accept()


class StartOpening(Opening):
    """How the start page brings texts on the screen: in windows of their own, and then it goes."""

    def __init__(self, window: StartWindow) -> None:
        super().__init__(window, window.program, window.say)
        self._start = window
        self._several = False

    def made_way(self) -> None:
        """Close the page, unless more is to be opened or told."""
        if not self._several:
            self._start.close()

    def open_paths(self, paths: Sequence[Path]) -> bool:
        """Open every one of `paths`; the page stays to tell of one that could not be."""
        self._several = True
        try:
            opened = super().open_paths(paths)
        finally:
            self._several = False
        if opened and paths:
            self.made_way()
        return opened
