"""The main window: it holds the parts together and gives each command to the part that does it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QStatusBar, QWidget

from editor.app.documents import Document
from editor.model.errors import EditError
from editor.ui.messages import said
from editor.ui.theme import Theme
from editor.ui.window.actions import Actions
from editor.ui.window.bars import Bar
from editor.ui.window.files import Files, title
from editor.ui.window.session import Session
from editor.ui.window.shell import Shell
from editor.ui.window.status import StatusLine

ZOOM_STEP = 10
_WIDE, _HIGH = 1440, 900  # the window at first, where the screen has room
_TEXT_MENU = ("undo", "redo", "cut", "copy", "paste", "select_all")


class MainWindow(QMainWindow):
    """A window on one document."""

    def __init__(self, document: Document, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("main")
        self._theme = theme
        self.session = Session(document, theme, self)
        self.shell = Shell(theme)
        self.files = Files(self, theme, lambda: self.session, self.show_document, self.say, self._show_state)
        self.commands = Actions(self, self._handlers())
        self.commands["outline"].setChecked(True)
        self.addToolBar(Bar(self.commands, theme))
        self.setCentralWidget(self.shell)
        self._status = StatusLine(theme, self.commands)
        self._status.zoom_wanted.connect(lambda percent: self.session.draft.set_zoom(percent))
        foot = QStatusBar()
        foot.setSizeGripEnabled(False)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self._status, 1)
        foot.setFixedHeight(theme.px("window", "status"))
        foot.setStyleSheet("QStatusBar::item { border: none; }")
        self.setStatusBar(foot)
        QApplication.instance().focusChanged.connect(self._focus_changed)  # type: ignore[union-attr]
        self._take(self.session)
        room = self.screen().availableSize()
        self.setMinimumHeight(round(480 * theme.scale))
        self.resize(min(_WIDE, round(room.width() * 0.95)), min(_HIGH, round(room.height() * 0.95)))

    def show_document(self, document: Document) -> None:
        """Open `document` in place of what is open."""
        before = self.session
        self._fold_panel()
        self._take(Session(document, self._theme, self))
        before.close()

    def say(self, sentence: str) -> None:
        """Show `sentence` over the text; an empty one takes away what is there."""
        self.shell.strip.say(sentence)

    def _take(self, session: Session) -> None:
        self.session = session
        self.shell.take(session)
        self._status.show_workspace(session.workspace)
        self._status.show_zoom(session.draft.zoom)
        session.changed.connect(self._text_changed)
        session.moved.connect(self._moved)
        session.outline.cover_chosen.connect(self._open_cover)
        session.draft.zoomed.connect(self._status.show_zoom)
        session.draft.refused.connect(self._refused)
        session.draft.addActions(
            [self.commands[name] for name in ("undo", "redo", "cut", "copy", "paste", "select_all")]
        )
        session.draft.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        session.draft.setFocus()
        self._moved(session.clause())
        self._show_state()

    def _handlers(self) -> dict[str, Callable[[], None]]:
        def draft(command: str) -> Callable[[], None]:
            return lambda: getattr(self.session.draft.commands, command)()

        return {
            "new": self.files.new,
            "open": self.files.open,
            "save": lambda: _drop(self.files.save()),
            "save_as": lambda: _drop(self.files.save_as()),
            "export_pdf": self.files.export_pdf,
            "export_docx": self.files.export_docx,
            "close": lambda: _drop(self.close()),
            "undo": lambda: self.session.workspace.undo(self),
            "redo": lambda: self.session.workspace.redo(self),
            "cut": lambda: self._in_focus("cut"),
            "copy": lambda: self._in_focus("copy"),
            "paste": lambda: self._in_focus("paste"),
            "select_all": lambda: self._in_focus("selectAll"),
            "italic": lambda: self.session.draft.commands.toggle("italic"),
            "bold": lambda: self.session.draft.commands.toggle("bold"),
            "add_clause": draft("add_clause"),
            "to_operative": draft("to_operative"),
            "outdent": draft("outdent"),
            "indent": draft("indent"),
            "move_up": lambda: self.session.draft.commands.move(-1),
            "move_down": lambda: self.session.draft.commands.move(1),
            "outline": lambda: self.shell.show_outline(self.commands["outline"].isChecked()),
            "cover": self._toggle_cover,
            "zoom_in": lambda: self.session.draft.set_zoom(self.session.draft.zoom + ZOOM_STEP),
            "zoom_out": lambda: self.session.draft.set_zoom(self.session.draft.zoom - ZOOM_STEP),
            "zoom_reset": lambda: self.session.draft.set_zoom(int(self._theme.token("size", "draft", "zoom-default"))),
            "next_pane": lambda: self._go_pane(1),
            "last_pane": lambda: self._go_pane(-1),
        }

    # What is open

    def _toggle_cover(self) -> None:
        if self.commands["cover"].isChecked():
            self._open_cover()
        else:
            self._fold_panel()
            self.session.draft.setFocus()

    def _open_cover(self) -> None:
        self.commands["cover"].setChecked(True)
        form = self.session.open_cover()
        self.shell.show_panel(form, self._theme.px("window", "panel-cover"))
        self.commands["outline"].setChecked(not self.shell.outline_pane.isHidden())
        form.focus_first()

    def _fold_panel(self) -> None:
        self.commands["cover"].setChecked(False)
        self.shell.show_panel(None)
        self.commands["outline"].setChecked(not self.shell.outline_pane.isHidden())

    def _go_pane(self, step: int) -> None:
        panes = self.shell.panes()
        now = QApplication.focusWidget()
        at = next((place for place, pane in enumerate(panes) if now is pane or (now and pane.isAncestorOf(now))), 0)
        panes[(at + step) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _in_focus(self, command: str) -> None:
        """Cut, copy or paste where the keyboard is: in a field or in the text."""
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit):
            getattr(field, command)()
        else:
            names = {"paste": "paste_clipboard", "selectAll": "select_all"}
            getattr(self.session.draft.commands, names.get(command, command))()

    # What is shown of it

    def _text_changed(self) -> None:
        self._status.text_changed()
        self._status.show_place(self.session.place())
        self._show_state()

    def _moved(self, clause: object) -> None:
        self._status.show_place(clause if isinstance(clause, str) else None)

    def _refused(self, error: EditError) -> None:
        self._status.show_refusal(said(error))

    def _show_state(self) -> None:
        history = self.session.workspace.history
        self._status.show_saved(not history.modified and self.session.document.path is not None)
        self.setWindowTitle(self.tr("{title}[*] – Resolution Editor").format(title=title(self.session)))
        self.setWindowModified(history.modified)
        self.commands["undo"].setEnabled(history.can_undo)
        self.commands["redo"].setEnabled(history.can_redo)

    def _focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is None or now is None:
            return
        self.session.workspace.history.close()
        self.session.enter(now)
        self._status.show_place(self.session.place())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before a text goes that is not saved."""
        if not self.files.may_leave():
            event.ignore()
            return
        event.accept()


def _drop(_: bool) -> None:
    """Forget an answer that nobody waits for."""
