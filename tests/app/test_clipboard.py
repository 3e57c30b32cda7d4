from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest

from editor.app import clipboard
from editor.app.clipboard import Snippet
from editor.app.spans import Span
from editor.model import edits
from editor.model.changes import apply
from editor.model.clause import Clause
from editor.model.grammar import Grammar, check_body
from editor.model.resolution import Resolution
from editor.model.text import Note, Reference, Run, flatten
from editor.numbering import Labels, labels
from editor.templating.schema import Template
from tests.ui.sample import clause, named


@pytest.fixture
def grammar(template: Template) -> Grammar:
    return template.file.grammar


@pytest.fixture
def numbered(template: Template, resolution: Resolution) -> Labels:
    return labels(resolution.body, template.scheme("en"))


@pytest.fixture
def fresh() -> Callable[[], str]:
    numbers = count()
    return lambda: f"n{next(numbers):09d}"


def at(name: str, offset: int = 0) -> Span:
    return Span((named(name), offset), (named(name), offset))


def between(start: str, low: int, end: str, high: int) -> Span:
    return Span((named(start), low), (named(end), high))


def words(resolution: Resolution) -> list[str]:
    return [f"{one.level} {flatten(one.text)}" for one in resolution.body]


@pytest.mark.parametrize(
    "span",
    [between("p1", 0, "p3", 0), between("p2", 3, "v1", 4), between("a1", 0, "v3", 0), between("b1", 2, "b2", 2)],
)
@pytest.mark.parametrize("moved", [False, True])
def test_a_snippet_survives_the_clipboard(resolution: Resolution, span: Span, moved: bool) -> None:
    piece = clipboard.snippet(resolution.body, span, moved=moved)
    assert clipboard.decode(clipboard.encode(piece)) == piece


@pytest.mark.parametrize("data", [b"", b"hello", b"{}", b'{"format": "resolution-editor", "version": 1}', b"\xff\xfe"])
def test_what_is_not_ours_is_no_snippet(data: bytes) -> None:
    assert clipboard.decode(data) is None


def test_plain_text_carries_the_visible_numbers(resolution: Resolution, numbered: Labels) -> None:
    piece = clipboard.snippet(resolution.body, between("v1", 0, "v3", 0))
    assert clipboard.plain(piece, numbered) == (
        "4. Calls on all to apply paragraph 2 in full;\n"
        "5. Urges participating States to inform:\n"
        "  a. the upstream States,\n"
        "  b. the river commission:\n"
        "    i. in writing,\n"
        "    ii. at once;\n"
    )


def test_parts_of_clauses_have_no_number_where_they_begin(resolution: Resolution, numbered: Labels) -> None:
    piece = clipboard.snippet(resolution.body, between("p1", 10, "p2", 7))
    assert clipboard.plain(piece, numbered) == "that rivers know no borders,\n2. Bearing"
    assert clipboard.plain(clipboard.snippet(resolution.body, between("p1", 0, "p1", 9)), numbered) == "Recalling"


def test_words_go_into_the_line(grammar: Grammar, resolution: Resolution) -> None:
    piece = clipboard.snippet(resolution.body, between("p1", 10, "p1", 21))
    edit = clipboard.paste(resolution, grammar, at("p3", 7), piece)
    found = apply(resolution, edit.change)
    assert flatten(found.body[2].text) == "Noting that rivers with concern the floods of this year,".replace(
        "rivers ", "rivers"
    )
    assert edit.caret == (named("p3"), 18)


def test_cut_clauses_keep_their_ids_once(grammar: Grammar, resolution: Resolution, fresh: Callable[[], str]) -> None:
    piece = clipboard.snippet(resolution.body, between("v2", 0, "v3", 0), moved=True)
    cut = apply(resolution, edits.delete(resolution, grammar, [one.id for one in piece.clauses]))
    once = apply(cut, clipboard.paste(cut, grammar, at("v1"), piece, fresh).change)
    assert [one.id for one in once.body[4:9]] == [one.id for one in piece.clauses]
    assert once.body[9].id == named("v1")
    twice = apply(once, clipboard.paste(once, grammar, at("v3", 22), piece, fresh).change)
    assert [one.id[0] for one in twice.body[-5:]] == ["n"] * 5


