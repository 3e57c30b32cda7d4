"""The text being worked on: one frozen value at a time, the way back, and those who want to know of changes."""

from collections.abc import Callable

from msgspec.structs import replace

from editor.app.history import History, MergeKey
from editor.model.changes import Change, Compound, SetPaper, Splice, apply, is_empty
from editor.model.clause import Body, Clause
from editor.model.grammar import Grammar
from editor.model.resolution import Resolution
from editor.model.scheme import Scheme
from editor.model.text import Note
from editor.numbering import Labels, labels, notes
from editor.templating.schema import Template

Listener = Callable[[Resolution, Change, Resolution, object], None]
"""Called with the state before, the change, the state after, and who did it."""


class Workspace:
    """One resolution under edit.

    Every edit comes in as a change that a builder has made, and so checked, for the present state. Whoever edits names
    himself as `who`, so that he can skip his own news.
    """

    def __init__(self, resolution: Resolution, template: Template, *, read_only: bool = False) -> None:
        self._resolution = resolution
        self.read_only = read_only
        self.template = template
        self.history = History()
        self._listeners: list[Listener] = []
        self._labels: Labels | None = None
        self._note_numbers: dict[str, int] | None = None

    @property
    def resolution(self) -> Resolution:
        """The present state."""
        return self._resolution

    @property
    def body(self) -> Body:
        """The present clauses."""
        return self._resolution.body

    @property
    def grammar(self) -> Grammar:
        """Which clause may stand where."""
        return self.template.file.grammar

    @property
    def scheme(self) -> Scheme:
        """How the present text is numbered."""
        return self.template.scheme(self._resolution.language)

    @property
    def labels(self) -> Labels:
        """The labels of the present body, worked out once a state."""
        if self._labels is None:
            self._labels = labels(self.body, self.scheme)
        return self._labels

    @property
    def note_numbers(self) -> dict[str, int]:
        """The number of every footnote by its id."""
        if self._note_numbers is None:
            self._note_numbers = {note.id: number for number, (_, note) in enumerate(notes(self.body), 1)}
        return self._note_numbers

    def apply(self, change: Change, who: object = None, merge_key: MergeKey | None = None) -> None:
        """Do `change` and remember it; EditError "stale" if it was made for another state, and then nothing moved.

        A text that is `read_only` takes no change.
        """
        if self.read_only or is_empty(change):
            return
        after = apply(self._resolution, change)
        self.history.push(change, merge_key)
        self._move_to(after, change, who)

    def undo(self, who: object = None) -> None:
        """Take the last step back, if there is one."""
        if self.history.can_undo:
            change = self.history.undo()
            self._move_to(apply(self._resolution, change), change, who)

    def redo(self, who: object = None) -> None:
        """Do again what was taken back last, if anything was."""
        if self.history.can_redo:
            change = self.history.redo()
            self._move_to(apply(self._resolution, change), change, who)

    def listen(self, listener: Listener) -> None:
        """Call `listener` after every change, in the order in which they came."""
        self._listeners.append(listener)

    def leave(self, listener: Listener) -> None:
        """Call `listener` no more."""
        self._listeners.remove(listener)

    def _move_to(self, after: Resolution, change: Change, who: object) -> None:
        before, self._resolution = self._resolution, after
        if self._labels is not None:
            self._labels = replace(self._labels, body=after.body) if _keeps_labels(change) else None
        if _touches_notes(change):
            self._note_numbers = None
        for listener in tuple(self._listeners):
            listener(before, change, after, who)


def _keeps_labels(change: Change) -> bool:
    """Return whether no clause gets another number by `change`; then typing costs no counting."""
    match change:
        case Splice(_, removed, inserted):
            return len(removed) == len(inserted) and all(map(_counts_alike, removed, inserted))
        case SetPaper(before, after):
            return before.language == after.language
        case Compound(changes):
            return all(map(_keeps_labels, changes))
        case _:
            return True


def _counts_alike(one: Clause, other: Clause) -> bool:
    return one is other or replace(one, text=(), extra=()) == replace(other, text=(), extra=())


def _touches_notes(change: Change) -> bool:
    match change:
        case Splice(_, removed, inserted):
            return any(isinstance(piece, Note) for clause in (*removed, *inserted) for piece in clause.text)
        case Compound(changes):
            return any(map(_touches_notes, changes))
        case _:
            return False
