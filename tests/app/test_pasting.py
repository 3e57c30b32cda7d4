"""Plain words of other programs come in as clauses."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from editor.app.pasting import LONGEST_WORD, MOST_LINES, paste_text
from editor.app.spans import Span
from editor.app.telling import told_sentence
from editor.importing.report import ImportFailure
from editor.model.resolution import Resolution
from editor.model.text import flatten
from editor.templating.begin import new_resolution
from tests.app.pastes import PAGE_LINES, TEMPLATE, after, at, empty, end, fresh, new_rows, rows, text_in
from tests.ui.sample import clause, named


def test_one_line_goes_into_the_line(resolution: Resolution) -> None:
    found, told = text_in(resolution, at("p1", 9), " 3. Noting that")
    assert flatten(found.body[0].text) == "Recalling 3. Noting that that rivers know no borders,"
    assert told == ""


def test_one_line_in_an_empty_clause_loses_its_number() -> None:
    found, told = text_in(empty(), at("v4"), "12. Decides to meet.\n")
    assert rows(found)[-1] == "0 Decides to meet."
    assert told == "One number was removed."
    assert found.body[-1].id == named("v4")


def test_an_initial_is_no_number() -> None:
    found, told = text_in(empty(), at("v4"), "A. Smith is thanked.")
    assert rows(found)[-1] == "0 A. Smith is thanked."
    assert told == ""


def test_numbered_lines_become_clauses_and_sub_items(resolution: Resolution) -> None:
    text = "6. Urges States:\n(a) to act;\n(b) to report:\n(i) in time;\n(ii) in full;\n7. Decides to meet."
    found, told = text_in(resolution, end(resolution, "v3"), text)
    assert new_rows(found) == [
        "0 operative Urges States:",
        "1 item to act;",
        "1 item to report:",
        "2 item in time;",
        "2 item in full;",
        "0 operative Decides to meet.",
    ]
    assert told == "Six numbers were removed and four levels were guessed."


def test_the_caret_in_the_preamble_makes_them_preambular(resolution: Resolution) -> None:
    found, _ = text_in(resolution, end(resolution, "p1"), "4. Noting a,\n5. Noting b,")
    assert [one.kind for one in found.body[:4]] == ["preambular"] * 4
    assert rows(found)[1:3] == ["0 Noting a,", "0 Noting b,"]


def test_letters_after_a_colon_become_its_sub_items(resolution: Resolution) -> None:
    start = replace(resolution, body=(*resolution.body[:-1], clause("v3", "operative", "Decides:")))
    found, _ = text_in(start, end(start, "v3"), "a) to meet,\nb) to report.\n8. Thanks all.")
    assert new_rows(found) == ["1 item to meet,", "1 item to report.", "0 operative Thanks all."]


def test_letters_beside_sub_items_stay_there_and_numbers_leave(resolution: Resolution) -> None:
    found, _ = text_in(resolution, end(resolution, "b2"), "(c) the cities;\n6. Decides to act.")
    assert rows(found)[9:13] == ["2 at once;", "1 the cities;", "0 Decides to act.", "0 Decides to meet again."]


def test_clauses_go_before_the_one_at_whose_start_the_caret_is(resolution: Resolution) -> None:
    found, _ = text_in(resolution, at("a2"), "First,\n\nSecond,")
    assert rows(found)[7:10] == ["1 First,", "1 Second,", "1 the river commission:"]


def test_clauses_in_the_midst_part_the_words(resolution: Resolution) -> None:
    found, _ = text_in(resolution, at("p1", 9), " one,\n\nTwo,\n\nThree")
    assert rows(found)[:3] == ["0 Recallingone,", "0 Two,", "0 Three that rivers know no borders,"]


def test_pasting_over_a_selection_is_one_change(resolution: Resolution) -> None:
    found, _ = text_in(resolution, Span((named("p1"), 10), (named("p3"), 7)), "a\n\nB")
    assert rows(found)[:2] == ["0 Recalling a", "0 Bwith concern the floods of this year,"]


def test_broken_lines_are_joined_and_hyphens_mended(resolution: Resolution) -> None:
    found, told = text_in(resolution, end(resolution, "v3"), PAGE_LINES)
    assert new_rows(found) == [
        "0 operative Recalls the obligations of all participating States under international law and the commitments "
        "that they have made to protect civilians in non-governmental shelters along the rivers and in the well-known "
        "cities of the upper basin;",
        "0 operative Urges the States.",
    ]
    assert told == (
        "Two numbers were removed, four broken lines were joined and three hyphens at line ends were taken away."
    )


def test_a_word_of_the_text_tells_which_hyphen_is_its_own(resolution: Resolution) -> None:
    known = replace(resolution, body=(*resolution.body, clause("v4", "operative", "Asks for a multi-ethnic police.")))
    found, _ = text_in(known, end(known, "v4"), " The multi-\nethnic and the inter-\nnational mission.")
    assert rows(found)[-1].endswith("The multi-ethnic and the international mission.")


def test_signs_of_quoting_go_but_not_a_word(resolution: Resolution) -> None:
    text = "From: A\nTo: B\n> 1. Recalls a;\n> 2. Urges b.\n> --\n> A Name"
    found, told = text_in(resolution, end(resolution, "v3"), text)
    words = " ".join(new_rows(found))
    assert all(part in words for part in ("From: A", "To: B", "Recalls a;", "Urges b.", "A Name"))
    assert ">" not in words
    assert "the signs of quoting were left out" in told


DRAFT = """The OSCE Parliamentary Assembly,

Recalling the floods,

Noting the report,

1. Urges States:
a. to act;
b. to report;
2. Decides to meet.
"""


def test_a_whole_draft_fills_an_unwritten_text() -> None:
    start = new_resolution(TEMPLATE, TEMPLATE.file.default_kind, "en", fresh())
    pasted = paste_text(start, TEMPLATE, Span((start.body[0].id, 0), (start.body[0].id, 0)), DRAFT)
    found = after(start, pasted)
    assert [(one.kind, one.level, flatten(one.text)) for one in found.body] == [
        ("preambular", 0, "Recalling the floods,"),
        ("preambular", 0, "Noting the report,"),
        ("enacting", 0, "The OSCE Parliamentary Assembly,"),
        ("operative", 0, "Urges States:"),
        ("item", 1, "to act;"),
        ("item", 1, "to report;"),
        ("operative", 0, "Decides to meet."),
    ]
    assert found.body[2].id == start.body[1].id
    assert "the enacting phrase was put in its place" in told_sentence(pasted.told)


def test_too_much_is_refused_in_one_sentence(resolution: Resolution) -> None:
    for text in ("x " * 500_001, "A b.\n\n" * (MOST_LINES + 1), "x" * (LONGEST_WORD + 1)):
        with pytest.raises(ImportFailure) as failure:
            paste_text(resolution, TEMPLATE, end(resolution, "v3"), text)
        assert failure.value.code == "import-too-large"
