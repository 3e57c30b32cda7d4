"""The main window: it holds the parts together and tells each of what happens in the others."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QComboBox, QMainWindow, QStatusBar, QWidget

from editor.app.documents import Document
from editor.model.errors import EditError
from editor.model.text import Mark
from editor.ui.messages import said
from editor.ui.program import Program
from editor.ui.window import placement
from editor.ui.window.actions import Actions
from editor.ui.window.bars import Bar
from editor.ui.window.files import Files, title
from editor.ui.window.handlers import handlers
from editor.ui.window.language_menu import LanguageMenu
from editor.ui.window.panels import TABS, WIDTHS, Panel
from editor.ui.window.session import Session
from editor.ui.window.shell import Shell
from editor.ui.window.status import StatusLine
from editor.ui.window.tools import Tools

if TYPE_CHECKING:
    from editor.app.finding import Hit

_PAINTED = 40  # ms after it is shown, when the text is on the screen
_TEXT_MENU = ("undo", "redo", "cut", "copy", "paste", "paste_words", "select_all")


class MainWindow(QMainWindow):
    """A window on one document."""

    def __init__(self, program: Program, document: Document) -> None:
        super().__init__()
        self.setObjectName("main")
        self.program = program
        theme = program.theme
        self.session = Session(document, program, self)
        self.shell = Shell(theme)
        self.files = Files(self, program, lambda: self.session, self.show_document, self.say, self._show_state)
        self.tools = Tools(self)
        self._shown = False
        self._painted = QTimer(self, singleShot=True, interval=_PAINTED)
        self._painted.timeout.connect(self._first_time)
        self.commands = Actions(self, handlers(self))
        self.commands["outline"].setChecked(True)
        LanguageMenu(lambda: self.session, self).stand_behind(self.commands["superscript"])
        self.bar = Bar(self.commands, theme)
        self.addToolBar(self.bar)
        self.setCentralWidget(self.shell)
        self.status = StatusLine(theme, self.commands)
        self.status.zoom_wanted.connect(lambda percent: self.session.draft.set_zoom(percent))
        foot = QStatusBar()
        foot.setSizeGripEnabled(False)
        foot.setContentsMargins(-2, -3, 0, -2)  # what Qt leaves free around its parts, or ours lie too low
        foot.addWidget(self.status, 1)
        foot.setFixedHeight(theme.px("window", "status"))
        foot.setStyleSheet("QStatusBar::item { border: none; }")
        self.setStatusBar(foot)
        QApplication.instance().focusChanged.connect(self._focus_changed)  # type: ignore[union-attr]
        self._take(self.session)
        placement.take(self)

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
        session.print_wanted.connect(self.files.print_copy)
        session.cover_wanted.connect(self.open_cover_field)
        session.reveal_wanted.connect(self._reveal)
        session.outline.refused.connect(self._refused)
        session.outline.form_chosen.connect(lambda: self.open_panel("preview"))
        session.draft.zoomed.connect(self.status.show_zoom)
        session.draft.refused.connect(self._refused)
        session.draft.addActions([self.commands[name] for name in _TEXT_MENU])
        session.draft.setFocus()
        self._moved(session.clause())
        self._show_state()
        if self.isVisible():
            self._furnish()

    def _furnish(self) -> None:
        """Bring in what helps in typing, and the ways to other files."""
        self.session.aids.serve(self)
        self.files.furnish(self.commands["open"])

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

    def open_cover_field(self, key: str) -> None:
        """Open the cover sheet at the field `key`."""
        self.open_panel("cover", focus=False)
        self.session.panel("cover").focus_field(key)  # type: ignore[attr-defined]

    def _reveal(self, hit: "Hit") -> None:
        """Show a hit that is in a footnote or on the cover; the keyboard stays in the search."""
        focus = QApplication.focusWidget()
        if hit.where == "note":
            self.open_note(hit.note)
        elif hit.where == "cover":
            self.open_cover_field(hit.field)
        if focus is not None and hit.where != "text":
            focus.setFocus()

    def fold_panel(self) -> None:
        """Fold the panel away."""
        self.shell.show_panel(None)
        self._show_tabs()

    def _show_tabs(self) -> None:
        name = self.shell.open_panel()
        for tab in TABS:
            self.commands[tab].setChecked(tab == name)
        self.commands["outline"].setChecked(not self.shell.outline_pane.isHidden())

    def toggle_mark(self, mark: Mark) -> None:
        """Set or take away `mark` where the keyboard is: in a footnote or in the text."""
        notes = self.session.made("notes")
        field = QApplication.focusWidget()
        if notes and field and notes.isAncestorOf(field) and hasattr(field, "toggle"):
            field.toggle(mark)
        else:
            self.session.draft.commands.toggle(mark)

    def open_note(self, note_id: str) -> None:
        """Open the strip at the footnote `note_id`."""
        self.open_strip("notes").open_note(note_id)  # type: ignore[attr-defined]

    def filter_outline(self) -> None:
        """Show the outline, with the keyboard in its filter."""
        self.commands["outline"].setChecked(True)
        self.shell.show_outline(True)
        self.session.pane.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

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
        if pane is self.session.draft:
            pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            cast("Panel", pane).focus_first()

    def in_focus(self, command: str) -> None:
        """Cut, copy or paste where the keyboard is: in a field, a list or the text."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QComboBox):
            focus = focus.lineEdit()
        if focus is None or focus is self.session.draft:
            names = {"paste": "paste_clipboard", "selectAll": "select_all"}
            getattr(self.session.draft.commands, names.get(command, command))()
            return
        act = getattr(focus, command, None) or getattr(focus, command.removesuffix("_words"), None)
        if act:
            act()

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
        self.setWindowTitle(f"{title(self.session)}[*]")  # Qt adds the program's name, as to every dialog's
        self.setWindowModified(history.modified)
        self.commands["undo"].setEnabled(history.can_undo)
        self.commands["redo"].setEnabled(history.can_redo)

    def _focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is None or now is None:
            return
        self.session.workspace.history.close()
        self.session.enter(now)
        self.status.show_place(self.session.place())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the message over the text away at Esc, where nothing else wants that key."""
        if event.key() == Qt.Key.Key_Escape and self.shell.strip.sentence():
            self.say("")
        else:
            super().keyPressEvent(event)

    # Coming and going

    def showEvent(self, event: QShowEvent) -> None:
        """Bring in, once the text is painted, what helps in typing."""
        super().showEvent(event)
        if not self._shown:
            self._shown = True
            self._painted.start()

    def _first_time(self) -> None:
        self._furnish()
        placement.open_panel(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before a text goes that is not saved."""
        if not self.files.may_leave():
            event.ignore()
            return
        self._painted.stop()
        placement.remember(self)
        self.session.rest()
        event.accept()
