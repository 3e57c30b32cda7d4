import pytest
from msgspec.structs import replace

from editor.compose.compose import Options, compose
from editor.compose.composition import (
    Block,
    Composition,
    Link,
    LinkPart,
    ListLabel,
    Paragraph,
    Section,
    Style,
    Table,
    Words,
)
from editor.export.text import WIDTH, write_text
from editor.model.text import LINE_BREAK
from editor.templating.schema import SheetLine
from tests.features import everything
from tests.papers import NO_PREAMBLE_NUMBERS, SHORT, numbered_by, osce, paper, remark
from tests.reading import missing
from tests.sample import LANGUAGES, sample_resolution

LONG = "word " * 30 + "end"


def text(picture: str) -> str:
    """Return the text of a body without the three lines above it."""
    return write_text(compose(paper(picture), osce(), Options(parts=("body",)))).decode().split("\n\n", 3)[3]


def hand_made(*blocks: Block) -> str:
    usual = compose(paper(), osce())
    return write_text(replace(usual, sections=(Section("body", blocks),))).decode()


def test_whole_document_reads_as_a_letter() -> None:
    picture = """
        p one: Recalling the decision^n(Decision of the session in Monaco, see {two}.) of last year,
        ! say: The OSCE Parliamentary Assembly:
        o two: Calls on the participating States that share a river to agree, before the next session, on:
          - a: measures,
          ~ end: and to report on them;
        o three: Ends.
    """
    form = "_______  _________________________  ________________  ________________"
    rows = f"\n\n{form}" * 8
    assert (
        write_text(compose(paper(picture), osce())).decode()
        == f"""\
SC (27) SI 4 E
Original: FRENCH

SUPPLEMENTARY ITEM

DRAFT RESOLUTION

ON

“CLEAN WATER IN BORDER RIVERS”

Principal Sponsor
Ms. Anna van der Berg
Netherlands

DUBLIN, 3 JULY TO 7 JULY 2027

{"-" * 72}

DRAFT RESOLUTION

Clean Water in Border Rivers

Principal Sponsor: Ms. Anna van der Berg (Netherlands)

1.  Recalling the decision[1] of last year,

The OSCE Parliamentary Assembly:

2.  Calls on the participating States that share a river to agree,
    before the next session, on:

    a.  measures,

    and to report on them;

3.  Ends.

[1] Decision of the session in Monaco, see paragraph 2.

{"-" * 72}

PROPOSED AMENDMENT to the DRAFT RESOLUTION

on

“CLEAN WATER IN BORDER RIVERS”

[Set out text of Amendment here:]

Principal Sponsor:

Mr/Mrs   Family Name in Capital     Country           Signature
         Letters

{form}

Co-sponsored by:

Mr/Mrs   Family Name in Capital     Country           Signature
         Letters{rows}
"""
    )


def test_lines_hang_beside_their_number() -> None:
    lines = text(f"o one: {LONG}\n  - a: {LONG}\n    - b: {LONG}").splitlines()
    starts = [line[:12] for line in lines if line]
    assert starts[0].startswith("1.  word")
    assert starts[1].startswith("    word")
    assert "    a.  word" in starts
    assert any(start.startswith("        word") for start in starts)
    assert any(line.startswith("        i.  word") for line in lines)
    assert any(line.startswith("            word") for line in lines)


def test_number_longer_than_its_room_pushes_the_first_line_only() -> None:
    first, second, *_ = text(f"o one=12 quinquies: {LONG}").splitlines()
    assert first.startswith("12 quinquies. word")
    assert second.startswith("    word")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_longer_than_mail_allows(language: str) -> None:
    data = write_text(compose(sample_resolution(language), osce())).decode()
    assert max(len(line) for line in data.splitlines()) <= WIDTH
    assert not any(line.endswith(" ") for line in data.splitlines())


def test_lines_are_filled() -> None:
    lines = text(f"o one: {LONG}").splitlines()
    assert all(len(f"{line} word") > WIDTH for line in lines[:-1])


def test_word_longer_than_a_line_is_not_cut() -> None:
    link = "https://example.org/" + "x" * 80
    lines = text(f"o one: See {link} there.").splitlines()
    assert lines == ["1.  See", f"    {link}", "    there."]


def test_only_plain_blanks_break_lines() -> None:
    words = "no\xa0break\u202fhere "
    assert not any(line.endswith(("no", "break")) for line in text(f"o one: {words * 12}").splitlines())


