"""Footnotes: at the foot of the page of their mark, over more pages where they must."""

from __future__ import annotations

import pytest

from editor.compose.composition import LineBreak, NoteMark, Paragraph, Words
from editor.typeset import Layout, typeset
from tests.typeset.compositions import MM, SENTENCE, clause, composition, drawn, fonts, passages


def noted(number: int, sentences: int, text: str = SENTENCE) -> Paragraph:
    """Return a clause with a footnote of so many sentences after its first words."""
    note = NoteMark(f"n{number}", number, (Words(" ".join([SENTENCE] * sentences)),))
    return clause(number, Words(f"Recalling what was said {number} times"), note, Words(f", {text}"))


def set_pages(*blocks: Paragraph) -> Layout:
    return typeset(composition(*blocks), fonts())


def lowest(layout: Layout, page: int, part: str) -> float:
    return max(one.y + one.leading * (len(one.lines) - 1) for one in layout.pages[page].passages if one.part == part)


def test_a_note_stands_at_the_foot_of_the_page_of_its_mark() -> None:
    layout = set_pages(*(noted(number, 1) for number in range(1, 41)))
    marks = {note: page for page, one in passages(layout, "body") for line in one.lines for note in line.notes}
    notes = {one.note: page for page, one in passages(layout, "note-label")}
    assert marks == notes
    assert len(layout.pages) > 2
    for page in range(len(layout.pages)):
        assert lowest(layout, page, "note") <= 272 * MM
        tops = [one.y for one in layout.pages[page].passages if one.part == "note"]
        assert min(tops) > lowest(layout, page, "body")


def test_notes_follow_their_numbers_below_a_stroke() -> None:
    layout = set_pages(noted(1, 1), noted(2, 1))
    assert drawn(layout, "note-label") == ["1", "2"]
    (stroke,) = layout.pages[0].rules
    assert lowest(layout, 0, "body") < stroke.y < min(one.y for _, one in passages(layout, "note"))
    (_, label), _ = passages(layout, "note-label")
    (_, note), _ = passages(layout, "note")
    assert label.lines[0].pieces[0].rise > 0
    assert label.y == note.y
    assert label.x + label.lines[0].pieces[0].width < note.x + note.lines[0].pieces[0].x
    assert note.lines[1].pieces[0].x == 0


@pytest.mark.parametrize("text", [SENTENCE, "briefly;", " ".join([SENTENCE] * 3)])
def test_a_note_too_long_for_its_page_goes_on_on_the_next(text: str) -> None:
    whole = drawn(set_pages(noted(9, 12)), "note")
    parted = 0
    for before in range(4, 10):
        blocks = [clause(number, *[f"{SENTENCE} "] * 2) for number in range(before)]
        layout = set_pages(*blocks, noted(9, 12, text), noted(10, 1))
        parts = [(page, one.first, len(one.lines)) for page, one in passages(layout, "note") if one.note == "n9"]
        assert drawn(layout, "note")[: len(whole)] == whole
        assert all(lowest(layout, page, "note") <= 272 * MM for page, _, _ in parts)
        if len(parts) > 1:
            (page, first, count), (later, rest, _) = parts
            assert (first, later, rest) == (0, page + 1, count)
            assert count >= 2
            parted += 1
    assert parted


def test_a_note_longer_than_pages_takes_them() -> None:
    layout = set_pages(noted(1, 150), clause(2, SENTENCE))
    assert len(layout.pages) > 2
    once = set_pages(noted(1, 1))
    assert len("".join(drawn(layout, "note"))) > 140 * len("".join(drawn(once, "note")))
    assert drawn(layout)[-1].endswith("session;")
    for page, _ in enumerate(layout.pages):
        if any(one.part == "note" for one in layout.pages[page].passages):
            assert lowest(layout, page, "note") <= 272 * MM + 0.1


def test_many_notes_in_one_line_are_all_there() -> None:
    marks = [NoteMark(f"n{number}", number, (Words(f"Note {number}. {SENTENCE}"),)) for number in range(1, 61)]
    layout = set_pages(clause(1, "Recalling", *marks, " and so on"), clause(2, SENTENCE))
    assert drawn(layout, "note-label") == [str(number) for number in range(1, 61)]


@pytest.mark.parametrize("before", [(), (Words("Recalling"), LineBreak())])
def test_a_mark_alone_in_its_line_has_its_note(before: tuple[Words | LineBreak, ...]) -> None:
    note = NoteMark("n1", 1, (Words(SENTENCE),))
    layout = set_pages(clause(1, *before, note), clause(2, SENTENCE))
    assert drawn(layout, "note-label") == ["1"]
    assert drawn(layout, "note")[0].startswith(SENTENCE[:20])
