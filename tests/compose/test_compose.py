import datetime
import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from editor.compose.compose import Options, Part, compose
from editor.compose.composition import Block, Composition, Paragraph, Table
from editor.model.clause import Clause, Kind
from editor.model.cover import Code, Cover, CoverValue, DateRange, Person
from editor.model.resolution import Resolution
from editor.model.text import LINE_BREAK, Run
from editor.templating.begin import new_resolution
from editor.templating.load import template_from_json, template_to_json
from editor.templating.schema import SheetLine
from tests.papers import SESSION, osce, paper
from tests.texts import resolution as long_text


def lines(composition: Composition, name: str) -> list[str]:
    """Return the lines of a section, labels in front, cells parted by tabs."""
    return [line for section in composition.sections if section.name == name for line in _lines(section.blocks)]


def _lines(blocks: tuple[Block, ...]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            rows = ("\t".join("".join(map(_words, cell)) for cell in row) for row in block.rows)
            found += [row for row in rows if row.strip()]
        else:
            found.append(f"{block.label.text} {_words(block)}" if block.label else _words(block))
    return found


def _words(paragraph: Paragraph) -> str:
    return "".join(getattr(span, "text", "|") for span in paragraph.spans)


def roles(composition: Composition, name: str) -> list[str]:
    return [
        block.role
        for section in composition.sections
        if section.name == name
        for block in section.blocks
        if isinstance(block, Paragraph)
    ]


def test_supplementary_item_has_cover_text_and_form() -> None:
    composition = compose(paper(), osce())
    assert [section.name for section in composition.sections] == ["cover", "body", "form"]
    assert [section.numbered for section in composition.sections] == [False, True, False]
    assert lines(composition, "cover") == [
        "SC (27) SI 4 E",
        "Original: FRENCH",
        "SUPPLEMENTARY ITEM",
        "DRAFT RESOLUTION",
        "ON",
        "“CLEAN WATER IN BORDER RIVERS”",
        "Principal Sponsor",
        "Ms. Anna van der Berg",
        "Netherlands",
        "DUBLIN, 3 JULY TO 7 JULY 2027",
    ]
    assert lines(composition, "body") == [
        "DRAFT RESOLUTION",
        "Clean Water in Border Rivers",
        "Principal Sponsor: Ms. Anna van der Berg (Netherlands)",
        "1. Recalling the past,",
        "The OSCE Parliamentary Assembly:",
        "2. Calls on States:",
        "a. to act,",
        "b. to report;",
        "3. Ends.",
    ]
    assert lines(composition, "form") == [
        "PROPOSED AMENDMENT to the DRAFT RESOLUTION",
        "on",
        "“CLEAN WATER IN BORDER RIVERS”",
        "[Set out text of Amendment here:]",
        "Principal Sponsor:",
        "Mr/Mrs\tFamily Name in Capital Letters\tCountry\tSignature",
        "Co-sponsored by:",
        "Mr/Mrs\tFamily Name in Capital Letters\tCountry\tSignature",
    ]


def test_committee_draft_names_committee_theme_and_rapporteur() -> None:
    fields: dict[str, CoverValue | None] = {
        "code": Code((("body", "AS"), ("year", "27"), ("kind", "DRS"), ("number", "2"))),
        "committee": "committee_2",
        "theme": "Rivers without Borders",
        "rapporteur": Person("Mr.", "Jan", "Novak", "Czechia"),
    }
    composition = compose(replace(paper(fields=fields), kind="draft-resolution"), osce())
    assert lines(composition, "cover") == [
        "AS (27) DRS 2 E",
        "Original: FRENCH",
        "DRAFT RESOLUTION",
        "FOR THE GENERAL COMMITTEE ON",
        "ECONOMIC AFFAIRS, SCIENCE, TECHNOLOGY AND ENVIRONMENT",
        "“RIVERS WITHOUT BORDERS”",
        "RAPPORTEUR",
        "Mr. Jan Novak",
        "Czechia",
        "DUBLIN, 3–7 JULY 2027",
    ]
    assert lines(composition, "body")[:4] == [
        "DRAFT RESOLUTION",
        "FOR THE GENERAL COMMITTEE ON ECONOMIC AFFAIRS, SCIENCE, TECHNOLOGY AND ENVIRONMENT",
        "Rivers without Borders",
        "Rapporteur: Mr. Jan Novak (Czechia)",
    ]


def test_empty_cover_prints_what_the_template_says_alone() -> None:
    empty = new_resolution(osce(), "supplementary-item", "en")
    composition = compose(empty, osce())
    assert lines(composition, "cover") == [
        "Original: ENGLISH",
        "SUPPLEMENTARY ITEM",
        "DRAFT RESOLUTION",
        "ON",
        "Principal Sponsor",
    ]
    assert lines(composition, "body")[0] == "DRAFT RESOLUTION"
    assert composition.metadata.title == "Supplementary item"


def test_half_filled_cover_loses_nothing_that_is_there() -> None:
    fields = {"sponsor": Person("Ms.", "Anna", "Berg"), "dates": None, "title": None, "code": None}
    composition = compose(paper(fields=fields), osce())
    assert lines(composition, "cover")[-3:] == ["Principal Sponsor", "Ms. Anna Berg", "DUBLIN"]
    assert lines(composition, "body")[:2] == ["DRAFT RESOLUTION", "Principal Sponsor: Ms. Anna Berg"]


def test_amendment_form_is_a_form_alone() -> None:
    composition = compose(replace(paper(), kind="amendment-form"), osce())
    assert [section.name for section in composition.sections] == ["form"]


@pytest.mark.parametrize(
    ("parts", "names"),
    [((), ["cover", "body", "form"]), (("form", "cover"), ["cover", "form"]), (("body",), ["body"])],
)
def test_parts_may_be_chosen(parts: tuple[Part, ...], names: list[str]) -> None:
    assert [section.name for section in compose(paper(), osce(), Options(parts=parts)).sections] == names


def test_options_change_the_copy() -> None:
    options = Options(paper="letter", line_numbers="page", watermark="DRAFT", large_print=True)
    composition = compose(paper(), osce(), options)
    assert (composition.page.width, composition.line_numbers, composition.watermark) == (612, "page", "DRAFT")
    assert composition.styles["clause"].size == 16


def test_headings_of_the_second_page_are_titles_with_an_outline() -> None:
    assert roles(compose(paper(), osce()), "body")[:3] == ["title", "title", "head"]


def test_header_and_footer_stand_on_the_pages_of_the_text() -> None:
    header = (SheetLine("{code}", "header"), SheetLine("{theme}", "header"))
    template = replace(osce(), file=replace(osce().file, header=header))
    cover, text, form = compose(paper(), template).sections
    assert [_words(line) for line in text.header] == ["SC (27) SI 4 E"]
    assert [_words(line) for line in text.footer] == ["|"]
    assert (cover.header, cover.footer, form.header, form.footer) == ((), (), (), ())


def test_tables_of_the_form_are_blank() -> None:
    *_, form = compose(paper(), osce()).sections
    sponsor, cosponsors = (block for block in form.blocks if isinstance(block, Table))
    assert [len(table.rows) for table in (sponsor, cosponsors)] == [2, 9]
    assert sum(sponsor.columns) == pytest.approx(1)
    assert sponsor.columns == (0.12, 0.38, 0.25, 0.25)
    assert sponsor.row_height == pytest.approx(28.3465, abs=1e-3)
    assert sponsor.summary == "Mr/Mrs, Family Name in Capital Letters, Country, Signature"
    assert {cell for row in sponsor.rows[1:] for cell in row} == {(Paragraph("table-cell", (), "form"),)}


def test_file_says_what_it_is() -> None:
    metadata = compose(paper(fields={"title": f"Clean Water{LINE_BREAK}in Border Rivers"}), osce()).metadata
    assert metadata.title == "Clean Water in Border Rivers"
    assert metadata.author == "Ms. Anna van der Berg"
    assert metadata.subject == "Supplementary item"
    assert metadata.code == "SC (27) SI 4 E"
    assert metadata.date == SESSION.first == datetime.date(2027, 7, 3)


def test_file_without_a_title_is_called_by_its_kind_and_code() -> None:
    committee_draft = replace(paper(), kind="draft-resolution")
    assert compose(committee_draft, osce()).metadata.title == "Draft resolution SC (27) SI 4 E"


def test_unknown_kind_of_paper_is_refused() -> None:
    with pytest.raises(KeyError):
        compose(replace(paper(), kind="poem"), osce())


def test_copy_of_the_template_in_a_project_prints_the_same() -> None:
    again = template_from_json(template_to_json(osce()))
    first, second = compose(paper(), osce()), compose(paper(), again)
    assert first == second
    assert list(first.styles) == list(second.styles)
    assert list(first.fonts) == list(second.fonts)


def test_every_language_of_the_template_can_be_printed() -> None:
    for language in osce().file.languages:
        composition = compose(replace(paper(), language=language.code), osce())
        assert composition.language == language.code
        assert lines(composition, "cover")[0] == f"SC (27) SI 4 {language.letter}"
        # Russian titles stand without an "on".
        assert len(lines(composition, "cover")) == (10 if osce().word(language.code, "on") else 9)


def test_composition_shares_nothing_with_the_length_of_the_text() -> None:
    short, long = compose(long_text(10), osce()), compose(long_text(500), osce())
    assert short.lists == long.lists
    assert short.styles == long.styles


SEED_COVER = Cover(
    (
        ("code", Code((("body", "SC"), ("year", "11"), ("kind", "SI"), ("number", "4")))),
        ("title", "Overall Approach By The OSCE To Promote Cybersecurity"),
        ("sponsor", Person("Mr.", "François-Xavier", "de Donnea", "Belgium")),
        ("venue", "Belgrade"),
        ("dates", DateRange(datetime.date(2011, 7, 6), datetime.date(2011, 7, 10))),
    )
)

_CLAUSE = re.compile(r"(?P<indent> *)(?:- )?(?P<label>\w+\.) (?P<words>.*)")


def _seed_blocks(seed: Path) -> list[str]:
    """Return the blocks of the reference text without its Markdown, wrapped lines of a title joined."""
    text = seed.read_text(encoding="utf-8").replace("**", "").replace("PROMOTE  \n", "PROMOTE ")
    rows = (row.strip() for row in text.splitlines())
    return [re.sub(r"^#+ |^\*|\*$|^- ", "", row) for row in rows if row]


def _seed_body(blocks: list[str]) -> list[Clause]:
    """Return the clauses of the reference text: what has no number goes on with the clause before."""
    clauses: list[Clause] = []
    kind: Kind = "preambular"
    for block in blocks:
        found = _CLAUSE.fullmatch(block)
        if block == "The OSCE Parliamentary Assembly:":
            clauses.append(Clause("say", "enacting", text=(Run(block),)))
            kind = "operative"
        elif found is None:
            (last,) = (piece for piece in clauses[-1].text if isinstance(piece, Run))
            clauses[-1] = replace(clauses[-1], text=(Run(f"{last.text} {block}"),))
        else:
            level = 0 if found["label"][0].isdigit() else 1
            clauses.append(Clause(f"c{len(clauses)}", "item" if level else kind, level, (Run(found["words"]),)))
    return clauses


def test_reference_text_is_met_in_order_and_wording(shared: Path) -> None:
    blocks = _seed_blocks(shared / "seed" / "osce-pa-sc-11-si-4-e.txt")
    start = next(at for at, block in enumerate(blocks) if block.startswith("1. "))
    end = next(at for at, block in enumerate(blocks) if block.startswith("PROPOSED"))
    head = blocks.index("DRAFT RESOLUTION", blocks.index("DRAFT RESOLUTION") + 1)
    clauses = _seed_body(blocks[start:end])
    resolution = Resolution("osce-pa", "supplementary-item", "en", "fr", cover=SEED_COVER, body=tuple(clauses))
    composition = compose(resolution, osce())
    assert lines(composition, "cover") == blocks[:head]
    assert lines(composition, "body")[:3] == blocks[head:start]
    assert lines(composition, "form") == blocks[end:]
    printed = lines(composition, "body")[3:]
    assert " ".join(printed) == " ".join(blocks[start:end])
    assert len(printed) == 18
