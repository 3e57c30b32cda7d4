"""The panels at the right and the strips under the text: which there are, and how each is made when first wanted."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from editor.ui.window.session import Session


class Panel(QWidget):
    """What every panel and strip can do; they are not of this class, only of its shape."""

    def focus_first(self) -> None:
        """Put the keyboard where work begins."""
        raise NotImplementedError

    def detach(self) -> None:
        """Follow the workspace no more."""
        raise NotImplementedError


def _preview(session: "Session") -> QWidget:
    from editor.ui.preview.panel import PreviewPanel

    panel = PreviewPanel(session.aids.pages, session.program.theme)
    panel.clause_chosen.connect(session.draft.go_to)
    panel.print_wanted.connect(session.print_wanted)
    panel.show_clause(session.place())
    session.moved.connect(panel.show_clause)
    return panel


def _cover(session: "Session") -> QWidget:
    from editor.ui.cover.form import CoverForm
    from editor.ui.window.thumbnail import Thumbnail

    form = CoverForm(session.workspace, session.program.theme)
    form.setDisabled(session.document.read_only)
    Thumbnail(form, session.aids.pages, session.program.theme)
    return form


def _checks(session: "Session") -> QWidget:
    from editor.ui.checks.panel import ChecksPanel

    panel = ChecksPanel(session.aids.checker, session.workspace, session.draft, session.program.theme)
    panel.cover_wanted.connect(session.cover_wanted)
    return panel


def _remarks(session: "Session") -> QWidget:
    from editor.ui.remarks.panel import RemarksPanel

    program = session.program
    return RemarksPanel(session.workspace, session.draft, program.theme, lambda: program.preferences)


def _notes(session: "Session") -> QWidget:
    from editor.ui.notes.strip import NotesStrip

    return _strip(session, NotesStrip(session.workspace, session.draft, session.program.theme))


def _find(session: "Session") -> QWidget:
    from editor.ui.find.bar import FindBar

    bar = FindBar(session.workspace, session.draft, session.program.theme)
    bar.reveal.connect(session.reveal_wanted)
    return _strip(session, bar)


def _strip(session: "Session", strip: QWidget) -> QWidget:
    closed = strip.closed  # type: ignore[attr-defined]
    closed.connect(strip.hide)
    closed.connect(session.draft.setFocus)
    return strip


MAKERS: Mapping[str, Callable[["Session"], Panel]] = cast(
    "Mapping[str, Callable[[Session], Panel]]",
    {
        "preview": _preview,
        "cover": _cover,
        "checks": _checks,
        "remarks": _remarks,
        "notes": _notes,
        "find": _find,
    },
)
"""What makes each panel and strip, by its object name."""

TABS = ("preview", "cover", "checks", "remarks")
"""The panels that have a tab in the tool bar, from left to right; a command opens each."""

WIDTHS = {"cover": "panel-cover"}
"""The token [size.window] with a panel's width, where it is not "panel"."""