def test_copies_point_at_each_other(grammar: Grammar, resolution: Resolution, fresh: Callable[[], str]) -> None:
    piece = clipboard.snippet(resolution.body, between("p2", 0, "v2", 0))
    edit = clipboard.paste(resolution, grammar, at("v3", 22), piece, fresh)
    found = apply(resolution, edit.change)
    check_body(found.body, grammar)
    copied = [one for one in found.body if one.id.startswith("n")]
    target = next(one.id for one in copied if flatten(one.text).startswith("Bearing"))
    reference = next(inline for one in copied for inline in one.text if isinstance(inline, Reference))
    assert reference.target == target
    notes = [inline.id for one in found.body for inline in one.text if isinstance(inline, Note)]
    assert len(notes) == len(set(notes)) == 2


def test_a_second_phrase_becomes_a_paragraph(grammar: Grammar, resolution: Resolution) -> None:
    piece = clipboard.snippet(resolution.body, between("p3", 0, "v2", 0))
    found = apply(resolution, clipboard.paste(resolution, grammar, at("v3", 22), piece).change)
    assert [one.kind for one in found.body[-3:]] == ["operative"] * 3
    assert sum(one.kind == "enacting" for one in found.body) == 1


@pytest.mark.parametrize(
    ("target", "level"),
    [(at("a1", 20), 1), (at("b2", 8), 2), (at("v1", 0), 0)],
)
def test_pasted_clauses_take_the_level_of_their_place(
    grammar: Grammar, resolution: Resolution, target: Span, level: int, fresh: Callable[[], str]
) -> None:
    piece = clipboard.snippet(resolution.body, between("a2", 0, "v3", 0))
    found = apply(resolution, clipboard.paste(resolution, grammar, target, piece, fresh).change)
    check_body(found.body, grammar)
    assert [one.level for one in found.body if one.id.startswith("n")] == [level, level + 1, level + 1]


def test_several_parts_split_the_clause(grammar: Grammar, resolution: Resolution) -> None:
    piece = clipboard.snippet(resolution.body, between("p1", 10, "p3", 6))
    found = apply(resolution, clipboard.paste(resolution, grammar, at("v3", 8), piece).change)
    assert words(found)[-3:] == [
        "0 Decides that rivers know no borders,",
        "0 Bearing in mind the guidance on floods\ufffc and its use,",
        "0 Notingto meet again.",
    ]


def test_an_empty_clause_makes_place(grammar: Grammar) -> None:
    state = Resolution("t", "k", "en", body=(clause("a", "preambular", "One"), clause("b", "preambular")))
    piece = Snippet((clause("c", "operative", "Two"), clause("d", "item", "three", 1)), whole=True)
    found = apply(state, clipboard.paste(state, grammar, at("b"), piece).change)
    assert words(found) == ["0 One", "0 Two", "1 three"]
    assert [one.kind for one in found.body] == ["preambular", "preambular", "item"]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("and lakes", ["0 Oneand lakes"]),
        ("and lakes\n", ["0 Oneand lakes"]),
        ("two\r\n\r\nthree\rfour", ["0 Onetwo", "0 three", "0 four"]),
        ("a\u2028b", ["0 Onea\u2028b"]),
        ("\tx\n y ", ["0 Onex", "0 y"]),
    ],
)
def test_lines_of_plain_text_become_clauses(grammar: Grammar, text: str, after: list[str]) -> None:
    state = Resolution("t", "k", "en", body=(clause("a", "preambular", "One"),))
    edit = clipboard.paste_plain(state, grammar, at("a", 3), text)
    found = apply(state, edit.change)
    assert words(found) == after
    assert edit.caret == (found.body[-1].id, len(flatten(found.body[-1].text)))


def test_hostile_words_are_cleaned(grammar: Grammar) -> None:
    state = Resolution("t", "k", "en", body=(clause("a", "preambular", ""),))
    found = apply(state, clipboard.paste_plain(state, grammar, at("a"), "a\x00\nb\ud800\n<b>c</b>").change)
    assert words(found) == ["0 a\ufffd", "0 b\ufffd", "0 <b>c</b>"]


def test_foreign_references_are_kept_as_they_are(grammar: Grammar) -> None:
    state = Resolution("t", "k", "en", body=(clause("a", "preambular", "See "),))
    piece = Snippet((Clause(named("z"), "preambular", text=(Reference(named("q")), Run("!"))),))
    found = apply(state, clipboard.paste(state, grammar, at("a", 4), piece).change)
    assert found.body[0].text == (Run("See "), Reference(named("q")), Run("!"))
