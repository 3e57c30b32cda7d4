"""What all commands of the drafting surface are done with: the workspace, and the hand that holds the caret."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtGui import QTextCursor

from editor.app import drafting
from editor.app.history import MergeKey
from editor.app.keystrokes import Typing
from editor.app.spans import Edit, Span
from editor.app.workspace import Workspace
from editor.model.changes import Change, is_empty
from editor.model.edits import Place
from editor.model.errors import EditError
from editor.model.grammar import Grammar
from editor.model.resolution import Resolution
from editor.model.text import Mark

Builder = Callable[[Resolution, Grammar], Edit]


class Hand(Protocol):
    """Where the caret is and what is selected; the surface is one."""

    def span(self) -> Span | None:
        """Return the selection, None where the text has no clause."""

    def span_of(self, cursor: QTextCursor) -> Span | None:
        """Return what `cursor` selects, None where the text has no clause."""

    def textCursor(self) -> QTextCursor:  # noqa: N802
        """Return the field's own cursor."""

    def selectAll(self) -> None:  # noqa: N802
        """Select everything."""

    def put_span(self, start: Place, end: Place) -> None:
        """Select from `start` to `end`, the caret at the end."""

    def refuse(self, error: EditError) -> None:
        """Say that an edit is not possible here."""


class Doing:
    """The way from a builder to the text: built for the present state, applied, the caret put where it belongs."""

    def __init__(self, workspace: Workspace, hand: Hand) -> None:
        self._workspace = workspace
        self._hand = hand
        self._typing = Typing()
        self._marks: tuple[Place, frozenset[Mark]] | None = None

    def caret_jumped(self) -> None:
        """Say that the caret may be elsewhere: what is typed now is a step of its own, with the marks found there.

        Marks that were set for the words typed next hold while the caret stands where they were set: the keyboard may
        meanwhile have been in a note or a list.
        """
        self._typing.stop()
        if self._held_marks() is None:
            self._marks = None

    def _held_marks(self) -> frozenset[Mark] | None:
        """Return the marks set for the words typed next at the caret, None if those of the words there hold."""
        if self._marks is None:
            return None
        span = self._hand.span()
        return self._marks[1] if span and span == Span(self._marks[0], self._marks[0]) else None

    def _span(self) -> Span:
        """Return the selection, in an empty text after giving it a first clause."""
        span = self._hand.span()
        if span is None:
            edit = drafting.begin(self._workspace.resolution, self._workspace.grammar)
            self._apply(edit.change)
            span = Span(edit.caret, edit.caret)
        return span

    def _do(self, build: Builder, key: MergeKey | None = None) -> Edit | None:
        held = self._held_marks() if key else None
        try:
            edit = build(self._workspace.resolution, self._workspace.grammar)
        except EditError as error:
            self._hand.refuse(error)
            return None
        self._apply(edit.change, key)
        if held is not None:
            self._marks = (edit.caret, held)
        self._hand.put_span(edit.caret, edit.caret)
        return edit

    def _apply(self, change: Change, key: MergeKey | None = None) -> None:
        if key is None:
            self.caret_jumped()
        if not is_empty(change):
            self._workspace.apply(change, self._hand, key)
