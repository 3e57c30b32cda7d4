"""Where a line may end."""

from __future__ import annotations

import pytest

from editor.compose.composition import Words
from editor.typeset.material import FREELY, NEVER, SELDOM, Material, materials
from editor.typeset.runs import Look, Looks
from tests.typeset.compositions import EMPTY, STYLES, fonts


def material(text: str, limit: float = 40_000) -> Material:
    looks = Looks(EMPTY, fonts())
    style = STYLES["clause"]
    flat = looks.flatten((Words(text),), style)
    return next(materials(flat, Look(looks.face(style), style.size), limit))


def ends(text: str) -> list[tuple[str, int]]:
    """Return the tokens of `text`, each with how readily a line ends after it."""
    made = material(text)
    return [(text[made.begins[place] : made.finish(place)], made.after[place]) for place in range(len(made.ends))]


def parts(text: str) -> list[str]:
    return [token for token, _ in ends(text)]


def test_lines_end_at_spaces() -> None:
    assert ends("one two three")[:2] == [("one", FREELY), ("two", FREELY)]


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2060", "\u2007"])
def test_lines_never_end_at_spaces_that_do_not_break(space: str) -> None:
    assert parts(f"a 20{space}members b") == ["a", f"20{space}members", "b"]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("confidence-building", ["confidence-", "building"]),
        ("state-of-the-art", ["state-", "of-", "the-", "art"]),
        ("east–west", ["east–", "west"]),
        ("and/or", ["and/", "or"]),
        ("peace—lasting", ["peace—", "lasting"]),
        ("soft\u00adly", ["soft\u00ad", "ly"]),
        ("zero\u200bwidth", ["zero\u200b", "width"]),
        ("e-mail", ["e-mail"]),
        ("-5", ["-5"]),
        ("6–10", ["6–10"]),
        ("A/65/201", ["A/65/201"]),
        ("2010-2011", ["2010-2011"]),
        ("non\u2011breaking", ["non\u2011breaking"]),
        ("https://example.org/pa/items", ["https://example.", "org/", "pa/", "items"]),
    ],
)
def test_lines_end_inside_words_where_that_is_safe(text: str, tokens: list[str]) -> None:
    assert parts(text) == tokens


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("6 July", True),
        ("1er mai", True),
        ("30. Juli", True),
        ("6–10 July", True),
        ("July 2011", True),
        ("No. 3", True),
        ("paragraph 4", True),
        ("art. 12", True),
        ("20 members", True),
        ("№ 5", True),
        ("5 %", True),
        ("in 2011", False),
        ("and 10", False),
        ("2011 in", False),
        ("2011, which", False),
        ("one two", False),
    ],
)
def test_numbers_stay_with_what_they_belong_to(text: str, bound: bool) -> None:
    assert ends(f"{text} end")[0][1] == (SELDOM if bound else FREELY)


@pytest.mark.parametrize("text", ["Etats ;", "Etats :", "Etats ?", "Etats !", "Etats »", "« Etats"])
def test_french_punctuation_is_never_parted_from_its_word(text: str) -> None:
    assert ends(f"{text} fin")[0][1] == NEVER


@pytest.mark.parametrize("dash", ["–", "—", "–,", "–\u00a0and\u00a0more"])
def test_no_line_begins_with_a_dash_between_spaces(dash: str) -> None:
    assert ends(f"peace {dash} lasting") == [("peace", NEVER), (dash, FREELY), ("lasting", NEVER)]


def test_no_line_begins_with_a_dash_of_another_look() -> None:
    looks, style = Looks(EMPTY, fonts()), STYLES["clause"]
    for spans in (("peace ", "– and"), ("peace", " – and"), ("peace", " –", " and")):
        marked = tuple(Words(text, frozenset({"bold"} if place % 2 else ())) for place, text in enumerate(spans))
        made = next(materials(looks.flatten(marked, style), Look(looks.face(style), style.size), 40_000))
        dash = next(place for place, begin in enumerate(made.begins) if made.text[begin] == "–")
        assert all(after == NEVER for after in made.after[:dash])


def test_a_dash_that_stands_at_a_word_parts_nothing() -> None:
    assert ends("peace –lasting end")[0] == ("peace", FREELY)


def test_words_wider_than_the_line_are_cut_where_they_must_be() -> None:
    word = "x" * 200
    made = material(word, limit=10_000)
    assert "".join(word[made.begins[k] : made.finish(k)] for k in range(len(made.ends))) == word
    assert len(made.ends) == 10
    assert all(end - start <= 10_000 for start, end in zip(made.starts, made.ends, strict=False))


def test_all_that_is_measured_adds_up_to_the_whole() -> None:
    text = "Welcoming the confidence-building measures of 6 July 2011, and 5 % more"
    made = material(text)
    face = fonts().face("Liberation Serif")
    assert made.ends[-1] == pytest.approx(sum(face.width(word) for word in text.split(" ")) + 11 * face.advance(" "))
    assert made.gaps[len(made.ends) - 1] == text.count(" ")
