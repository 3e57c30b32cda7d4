"""What keys do to a text, without any window."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from editor.app import drafting
from editor.app.spans import Edit, Span, clause_ids, toggle_mark, whole_clauses
from editor.model.changes import apply, is_empty
from editor.model.clause import Clause
from editor.model.grammar import Grammar
from editor.model.resolution import Resolution
from editor.model.text import Run, flatten
from editor.templating.schema import Template
from tests.ui.sample import clause, named


@pytest.fixture
def grammar(template: Template) -> Grammar:
    return template.file.grammar


def at(name: str, offset: int = 0) -> Span:
    return Span((named(name), offset), (named(name), offset))


def between(start: str, low: int, end: str, high: int) -> Span:
    return Span((named(start), low), (named(end), high))


def lines(resolution: Resolution) -> list[str]:
    return [f"{one.kind[0]}{one.level} {flatten(one.text)}" for one in resolution.body]


def text_of(*clauses: Clause) -> Resolution:
    return Resolution("osce-pa", "supplementary-item", "en", body=clauses)


PHRASE = clause("e", "enacting", "The Assembly:")


@pytest.mark.parametrize(
    ("before", "typed", "offset", "after"),
    [
        ("Recaling", "l", 5, "Recalling"),
        ("", "R", 0, "R"),
        ("cafe", "\u0301", 4, "café"),  # a dead key that came late
        ("a b", "\u00a0", 1, "a\u00a0 b"),
        ("ab", "x\ud800y", 1, "ax\ufffdyb"),
    ],
)
def test_typing_is_cleaned_and_composed(grammar: Grammar, before: str, typed: str, offset: int, after: str) -> None:
    state = text_of(clause("a", "preambular", before))
    edit = drafting.type_text(state, grammar, at("a", offset), typed)
    assert flatten(apply(state, edit.change).body[0].text) == after
    assert edit.caret == (named("a"), offset + len(after) - len(before))


def test_typing_goes_on_in_the_words_before(grammar: Grammar) -> None:
    italic = frozenset({"italic"})
    state = text_of(clause("a", "preambular", (Run("Noting", italic), Run(" this"))))  # type: ignore[arg-type]
    edit = drafting.type_text(state, grammar, at("a", 6), "!")
    assert apply(state, edit.change).body[0].text == (Run("Noting!", italic), Run(" this"))  # type: ignore[arg-type]
    edit = drafting.type_text(state, grammar, at("a", 6), "!", frozenset())
    assert apply(state, edit.change).body[0].text == (Run("Noting", italic), Run("! this"))  # type: ignore[arg-type]


def entered(state: Resolution, grammar: Grammar, span: Span) -> tuple[list[str], Edit]:
    edit = drafting.enter(state, grammar, span, fresh=lambda: "n" * 10)
    return lines(apply(state, edit.change)), edit


def test_enter_splits_a_clause(grammar: Grammar) -> None:
    state = text_of(clause("a", "preambular", "OneTwo"))
    found, edit = entered(state, grammar, at("a", 3))
    assert found == ["p0 One", "p0 Two"]
    assert edit.caret == ("n" * 10, 0)


def test_enter_at_the_start_puts_an_empty_clause_before(grammar: Grammar) -> None:
    found, edit = entered(text_of(clause("a", "preambular", "One")), grammar, at("a"))
    assert found == ["p0 ", "p0 One"]
    assert edit.caret == (named("a"), 0)


def test_enter_in_an_empty_item_steps_out(grammar: Grammar) -> None:
    state = text_of(PHRASE, clause("a", "operative", "One:"), clause("b", "item", "", 1))
    found, edit = entered(state, grammar, at("b"))
    assert found == ["e0 The Assembly:", "o0 One:", "o0 "]
    assert edit.caret == (named("b"), 0)


def test_enter_in_an_empty_clause_of_the_preamble_goes_on_to_the_operative_part(grammar: Grammar) -> None:
    state = text_of(clause("a", "preambular", "One"), clause("b", "preambular"), PHRASE, clause("c", "operative"))
    found, edit = entered(state, grammar, at("b"))
    assert found == ["p0 One", "e0 The Assembly:", "o0 "]
    assert edit.caret == (named("c"), 0)


def test_the_only_clause_of_the_preamble_stays_when_one_goes_on(grammar: Grammar) -> None:
    state = text_of(clause("b", "preambular"), PHRASE)
    found, edit = entered(state, grammar, at("b"))
    assert found == ["p0 ", "e0 The Assembly:", "o0 "]
    assert edit.caret == ("n" * 10, 0)


def test_enter_in_an_empty_last_operative_clause_does_nothing(grammar: Grammar) -> None:
    state = text_of(PHRASE, clause("a", "operative", "One"), clause("b", "operative"))
    edit = drafting.enter(state, grammar, at("b"))
    assert is_empty(edit.change)


def test_enter_after_closing_text_begins_the_next_clause(grammar: Grammar) -> None:
    state = text_of(
        PHRASE, clause("a", "operative", "One:"), clause("b", "item", "two", 1), clause("c", "closing", "and so on", 1)
    )
    found, _ = entered(state, grammar, at("c", 9))
    assert found[-1] == "o0 "


def test_enter_replaces_a_selection(grammar: Grammar) -> None:
    state = text_of(clause("a", "preambular", "One"), clause("b", "preambular", "Two"))
    found, _ = entered(state, grammar, between("a", 1, "b", 2))
    assert found == ["p0 O", "p0 o"]


@pytest.mark.parametrize(
    ("state", "name", "after", "caret"),
    [
        ([clause("a", "preambular", "One"), clause("b", "preambular", "Two")], "b", ["p0 One Two"], ("a", 4)),
        ([PHRASE, clause("a", "operative", "x"), clause("b", "item", "y", 1)], "b", ["e0", "o0 x", "o0 y"], ("b", 0)),
        ([clause("a", "preambular", "x"), PHRASE], "e", ["p0 x", "e0"], ("a", 1)),
        ([clause("a", "preambular"), PHRASE], "e", ["e0"], ("e", 0)),
        ([PHRASE, clause("a", "operative", "x")], "a", ["e0", "o0 x"], ("e", 13)),
        ([PHRASE, clause("a", "operative")], "a", ["e0"], ("e", 13)),
        ([clause("a", "preambular", "x")], "a", ["p0 x"], ("a", 0)),
    ],
)
def test_backspace_at_the_start(
    grammar: Grammar, state: list[Clause], name: str, after: list[str], caret: tuple[str, int]
) -> None:
    resolution = text_of(*state)
    edit = drafting.backspace_at_start(resolution, grammar, named(name))
    shown = [line.replace(" The Assembly:", "") for line in lines(apply(resolution, edit.change))]
    assert shown == after
    assert edit.caret == (named(caret[0]), caret[1])


@pytest.mark.parametrize(
    ("state", "name", "after"),
    [
        ([clause("a", "preambular", "One"), clause("b", "preambular", "Two")], "a", ["p0 One Two"]),
        ([clause("a", "preambular", "One"), PHRASE], "a", ["p0 One", "e0"]),
        ([clause("a", "preambular"), PHRASE], "a", ["e0"]),
        ([PHRASE, clause("a", "operative", "x")], "e", ["e0", "o0 x"]),
        ([PHRASE, clause("a", "operative", "x")], "a", ["e0", "o0 x"]),
    ],
)
def test_delete_at_the_end(grammar: Grammar, state: list[Clause], name: str, after: list[str]) -> None:
    resolution = text_of(*state)
    edit = drafting.delete_at_end(resolution, grammar, named(name))
    assert [line.replace(" The Assembly:", "") for line in lines(apply(resolution, edit.change))] == after


def test_deleting_over_the_phrase_keeps_it(grammar: Grammar, resolution: Resolution) -> None:
    edit = drafting.delete(resolution, grammar, between("p2", 3, "v2", 5))
    assert [line for line in lines(apply(resolution, edit.change)) if line.startswith("e0")]
    edit = drafting.delete(resolution, grammar, between("e1", 3, "v2", 6))
    assert lines(apply(resolution, edit.change))[3:5] == [
        "e0 The OSCE Parliamentary Assembly:",
        "o0 participating States to inform:",
    ]


def test_selections_know_their_clauses(resolution: Resolution) -> None:
    body = resolution.body
    assert clause_ids(body, between("p1", 3, "p3", 0)) == (named("p1"), named("p2"))
    assert whole_clauses(body, between("p1", 0, "p3", 0)) == (named("p1"), named("p2"))
    assert whole_clauses(body, between("p1", 1, "p3", 0)) == ()
    assert whole_clauses(body, between("p1", 0, "p1", 9)) == ()
    assert whole_clauses(body, between("v2", 0, "a2", 0)) == (), "its other sub-items are not selected"
    assert len(whole_clauses(body, between("v2", 0, "v3", 0))) == 5


def test_deleting_whole_clauses_leaves_the_next_its_id(grammar: Grammar, resolution: Resolution) -> None:
    edit = drafting.delete(resolution, grammar, between("p1", 0, "p2", 0))
    assert apply(resolution, edit.change).body[0].id == named("p2")


def test_marks_are_set_on_all_and_then_taken_away(resolution: Resolution) -> None:
    span = between("p2", 5, "v1", 4)
    first = toggle_mark(resolution, span, "italic")
    marked = apply(resolution, first)
    runs = [run for one in marked.body[1:5] for run in one.text if isinstance(run, Run)]
    assert [run.text for run in runs if run.marks] == [
        "ng in mind the guidance on floods",
        " and its use,",
        "Noting with concern the floods of this year,",
        "The OSCE Parliamentary Assembly:",
        "Call",
    ]
    assert apply(marked, toggle_mark(marked, span, "italic")) == resolution


def test_an_empty_body_can_be_begun(grammar: Grammar) -> None:
    edit = drafting.begin(text_of(), grammar, lambda: "n" * 10)
    assert lines(apply(text_of(), edit.change)) == ["p0 "]


@pytest.mark.parametrize("key", [drafting.backspace_at_start, drafting.delete_at_end])
def test_enter_at_the_very_start_and_back_leaves_the_clause_its_id(grammar: Grammar, key: Callable[..., Edit]) -> None:
    before = text_of(clause("one", "preambular", "Recalling"), clause("two", "preambular", "Noting"))
    place = (named("two"), 0)
    begun = drafting.enter(before, grammar, Span(place, place))
    middle = apply(before, begun.change)
    assert len(middle.body) == 3
    caret = middle.body[2 if key is drafting.backspace_at_start else 1].id
    back = key(middle, grammar, caret)
    assert apply(middle, back.change) == before
    assert back.caret == place