def test_unnumbered_clauses_stand_at_their_level() -> None:
    composition = compose(
        paper("p one: Recalling:\n  - a=: x,\np two: y,\no three: A;\no four: B."), numbered_by(NO_PREAMBLE_NUMBERS)
    )
    lines = write_text(composition).decode().splitlines()
    assert {"Recalling:", "    x,", "y,", "1.  A;", "2.  B."} <= set(lines)


def test_broken_lines_and_marks_are_plain() -> None:
    title = f"Clean Water{LINE_BREAK}in Border Rivers"
    data = write_text(compose(paper("o one: A *b* c.", {"title": title}), osce())).decode()
    assert "\n“CLEAN WATER\nIN BORDER RIVERS”\n" in data
    assert "\n1.  A b c.\n" in data


def test_all_labels_stand_in_order() -> None:
    for template in (osce(), numbered_by(NO_PREAMBLE_NUMBERS)):
        data = write_text(compose(everything(), template)).decode()
        assert missing(data, everything(), template) == []


def test_deleted_words_are_left_out() -> None:
    gone = Link("b", (LinkPart("2", "b"),), "deleted")
    assert hand_made(
        Paragraph("clause", (Words("was ", change="deleted"), Words("is", change="inserted"), gone), "clause"),
        Paragraph("clause", (Words("gone"),), "clause", ListLabel("2.", "paragraph", 0, 2), change="deleted"),
        Paragraph("clause", (Words("there"),), "clause"),
    ) == "is\n\nthere\n"  # fmt: skip


def test_remarks_stand_behind_a_bar() -> None:
    remarks = (remark("a", "Why\nthat?"), remark("a", "Done.", resolved=True))
    data = write_text(compose(paper(SHORT, remarks=remarks), osce(), Options(remarks=True))).decode()
    expected = """
    a.  to act,
        | Ann Other, 2027-05-06: Why
        | that?
        | ✓ Ann Other, 2027-05-06: Done.
"""
    assert expected in data


def test_watermark_is_said_first() -> None:
    data = write_text(compose(paper(), osce(), Options(watermark="NOT FOR CIRCULATION"))).decode()
    assert data.startswith(f"NOT FOR CIRCULATION\n\n{'-' * 72}\n\nSC (27)")


def test_hostile_words_stay_as_they_are() -> None:
    words = "<b>{x}</b> [1] -- \\n & %s"
    assert text(f"o one: {words.replace('{x}', '')}") == f"1.  {words.replace('{x}', '')}\n"


def test_long_clause_takes_time_by_its_length() -> None:
    composition = compose(paper(f"o one: {'word ' * 200_000}"), osce())
    assert len(write_text(composition)) > 1_000_000


def test_cells_of_a_table_are_wrapped_beside_each_other() -> None:
    def cell(words: str) -> tuple[Paragraph, ...]:
        return (Paragraph("table-cell", (Words(words),)),)

    table = Table((0.5, 0.5), ((cell("one two three four five six seven eight"), cell("B")), (cell("C"), cell(""))))
    assert hand_made(Paragraph("clause", (Words("A"),)), table) == (
        "A\n\none two three four five six seven    B\neight\nC\n"
    )


def test_empty_composition_is_an_empty_line() -> None:
    assert write_text(replace(compose(paper(), osce()), sections=())) == b"\n"


def test_paragraphs_are_parted_as_on_paper() -> None:
    usual = compose(paper(), osce())
    near, far = Style("near", "Near", before=2), Style("far", "Far", before=12)
    blocks = (Paragraph("near", (Words("A"),)), Paragraph("near", (Words("B"),)), Paragraph("far", (Words("C"),)))
    composition: Composition = replace(usual, sections=(Section("cover", blocks),), styles={"near": near, "far": far})
    assert write_text(composition) == b"A\nB\n\nC\n"


def test_header_stands_once_above_its_section() -> None:
    header = (SheetLine("{code}", "header"), SheetLine("Page {page}", "header"))
    template = replace(osce(), file=replace(osce().file, header=header))
    data = write_text(
        compose(paper(), template, Options(parts=("body", "form"), notice="EMBARGO until 3 July"))
    ).decode()
    assert data.startswith("EMBARGO until 3 July\n\nSC (27) SI 4 E\n\nDRAFT RESOLUTION\n")
    assert data.count("EMBARGO") == 2
    assert "Page" not in data
