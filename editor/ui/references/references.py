"""References in the draft: choosing them, what they say on hover, where they lead."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from editor.app.preferences import Preferences
from editor.app.referring import Target, as_read, number_of, targets, trouble
from editor.app.spans import Span
from editor.app.workspace import Workspace
from editor.model.edits import Place
from editor.model.text import Note, Reference, ReferenceForm, Run, cut
from editor.model.tree import find
from editor.ui.draft.surface import Draft
from editor.ui.references.offering import Offering, caret_rect
from editor.ui.theme import Theme

if TYPE_CHECKING:
    from editor.ui.references.picker import Picker

_LONGEST = 240
"""How many characters of a clause a tooltip shows."""


class References(QObject):
    """What a draft can do with references; `preferences` tells whether clauses are offered while typing.

    `note_wanted` carries the id of the footnote whose mark was clicked, or chosen from the menu.
    """

    note_wanted = Signal(str)

    def __init__(
        self, draft: Draft, workspace: Workspace, theme: Theme, preferences: Callable[[], Preferences]
    ) -> None:
        super().__init__(draft)
        self._draft, self._workspace, self._theme = draft, workspace, theme
        self.offering = Offering(draft, workspace, theme, lambda: preferences().offers)
        self.picker: Picker | None = None
        self._at: Span | None = None
        self._form: ReferenceForm = "full"
        draft.add_tip(self._tip)
        draft.add_menu(self._menu)
        draft.piece_clicked.connect(self._clicked)

    def detach(self) -> None:
        """Close what is open."""
        self.offering.close()
        if self.picker:
            self.picker.close()

    # The picker

    def choose(self) -> None:
        """Ask for a clause, and put a reference to it in place of the selection.

        Where the caret stands behind "paragraph 1", that is what is asked for, and it gives way.
        """
        span = self._draft.span()
        if self._draft.isReadOnly() or span is None:
            return
        found = self.offering.asked()
        if found:
            clause_id = span.start[0]
            self._ask(Span((clause_id, found.start), span.start), found.form, found.typed.strip())
        else:
            self._ask(span, "full", "")

    def choose_another(self, place: Place) -> None:
        """Ask for another clause for the reference that stands at `place`."""
        piece = self._piece(place)
        if isinstance(piece, Reference) and not self._draft.isReadOnly():
            self._ask(_around(place), piece.form, "")

    def _ask(self, span: Span, form: ReferenceForm, typed: str) -> None:
        self.offering.close()
        self._at, self._form = span, form
        if self.picker is None:
            from editor.ui.references.picker import Picker

            self.picker = Picker(self._theme, self._draft)
            self.picker.taken.connect(self._taken)
            self.picker.closed.connect(self._draft.setFocus)
        labels, clause = self._workspace.labels, span.start[0]
        self.picker.ask(targets(labels, clause), typed, caret_rect(self._draft), number_of(labels, clause))

    def _taken(self, target: Target) -> None:
        if self._at:
            self._draft.commands.replace(self._at, (Reference(target.clause, self._form),))

    # What is there

    def _piece(self, place: Place) -> Reference | Note | None:
        if place[1] < 0 or place[0] not in self._workspace.labels.places:
            return None
        pieces = cut(find(self._workspace.body, place[0]).text, place[1], place[1] + 1)
        return pieces[0] if pieces and not isinstance(pieces[0], Run) else None

    def _clicked(self, place: Place, piece: object, held: bool) -> None:  # noqa: ARG002
        if isinstance(piece, Note):
            self.note_wanted.emit(piece.id)
        elif held and isinstance(piece, Reference) and piece.target in self._workspace.labels.places:
            self._draft.go_to(piece.target)

    def _tip(self, place: Place) -> str:
        piece = self._piece(place)
        labels = self._workspace.labels
        if isinstance(piece, Note):
            number = self._workspace.note_numbers.get(piece.id, 0)
            return self.tr("Footnote {number}").format(number=number) + "\n" + as_read(piece.text, labels)
        if not isinstance(piece, Reference):
            return ""
        problem = trouble(labels, piece)
        if problem == "gone":
            return self.tr("The clause meant here was deleted; choose another from the menu of this place.")
        if problem == "unnumbered":
            return self.tr("The clause meant here has no number; choose another from the menu of this place.")
        target = find(self._workspace.body, piece.target)
        return f"{labels.reference(Reference(piece.target))}\n{_short(as_read(target.text, labels))}"

    def _menu(self, menu: QMenu, place: Place) -> None:
        before = (place[0], place[1] - 1)
        at = place if self._piece(place) else before
        piece = self._piece(at)
        if isinstance(piece, Reference):
            self._fill_menu(menu, at, piece)
        elif piece:
            note_id = piece.id
            menu.addAction(self.tr("&Edit Footnote")).triggered.connect(lambda: self.note_wanted.emit(note_id))

    def _fill_menu(self, menu: QMenu, place: Place, piece: Reference) -> None:
        writable = not self._draft.isReadOnly()
        go = menu.addAction(self.tr("&Go to Clause"))
        go.setEnabled(piece.target in self._workspace.labels.places)
        go.triggered.connect(lambda: self._draft.go_to(piece.target))
        other = menu.addAction(self.tr("C&hoose Another Clause…"))
        other.setEnabled(writable)
        other.triggered.connect(lambda: self.choose_another(place))
        alone = menu.addAction(self.tr("&Number Alone"))
        alone.setCheckable(True)
        alone.setChecked(piece.form == "number")
        alone.setEnabled(writable)
        alone.triggered.connect(lambda on: self._reform(place, piece, on))

    def _reform(self, place: Place, piece: Reference, alone: bool) -> None:
        self._draft.commands.replace(_around(place), (Reference(piece.target, "number" if alone else "full"),))


def _around(place: Place) -> Span:
    """Return the span of the one piece at `place`."""
    return Span(place, (place[0], place[1] + 1))


def _short(text: str) -> str:
    """Return `text` cut to what a tooltip can hold."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rsplit(" ", 1)[0] + " …"
