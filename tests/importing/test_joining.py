from textwrap import fill

import pytest

from editor.importing import import_text
from editor.importing.joining import paragraphs
from editor.importing.plain import read_plain
from editor.importing.shape import Sayings
from tests.importing.outlines import template

PHRASES = Sayings(["The Assembly of Wells:"])
LONG = (
    "Recalling that the well was dug by all the people of both streets in a single dry summer, and that nobody who "
    "drank from it in the years that followed was ever asked to pay for the water or for the rope,"
)


def _words(text: str) -> list[str]:
    return [paragraph.words for paragraph in paragraphs(read_plain(text).lines, PHRASES)]


def test_wrapped_lines_become_one_paragraph() -> None:
    assert _words(fill(f"1. {LONG}", 72)) == [LONG]
    assert _words(fill(f"1. {LONG}", 72, subsequent_indent="   ")) == [LONG]


def test_lines_that_end_on_purpose_stay_apart() -> None:
    assert _words("Recalling one,\nNoting two,\nAware of three,") == [
        "Recalling one,",
        "Noting two,",
        "Aware of three,",
    ]


def test_small_letters_go_on() -> None:
    assert _words("Recalling one\nthing and\nanother,") == ["Recalling one thing and another,"]


def test_a_word_wrapped_at_its_hyphen_is_joined_and_reported() -> None:
    text = "1. Recalling confidence-\nbuilding measures,\n2. Noting pre- and\npost-war 5-\n7 houses – and -\nyards,"
    found = paragraphs(read_plain(text).lines, PHRASES)
    assert found[0].words == "Recalling confidence-building measures,"
    assert found[1].words == "Noting pre- and post-war 5- 7 houses – and - yards,"
    assert found[0].remarks == (("joined-hyphen", (("word", "confidence-building"),), 2),)
    assert found[1].remarks == ()


def test_a_phrase_stands_alone_without_blank_lines() -> None:
    text = f"{fill(LONG, 72)}\nThe Assembly of Wells\n{fill('1. ' + LONG, 72)}"
    assert _words(text) == [LONG, "The Assembly of Wells", LONG]


def test_a_year_at_the_start_of_a_line_is_no_number() -> None:
    text = "1. Recalling the report that was written in the summer of the dry year\n2011. It was long,\n2. Noting it,"
    assert _words(text) == [
        "Recalling the report that was written in the summer of the dry year",
        "2011. It was long,",
        "Noting it,",
    ]


@pytest.mark.parametrize(("number", "count"), [("2.", 2), ("9.", 1), ("14.", 1)])
def test_only_the_next_number_begins_a_clause_inside_a_wrapped_sentence(number: str, count: int) -> None:
    width = 72
    first = fill("1. " + "many words " * 12, width).split("\n")
    full = (first[-1] + " " + "padding " * 20)[: width - 2].rsplit(" ", 1)[0].ljust(width - 1, "x")
    text = "\n".join([*first[:-1], full, f"{number} May of that year, when all the wells of the land ran dry at once,"])
    assert len(_words(text)) == count


def test_a_hard_break_stays_in_its_clause() -> None:
    assert _words("# T\n\n1. one,  \ntwo,\\\nthree,")[1] == "one,\u2028two,\u2028three,"
    assert _words("1. one,\u2028two,") == ["one,\u2028two,"]


def test_a_capital_after_a_full_line_with_comma_is_a_clause_where_clauses_follow_so() -> None:
    second = "Noting that the rope is short and that the bucket leaks"
    full = "Recalling that the well is deep, in the words of those who dug it and drank,"
    assert len(full) + len("Noting") >= 76
    solid = (
        f"Aware of the drought,\n{full}\n{second} and drips on the way home along the lane\nof elms,\nMindful of it,"
    )
    assert _words(solid)[1:3] == [full, f"{second} and drips on the way home along the lane of elms,"]


def test_line_numbers_are_those_of_the_file() -> None:
    found = paragraphs(read_plain("\r\n\r\n1. one\r\ntwo\u2028three,\r\n\r\n2. four,").lines, PHRASES)
    assert [(paragraph.first, paragraph.last) for paragraph in found] == [(3, 4), (6, 6)]


def test_tabs_count_as_indent() -> None:
    body = import_text("1. one:\n\t- two:\n\t\t- three,\n\t- four.", template()).resolution.body
    assert [clause.level for clause in body] == [0, 1, 2, 1]


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_a_dash_begins_a_list_only_after_a_mark_or_a_gap(dash: str) -> None:
    text = f"1. Noting the Declaration\n{dash} Towards Wells, which:\n{dash} one\n{dash} two,\n\n{dash} three."
    assert _words(text) == [f"Noting the Declaration {dash} Towards Wells, which:", "one", "two,", "three."]


@pytest.mark.parametrize("unseen", ["\u200b", "\u202e", "\ufeff", "\u2066"])
def test_unseen_signs_around_a_number_do_not_hide_it(unseen: str) -> None:
    text = f"{unseen}1. one,\n2.{unseen} two,\n{unseen} 3{unseen}. three,"
    found = paragraphs(read_plain(text).lines, PHRASES)
    assert [paragraph.words for paragraph in found[:2]] == ["one,", "two,"]
    assert [paragraph.marker.typed for paragraph in found[:2] if paragraph.marker] == ["1.", "2."]


def test_numbers_without_a_sign_are_read_where_the_whole_text_has_them() -> None:
    assert _words("1 Noting wells,\n2 Aware of ropes,\n3 Calls for:\nwater;\n4 Asks.") == [
        "Noting wells,",
        "Aware of ropes,",
        "Calls for:",
        "water;",
        "Asks.",
    ]
    assert _words("1 Wells are deep,\n1. Noting wells,")[0] == "1 Wells are deep,"


def test_a_number_in_another_dress_goes_on() -> None:
    text = "1. one,\n2) two,\nA heading\n3. three,\n4 . four,"
    assert _words(text) == ["one,", "two,", "A heading", "three,", "four,"]
