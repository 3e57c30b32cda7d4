"""What is copied and read aloud: words whole, in order, in their language."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace

from editor.compose.composition import (
    LineBreak,
    Words,
)
from editor.export.pdf import write_pdf
from editor.typeset import typeset
from tests.export.pdf.reading import find, flat, is_any_element, is_element, opened, pdf_of, text_of, tree, unicode_of
from tests.typeset.compositions import (
    SENTENCE,
    clause,
    clauses,
    composition,
    fonts,
    item,
    plain,
    restyled,
)


def test_words_are_copied_whole_and_in_reading_order() -> None:
    copied = text_of(
        pdf_of(composition(clause(1, SENTENCE), item("a.", "first (of all),"), item("b.", "then \\that;")))
    )
    assert copied == f"1. {SENTENCE} a. first (of all), b. then \\that; 1"


@pytest.mark.parametrize(
    "words",
    [
        "Подчеркивая, что вода должна «справедливо» распределяться",
        "François – “l’œuvre” à Łódź, Ťažká, Ελλάδα",
        "with\u00a0a\u202fspace",
    ],
)
def test_any_script_of_the_fonts_is_copied_as_it_was_written(words: str) -> None:
    (found,) = find(tree(opened(composition(clause(1, words)))), "LBody")
    assert flat(found[1:]).strip() == words


def test_more_characters_than_one_font_holds_are_all_there() -> None:
    many = " ".join(
        chr(code) for code in (*range(0xC0, 0x180), *range(0x391, 0x3CA), *range(0x410, 0x450)) if code != 0x3A2
    )
    (found,) = find(tree(opened(composition(clause(1, many)))), "LBody")
    assert re.sub(r"\s+", " ", flat(found[1:])).strip() == many


def test_hyphenated_words_are_whole_for_whoever_reads_aloud() -> None:
    made = restyled(composition(clause(1, *[f"{SENTENCE} "] * 4)), "clause", hyphenate=True, right=230.0)
    pdf = opened(made)
    whole = [str(one.ActualText) for one in pdf.objects if is_element(one, "/Span")]
    assert whole
    said = {f"{word} " for word in SENTENCE.split(" ")}
    assert set(whole) <= said
    drawn = [flat(span[1:]) for span in find(tree(pdf), "Span")]
    assert [re.sub("-", "", one, count=1) for one in drawn] == whole


def test_a_box_says_which_character_it_stands_for() -> None:
    pdf = opened(composition(clause(1, "The word 議 here")))
    (span,) = (one for one in pdf.objects if is_element(one, "/Span"))
    assert str(span.ActualText) == "議"


def test_foreign_words_and_paragraphs_name_their_language() -> None:
    blocks = (
        clause(1, "Recalling ", Words("in fine", language="la"), " that"),
        replace(clause(2, "Rappelant"), language="fr"),
    )
    pdf = opened(composition(*blocks))
    assert str(pdf.Root.Lang) == "en"
    languages = {str(one.S): str(one.Lang) for one in pdf.objects if is_any_element(one) and "/Lang" in one}
    assert languages == {"/Document": "en", "/Span": "la", "/LI": "fr"}


def test_changes_are_told_apart_without_their_lines() -> None:
    blocks = (clause(1, Words("old", change="deleted"), Words("new", change="inserted"), " words"),)
    pdf = opened(composition(*blocks))
    kinds = [str(one.A.TextDecorationType) for one in pdf.objects if is_element(one, "/Span")]
    assert kinds == ["/LineThrough", "/Underline"]


def test_fonts_are_embedded_with_the_glyphs_that_are_used_only() -> None:
    data = pdf_of(composition(plain("title", "Draft"), clause(1, SENTENCE)))
    pdf = pikepdf.open(BytesIO(data))
    found = {str(font.BaseFont): font for font in pdf.pages[0].Resources.Font.values()}
    assert set(found) == {"/AAAAAA+LiberationSerif-Bold", "/AAAAAA+LiberationSerif"}
    for font in found.values():
        program = font.FontDescriptor.FontFile2.read_bytes()
        assert program.startswith(b"\x00\x01\x00\x00")
        assert len(program) < 60_000
        assert len(font.Widths) == int(font.LastChar) - int(font.FirstChar) + 1
        assert "\x00" not in unicode_of(font).values()


def test_every_word_is_as_wide_as_it_was_measured() -> None:
    made = composition(*clauses(3))
    layout = typeset(made, fonts())
    page = layout.pages[0]
    ends = sorted(
        round(passage.x + piece.x + piece.width)
        for passage in page.passages
        if passage.part == "body"
        for line in passage.lines[:-1]
        for piece in line.pieces[-1:]
    )
    document = pypdfium2.PdfDocument(write_pdf(made, layout))
    try:
        words = document[0].get_textpage()
        boxes = [words.get_rect(place) for place in range(words.count_rects())]
    finally:
        document.close()
    reached = [box for box in boxes if abs(box[2] - ends[0]) < 4.5]
    assert len(reached) == len(ends)


def test_markup_in_a_text_is_text() -> None:
    words = '<img src="/etc/hostname"/> <a href="javascript:x">) Tj ET (</a> <</Type/Action>> EMC'
    data = pdf_of(composition(clause(1, words)))
    assert words in text_of(data)
    pdf = pikepdf.open(BytesIO(data))
    assert "/Annots" not in pdf.pages[0]
    assert not any("/XObject" in page.Resources for page in pdf.pages)


def test_breaks_by_hand_part_words() -> None:
    (body,) = find(tree(opened(composition(clause(1, "first", LineBreak(), "second")))), "LBody")
    assert flat(body[1:]) == "first second "
