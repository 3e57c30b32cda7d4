"""What the drafting surface can be told to do: each command builds a change, applies it and puts the caret."""

from collections.abc import Callable, Iterable
from typing import Literal

from editor.app import drafting
from editor.app.spans import Edit, Span, clause_ids, set_language, toggle_mark
from editor.app.typography import typed
from editor.app.workspace import Workspace
from editor.model import edits
from editor.model.changes import Change
from editor.model.edits import Place
from editor.model.errors import EditError
from editor.model.grammar import Grammar
from editor.model.resolution import Resolution
from editor.model.text import Mark, Run, Text, flatten, length
from editor.model.tree import find
from editor.ui.draft.clips import Clips
from editor.ui.draft.doing import Hand

__all__ = ["Commands", "Hand"]


class Commands(Clips):
    """The commands of one surface on one workspace; `smart_typing` sets quotes, spaces and dashes of the language."""

    def __init__(self, workspace: Workspace, hand: Hand) -> None:
        super().__init__(workspace, hand)
        self.smart_typing = True
        self._fixed: tuple[Resolution, Place] | None = None

    # Words

    def type_words(self, words: str) -> None:
        """Put `words` in place of the selection."""
        span = self._span()
        key = self._typing.key(span, words)
        marks = self._held_marks()
        edit = self._do(lambda state, grammar: drafting.type_text(state, grammar, span, words, marks), key)
        if edit:
            self._typing.goes_on(edit.caret, words)
            if self.smart_typing:
                self._fix(words, edit.caret)

    def _fix(self, words: str, caret: Place) -> None:
        """Put the signs of print in place of the `words` just typed: a step of its own, to be taken back alone."""
        state = self._workspace.resolution
        text = find(state.body, caret[0]).text
        flat = flatten(text)
        start = caret[1] - len(words)
        if flat[max(start, 0) : caret[1]] != words:
            return
        fix = typed(flat[:start], words, flat[caret[1] :], drafting.language_at(text, caret[1]) or state.language)
        if fix:
            self._do(lambda state, _: drafting.retype(state, caret, fix.back + len(words), fix.text))
            self._fixed = (self._workspace.resolution, caret)

    def take_back(self) -> bool:
        """Give back what was typed, if the signs of print have just been put in its place; say whether they had."""
        if self._fixed is None or self._fixed[0] is not self._workspace.resolution:
            return False
        caret, self._fixed = self._fixed[1], None
        self._workspace.undo(self._hand)
        self._hand.put_span(caret, caret)
        self.caret_jumped()
        return True

    def caret_jumped(self) -> None:
        """Say that the caret went elsewhere: what was put in for typed signs stays, too."""
        super().caret_jumped()
        self._fixed = None

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
        """Put `text` in place of `span`, the caret behind it: one step.

        What is typed behind a reference or note has the marks that typing had in its place.
        """
        marks = self._marks_in_place_of(span)
        edit = self._do(
            lambda state, grammar: Edit(
                edits.replace_range(state, grammar, span.start, span.end, text),
                (span.start[0], span.start[1] + length(text)),
            )
        )
        if edit and text and not isinstance(text[-1], Run):
            self._marks = (edit.caret, marks)

    def _marks_in_place_of(self, span: Span) -> frozenset[Mark]:
        held, here = self._held_marks(), self._hand.span()
        if held is not None and here and here.end == span.end:
            return held
        clause_id, offset = span.start
        return self._found_marks((clause_id, offset + (not span.empty)))

    def toggle(self, mark: Mark) -> None:
        """Set or take away `mark` on the selection, or for the words typed next."""
        span = self._span()
        if span.empty:
            self._marks = (span.start, self._current_marks(span.start) ^ {mark})
            return
        self._apply(toggle_mark(self._workspace.resolution, span, mark))
        self._hand.put_span(span.start, span.end)

    def set_language(self, language: str | None) -> None:
        """Say in which language the selected words are, those of the clause if none is; None for that of the text."""
        span = self._span()
        if span.empty:
            clause_id = span.start[0]
            span = Span((clause_id, 0), (clause_id, length(find(self._workspace.body, clause_id).text)))
        self._apply(set_language(self._workspace.resolution, span, language))

    def marks(self) -> frozenset[Mark]:
        """Return the marks that the next typed word would have."""
        span = self._hand.span()
        if span is None:
            return frozenset()
        return self._current_marks(span.start if span.empty else (span.start[0], span.start[1] + 1))

    def _current_marks(self, place: Place) -> frozenset[Mark]:
        held = self._held_marks()
        return self._found_marks(place) if held is None else held

    def _found_marks(self, place: Place) -> frozenset[Mark]:
        return drafting.marks_at(find(self._workspace.body, place[0]).text, place[1])

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
