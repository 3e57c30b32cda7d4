"""What the drafting surface can be told to do: each command builds a change, applies it and puts the caret."""

from collections.abc import Callable, Iterable
from typing import Literal, Protocol

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication, QTextCursor

from editor.app import clipboard, drafting
from editor.app.history import MergeKey
from editor.app.keystrokes import Typing
from editor.app.spans import Edit, Span, clause_ids, toggle_mark, whole_clauses
from editor.app.workspace import Workspace
from editor.model import edits
from editor.model.changes import Change, is_empty
from editor.model.edits import Place
from editor.model.errors import EditError
from editor.model.grammar import Grammar
from editor.model.resolution import Resolution
from editor.model.text import Mark, Run, Text, cut, flatten, length
from editor.model.tree import find

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


class Commands:
    """The commands of one surface on one workspace."""

    def __init__(self, workspace: Workspace, hand: Hand) -> None:
        self._workspace = workspace
        self._hand = hand
        self._typing = Typing()
        self._marks: frozenset[Mark] | None = None

    def caret_jumped(self) -> None:
        """Say that the caret went elsewhere: what is typed now is a step of its own, with the marks found there."""
        self._typing.stop()
        self._marks = None

    # Words

    def type_words(self, words: str) -> None:
        """Put `words` in place of the selection."""
        span = self._span()
        key = self._typing.key(span, words)
        marks = self._marks
        edit = self._do(lambda state, grammar: drafting.type_text(state, grammar, span, words, marks), key)
        if edit:
            self._typing.goes_on(edit.caret, words)

    def break_line(self) -> None:
        """Begin a new line inside the clause."""
        span = self._span()
        self._do(lambda state, grammar: drafting.break_line(state, grammar, span))

    def erase(self, span: Span) -> None:
        """Take out `span`; letters erased one after another are one step."""
        key = self._typing.erase_key(span)
        edit = self._do(lambda state, grammar: drafting.delete(state, grammar, span), key)
        if edit:
            self._typing.goes_on(edit.caret, "")

    def erase_selection(self) -> None:
        """Take out what is selected."""
        self.erase(self._span())

    def backspace_at_start(self) -> None:
        """Step out a level, or join the clause before."""
        clause = self._span().start[0]
        self._do(lambda state, grammar: drafting.backspace_at_start(state, grammar, clause))

    def delete_at_end(self) -> None:
        """Join the clause that follows."""
        clause = self._span().start[0]
        self._do(lambda state, grammar: drafting.delete_at_end(state, grammar, clause))

    def put(self, text: Text) -> None:
        """Put `text`, which may hold references and notes, in place of the selection: one step."""
        self.replace(self._span(), text)

    def replace(self, span: Span, text: Text) -> None:
        """Put `text` in place of `span`, the caret behind it: one step."""
        self._do(
            lambda state, grammar: Edit(
                edits.replace_range(state, grammar, span.start, span.end, text),
                (span.start[0], span.start[1] + length(text)),
            )
        )

    def toggle(self, mark: Mark) -> None:
        """Set or take away `mark` on the selection, or for the words typed next."""
        span = self._span()
        if span.empty:
            self._marks = self._current_marks(span.start) ^ {mark}
            return
        self._apply(toggle_mark(self._workspace.resolution, span, mark))
        self._hand.put_span(span.start, span.end)

    def marks(self) -> frozenset[Mark]:
        """Return the marks that the next typed word would have."""
        span = self._hand.span()
        if span is None:
            return frozenset()
        return self._current_marks(span.start if span.empty else (span.start[0], span.start[1] + 1))

    def _current_marks(self, place: Place) -> frozenset[Mark]:
        if self._marks is not None:
            return self._marks
        text = find(self._workspace.body, place[0]).text
        before = cut(text, max(place[1] - 1, 0), max(place[1], 1))
        return before[0].marks if before and isinstance(before[0], Run) else frozenset()

    # Clauses

    def enter(self) -> None:
        """Split the clause or add one."""
        span = self._span()
        self._do(lambda state, grammar: drafting.enter(state, grammar, span))

    def add_clause(self) -> None:
        """Begin a clause after the one with the caret."""
        place = self._span().end
        end = (place[0], len(flatten(find(self._workspace.body, place[0]).text)))
        self._do(lambda state, grammar: drafting.enter(state, grammar, Span(end, end)))

    def to_operative(self) -> None:
        """Go to the operative part, beginning it where there is none."""
        clause = self._span().start[0]
        self._do(lambda state, grammar: drafting.to_operative(state, grammar, clause))

    def indent(self) -> None:
        """Make the selected clauses sub-items."""
        self._arrange(edits.indent)

    def outdent(self) -> None:
        """Take the selected clauses one level out."""
        self._arrange(edits.outdent)

    def move(self, step: Literal[-1, 1]) -> None:
        """Move the selected clauses up (-1) or down (1)."""
        self._arrange(lambda state, grammar, ids: edits.move_by(state, grammar, ids, step))

    def _arrange(self, build: Callable[[Resolution, Grammar, Iterable[str]], Change]) -> None:
        span = self._span()
        ids = clause_ids(self._workspace.body, span)
        try:
            change = build(self._workspace.resolution, self._workspace.grammar, ids)
        except EditError as error:
            self._hand.refuse(error)
            return
        self._apply(change)
        self._hand.put_span(span.start, span.end)

    # Clipboard

    def copy(self) -> None:
        """Put the selection on the clipboard."""
        data = self.copied()
        if data:
            QGuiApplication.clipboard().setMimeData(data)

    def cut(self) -> None:
        """Put the selection on the clipboard and take it out of the text: whole clauses go as such."""
        data = self.copied(moved=True)
        if not data:
            return
        QGuiApplication.clipboard().setMimeData(data)
        span = self._span()
        ids = whole_clauses(self._workspace.body, span)
        if ids:
            self._do(lambda state, grammar: Edit(edits.delete(state, grammar, ids), self._beside(ids)))
        else:
            self._do(lambda state, grammar: drafting.delete(state, grammar, span))

    def paste_clipboard(self) -> None:
        """Put what is on the clipboard in place of the selection."""
        data = QGuiApplication.clipboard().mimeData()
        if data:
            self.paste(data)

    def select_all(self) -> None:
        """Select the whole text."""
        self._hand.selectAll()

    def copied(self, *, moved: bool = False) -> QMimeData | None:
        """Return the selection for the clipboard, None if nothing is selected."""
        span = self._hand.span()
        if span is None or span.empty:
            return None
        piece = clipboard.snippet(self._workspace.body, span, moved=moved)
        data = QMimeData()
        data.setData(clipboard.MIME, QByteArray(clipboard.encode(piece)))
        data.setText(clipboard.plain(piece, self._workspace.labels))
        return data

    def _beside(self, ids: tuple[str, ...]) -> Place:
        """Return where the caret goes when the clauses `ids` are taken away."""
        body = self._workspace.body
        at = next(at for at, clause in enumerate(body) if clause.id == ids[0])
        after = body[at + len(ids) : at + len(ids) + 1] or body[max(at - 1, 0) : at]
        return (after[0].id, 0) if after else (ids[0], 0)

    def paste(self, data: QMimeData) -> None:
        """Put what `data` holds in place of the selection: our own clauses, else plain text line by line."""
        span = self._span()
        piece = clipboard.decode(bytes(data.data(clipboard.MIME).data())) if data.hasFormat(clipboard.MIME) else None
        if piece:
            self._do(lambda state, grammar: clipboard.paste(state, grammar, span, piece))
        elif data.text():
            words = data.text()
            self._do(lambda state, grammar: clipboard.paste_plain(state, grammar, span, words))

    # The common way

    def _span(self) -> Span:
        """Return the selection, in an empty text after giving it a first clause."""
        span = self._hand.span()
        if span is None:
            edit = drafting.begin(self._workspace.resolution, self._workspace.grammar)
            self._apply(edit.change)
            span = Span(edit.caret, edit.caret)
        return span

    def _do(self, build: Builder, key: MergeKey | None = None) -> Edit | None:
        try:
            edit = build(self._workspace.resolution, self._workspace.grammar)
        except EditError as error:
            self._hand.refuse(error)
            return None
        self._apply(edit.change, key)
        self._hand.put_span(edit.caret, edit.caret)
        return edit

    def _apply(self, change: Change, key: MergeKey | None = None) -> None:
        if key is None:
            self.caret_jumped()
        if not is_empty(change):
            self._workspace.apply(change, self._hand, key)
