"""The main window: it holds the parts together and tells each of what happens in the others."""

from typing import cast

import msgspec
from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit, QStatusBar, QTextEdit, QWidget

from editor.app.documents import Document
from editor.model.errors import EditError
from editor.ui.messages import said
from editor.ui.program import Program
from editor.ui.window.actions import Actions
from editor.ui.window.bars import Bar
from editor.ui.window.files import Files, title
from editor.ui.window.handlers import handlers
from editor.ui.window.panels import TABS, WIDTHS, Panel
from editor.ui.window.session import Session
from editor.ui.window.shell import Shell
from editor.ui.window.status import StatusLine

_WIDE, _HIGH = 1440, 900  # the window at first, where the screen has room
_TEXT_MENU = ("undo", "redo", "cut", "copy", "paste", "select_all")


class MainWindow(QMainWindow):
    """A window on one document."""

    def __init__(self, program: Program, document: Document) -> None:
        super().__init__()
        self.setObjectName("main")
        self.program = program
        theme = program.theme
        self.session = Session(document, program, self)
        self.shell = Shell(theme)
        self.files = Files(self, theme, lambda: self.session, self.show_document, self.say, self._show_state)
        self.commands = Actions(self, handlers(self))
        self.commands["outline"].setChecked(True)
        self.bar = Bar(self.commands, theme)
        self.addToolBar(self.bar)
        self.setCentralWidget(self.shell)
        self.status = StatusLine(theme, self.commands)
        self.status.zoom_wanted.connect(lambda percent: self.session.draft.set_zoom(percent))
        foot = QStatusBar()
        foot.setSizeGripEnabled(False)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.status, 1)
        foot.setFixedHeight(theme.px("window", "status"))
        foot.setStyleSheet("QStatusBar::item { border: none; }")
        self.setStatusBar(foot)
        QApplication.instance().focusChanged.connect(self._focus_changed)  # type: ignore[union-attr]
        self._take(self.session)
        self._take_place()

    # The document

    def show_document(self, document: Document) -> None:
        """Open `document` in place of what is open."""
        before = self.session
        self.fold_panel()
        self._take(Session(document, self.program, self))
        before.close()

    def say(self, sentence: str) -> None:
        """Show `sentence` over the text; an empty one takes away what is there."""
        self.shell.strip.say(sentence)

    def _take(self, session: Session) -> None:
        self.session = session
        self.shell.take(session)
        self.status.show_workspace(session.workspace)
        self.status.show_zoom(session.draft.zoom)
        session.changed.connect(self._text_changed)
        session.moved.connect(self._moved)
        session.outline.cover_chosen.connect(lambda: self.open_panel("cover"))
        session.draft.zoomed.connect(self.status.show_zoom)
        session.draft.refused.connect(self._refused)
        session.draft.addActions([self.commands[name] for name in _TEXT_MENU])
        session.draft.setFocus()
        self._moved(session.clause())
        self._show_state()
        if self.isVisible():
            self._furnish()

    def _furnish(self) -> None:
        """Bring in what helps in typing."""
        self.session.aids.serve(self)

    # Panels

    def toggle_panel(self, name: str) -> None:
        """Open the panel `name`, or fold it away if it is open."""
        if self.commands[name].isChecked():
            self.open_panel(name)
        else:
            self.fold_panel()
            self.session.draft.setFocus()

    def open_panel(self, name: str, *, focus: bool = True) -> None:
        """Open the panel `name`, with the keyboard in it where `focus`."""
        theme = self.program.theme
        panel = self.session.panel(name)
        self.shell.show_panel(panel, theme.px("window", WIDTHS.get(name, "panel")))
        self._show_tabs()
        if focus:
            panel.focus_first()

    def fold_panel(self) -> None:
        """Fold the panel away."""
        self.shell.show_panel(None)
        self._show_tabs()

    def _show_tabs(self) -> None:
        name = self.shell.open_panel()
        for tab in TABS:
            self.commands[tab].setChecked(tab == name)
        self.commands["outline"].setChecked(not self.shell.outline_pane.isHidden())

    def open_strip(self, name: str) -> QWidget:
        """Return the strip `name`, shown under the text."""
        strip = self.session.panel(name)
        self.shell.show_strip(strip)
        return strip

    def go_pane(self, step: int) -> None:
        """Put the keyboard into the next pane (1) or the one before (-1)."""
        panes = self.shell.panes()
        now = QApplication.focusWidget()
        at = next((place for place, pane in enumerate(panes) if now is pane or (now and pane.isAncestorOf(now))), 0)
        pane = panes[(at + step) % len(panes)]
        if pane is self.session.draft or pane is self.session.outline:
            pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            cast("Panel", pane).focus_first()

    def in_focus(self, command: str) -> None:
        """Cut, copy or paste where the keyboard is: in a field or in the text."""
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit | QPlainTextEdit) or (
            isinstance(field, QTextEdit) and field is not self.session.draft
        ):
            getattr(field, command)()
        else:
            names = {"paste": "paste_clipboard", "selectAll": "select_all"}
            getattr(self.session.draft.commands, names.get(command, command))()

    # What is shown of it

    def _text_changed(self) -> None:
        self.status.text_changed()
        self.status.show_place(self.session.place())
        self._show_state()

    def _moved(self, clause: object) -> None:
        self.status.show_place(clause if isinstance(clause, str) else None)

    def _refused(self, error: EditError) -> None:
        self.status.show_refusal(said(error))

    def _show_state(self) -> None:
        history = self.session.workspace.history
        self.status.show_saved(not history.modified and self.session.document.path is not None)
        self.setWindowTitle(self.tr("{title}[*] – Resolution Editor").format(title=title(self.session)))
        self.setWindowModified(history.modified)
        self.commands["undo"].setEnabled(history.can_undo)
        self.commands["redo"].setEnabled(history.can_redo)

    def _focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is None or now is None:
            return
        self.session.workspace.history.close()
        self.session.enter(now)
        self.status.show_place(self.session.place())

    # Coming and going

    def _take_place(self) -> None:
        """Stand where the last window stood; the first one takes what the screen has."""
        self.setMinimumHeight(round(480 * self.program.theme.scale))
        room = self.screen().availableSize()
        self.resize(min(_WIDE, round(room.width() * 0.95)), min(_HIGH, round(room.height() * 0.95)))
        store = self.program.store
        geometry = store.state("window")
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        try:
            self.shell.set_widths(msgspec.json.decode(store.state("widths") or "{}", type=dict[str, int]))
        except msgspec.MsgspecError:
            return

    def _remember_place(self) -> None:
        store = self.program.store
        store.set_state("window", bytes(self.saveGeometry().toBase64().data()).decode())
        store.set_state("widths", msgspec.json.encode(self.shell.widths()).decode())
        store.set_state("panel", self.shell.open_panel())

    def showEvent(self, event: QShowEvent) -> None:
        """Bring in, once the text is painted, what helps in typing."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._furnish)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before a text goes that is not saved."""
        if not self.files.may_leave():
            event.ignore()
            return
        self._remember_place()
        event.accept()
