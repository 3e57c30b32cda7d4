"""What helps in typing: made once the text is on the screen, so that nobody waits for it."""

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer

from editor.app.checker import Checker
from editor.app.pagemaking.maker import PageMaker
from editor.app.recorder import Recorder
from editor.model.text import Reference
from editor.ui.checks.signs import signs
from editor.ui.draft.completion import Completer
from editor.ui.messages import said
from editor.ui.references.references import References
from editor.ui.remarks.signs import RemarkSigns
from editor.ui.spelling import Spelling

if TYPE_CHECKING:
    from editor.ui.window.main_window import MainWindow
    from editor.ui.window.session import Session

_IDLE = 300  # ms after the text is on the screen until what only the first key needs is read


class Aids(QObject):
    """Phrases, references, spelling, checks, remarks and the pages of one session."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        draft, workspace, program = session.draft, session.workspace, session.program
        self._session = session
        self._served: MainWindow | None = None
        self._zoom = program.preferences.zoom
        self.recorder = Recorder(program.state, session.document, workspace, self)
        self.checker = Checker(workspace, self)
        self.pages = PageMaker(workspace, parent=self)
        self.references = References(draft, workspace, program.theme, lambda: program.preferences)
        self.completer = Completer(draft, program.theme, program.store, lambda: program.preferences.phrases)
        self.spelling = Spelling(draft, workspace, program.preferences, parent=self)
        self.remarks = RemarkSigns(draft, workspace)
        self._idle = QTimer(self, singleShot=True, interval=_IDLE)
        self._idle.timeout.connect(self.completer.prepare)
        self.checker.found.connect(lambda _: self._show_findings())
        draft.caret_moved.connect(lambda: self.checker.caret_in(session.clause()))
        program.preferences_changed.connect(self._follow_preferences)
        self._follow_preferences()

    def serve(self, window: "MainWindow") -> None:
        """Connect what is here with `window`, once."""
        if self._served:
            return
        self._served = window
        session, tabs = self._session, window.bar.tabs
        self.checker.found.connect(lambda found: tabs["checks"].set_count(len(found)))
        self.remarks.count_changed.connect(tabs["remarks"].set_count)
        self.pages.made.connect(lambda made: window.status.show_pages(made.count))
        self.spelling.said.connect(window.say)
        risky = self.tr("What you type is not kept against a crash for now, so save often. {reason}")
        self.recorder.failed.connect(lambda error: window.say(risky.format(reason=said(error))))
        session.draft.pasted.connect(window.say)
        session.outline.commands.tell = window.say
        session.outline.reference_wanted.connect(lambda clause: session.draft.commands.put((Reference(clause),)))
        self.completer.broken.connect(lambda error: window.say(said(error)))
        session.draft.sign_chosen.connect(lambda kind, clause: _open_sign(window, kind, clause))
        self.references.note_wanted.connect(window.open_note)
        tabs["checks"].set_count(len(self.checker.findings))
        tabs["remarks"].set_count(self.remarks.count)
        self._show_remarks()
        self.remarks.changed.connect(self._show_remarks)
        self.pages.count()
        self._idle.start()

    def detach(self) -> None:
        """Follow the workspace no more."""
        for aid in (self.checker, self.references, self.spelling, self.remarks):
            aid.detach()
        self._idle.stop()
        self.completer.close()
        self.pages.close()
        self.recorder.close()
        self._session.program.preferences_changed.disconnect(self._follow_preferences)

    def _follow_preferences(self) -> None:
        preferences = self._session.program.preferences
        self._session.draft.commands.smart_typing = preferences.smart_typing
        self.spelling.follow(preferences)
        if preferences.zoom and preferences.zoom != self._zoom:
            self._session.draft.set_zoom(preferences.zoom)
        self._zoom = preferences.zoom
        paper = preferences.paper if preferences.paper != "template" else ""
        if paper != self.pages.options.paper:
            self.pages.set_options(replace(self.pages.options, paper=paper))
        if not preferences.phrases:
            self.completer.close()

    def _show_findings(self) -> None:
        """Say beside the clauses, in margin and outline, what is to be mended there."""
        for severity, clauses in signs(self.checker).items():
            self._session.draft.set_signs(severity, clauses)
            self._session.outline.set_badges(severity, clauses)

    def _show_remarks(self) -> None:
        """Show in the outline which clauses have remarks; the margin has its own way to know."""
        self._session.outline.set_badges("remark", self.remarks.clauses())


def _open_sign(window: "MainWindow", kind: str, clause: str) -> None:
    """Lead from a sign in the margin to what it stands for."""
    window.session.draft.go_to(clause)
    if kind == "remark":
        window.open_panel("remarks", focus=False)
        window.session.panel("remarks").show_clause(clause)  # type: ignore[attr-defined]
    else:
        window.open_panel("checks")
        window.session.panel("checks").show_clause(clause)  # type: ignore[attr-defined]
