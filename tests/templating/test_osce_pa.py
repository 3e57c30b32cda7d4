"""The shipped template says what papers of the body say, and marks what was not seen in them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from msgspec.structs import replace

from editor.compose.compose import compose
from editor.compose.composition import Block, Composition, Paragraph, Section, Table
from editor.model.cover import Cover, Person
from editor.model.resolution import Resolution
from editor.numbering import labels
from editor.templating.begin import new_resolution
from editor.templating.codes import parse_code
from editor.templating.dates import parse_session
from editor.templating.people import parse_person
from editor.templating.schema import Template
from editor.templating.wordlist import SOURCES
from tests.sample import LANGUAGES, sample_resolution

STATES = 57
"""The participating States of the OSCE."""


def lines(blocks: tuple[Block, ...]) -> list[str]:
    """Return the text of every paragraph, and the column heads of every table with the number of its empty rows."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            found.append(f"{block.summary} x {len(block.rows) - block.header_rows}")
        else:
            found.append(text(block))
    return found


def text(paragraph: Paragraph) -> str:
    return "".join(getattr(span, "text", "") for span in paragraph.spans)


def section(composition: Composition, name: str) -> Section:
    return next(found for found in composition.sections if found.name == name)


def cybersecurity(template: Template) -> Resolution:
    """Return the reference paper's cover over an empty body, as the lines of the paper itself give it."""
    parsed = parse_code(template, "SC (11) SI 4 E")
    session = parse_session(template, "BELGRADE, 6 JULY TO 10 JULY 2011")
    assert parsed is not None
    assert session is not None
    cover = Cover(
        (
            ("code", parsed.code),
            ("title", "Overall Approach By The OSCE To Promote Cybersecurity"),
            ("sponsor", replace(parse_person("Mr. François-Xavier de Donnea"), country="Belgium")),
            ("venue", session[0]),
            ("dates", session[1]),
            ("cosponsors", (Person("Mr.", "Jan", "Holub", "Czechia"),)),
        )
    )
    empty = new_resolution(template, "supplementary-item", parsed.language)
    return replace(empty, original_language="fr", cover=cover)


COVER = [
    "SC (11) SI 4 E",
    "Original: FRENCH",
    "SUPPLEMENTARY ITEM",
    "DRAFT RESOLUTION",
    "ON",
    "“OVERALL APPROACH BY THE OSCE TO PROMOTE CYBERSECURITY”",
    "Principal Sponsor",
    "Mr. François-Xavier de Donnea",
    "Belgium",
    "BELGRADE, 6 JULY TO 10 JULY 2011",
]
HEAD = [
    "DRAFT RESOLUTION",
    "Overall Approach By The OSCE To Promote Cybersecurity",
    "Principal Sponsor: Mr. François-Xavier de Donnea (Belgium)",
]
COLUMNS = "Mr/Mrs, Family Name in Capital Letters, Country, Signature"
FORM = [
    "PROPOSED AMENDMENT to the DRAFT RESOLUTION",
    "on",
    "“OVERALL APPROACH BY THE OSCE TO PROMOTE CYBERSECURITY”",
    "[Set out text of Amendment here:]",
    "Principal Sponsor:",
    f"{COLUMNS} x 1",
    "Co-sponsored by:",
    f"{COLUMNS} x 8",
]


def test_the_supplementary_item_prints_as_the_reference_paper(osce: Template) -> None:
    composition = compose(cybersecurity(osce), osce)
    assert lines(section(composition, "cover").blocks) == COVER
    assert lines(section(composition, "body").blocks)[:3] == HEAD
    assert lines(section(composition, "body").blocks)[4] == "The OSCE Parliamentary Assembly:"
    assert lines(section(composition, "form").blocks) == FORM


def test_these_lines_are_those_of_the_reference_paper(shared: Path) -> None:
    paper = (shared / "seed" / "osce-pa-sc-11-si-4-e.txt").read_text(encoding="utf-8")
    plain = " ".join(paper.replace("*", " ").replace("#", " ").split())
    at = 0
    for line in (*COVER, *HEAD, "The OSCE Parliamentary Assembly:", *FORM):
        words = line.partition(" x ")[0].replace(", ", " ") if line.startswith(COLUMNS) else line
        assert words in plain[at:], f"{line!r} is not there, or not in this order"
        at = plain.index(words, at) + len(words)


def test_cosponsors_are_recorded_but_never_printed(osce: Template) -> None:
    composition = compose(cybersecurity(osce), osce)
    printed = " ".join(line for part in composition.sections for line in lines(part.blocks))
    assert "Holub" not in printed
    fields = {field.key: field.printed for field in osce.kind("supplementary-item").fields}
    assert [key for key, printed_ in fields.items() if not printed_] == ["cosponsors"]


def test_the_committee_draft_has_committee_theme_and_rapporteur(osce: Template) -> None:
    parsed = parse_code(osce, "AS (11) DRS 2 E")
    session = parse_session(osce, "BELGRADE, 6–10 JULY 2011")
    assert parsed is not None
    assert session is not None
    cover = Cover(
        (
            ("code", parsed.code),
            ("committee", "committee_2"),
            ("theme", "Rivers Without Borders"),
            ("rapporteur", Person("Ms.", "Ada", "Long", "Ireland")),
            ("venue", session[0]),
            ("dates", session[1]),
        )
    )
    paper = replace(new_resolution(osce, "draft-resolution", "en"), cover=cover)
    composition = compose(paper, osce)
    assert lines(section(composition, "cover").blocks) == [
        "AS (11) DRS 2 E",
        "Original: ENGLISH",
        "DRAFT RESOLUTION",
        "FOR THE GENERAL COMMITTEE ON",
        "ECONOMIC AFFAIRS, SCIENCE, TECHNOLOGY AND ENVIRONMENT",
        "“RIVERS WITHOUT BORDERS”",
        "RAPPORTEUR",
        "Ms. Ada Long",
        "Ireland",
        "BELGRADE, 6–10 JULY 2011",
    ]
    assert lines(section(composition, "body").blocks)[:4] == [
        "DRAFT RESOLUTION",
        "FOR THE GENERAL COMMITTEE ON ECONOMIC AFFAIRS, SCIENCE, TECHNOLOGY AND ENVIRONMENT",
        "Rivers Without Borders",
        "Rapporteur: Ms. Ada Long (Ireland)",
    ]
    without = replace(paper, cover=paper.cover.with_value("theme", None))
    assert "“" not in " ".join(lines(section(compose(without, osce), "cover").blocks))


def test_the_amendment_form_is_a_form_alone(osce: Template) -> None:
    empty = new_resolution(osce, "amendment-form", "en")
    title = cybersecurity(osce).cover.text("title")
    composition = compose(replace(empty, cover=Cover((("title", title),))), osce)
    assert [part.name for part in composition.sections] == ["form"]
    assert lines(composition.sections[0].blocks) == FORM


@pytest.mark.parametrize(
    ("language", "cover"),
    [
        (
            "fr",
            [
                "SC (27) SI 4 F",
                "Original\u00a0: FRANÇAIS",
                "POINT SUPPLÉMENTAIRE",
                "PROJET DE RÉSOLUTION",
                "SUR",
                "«\u00a0ALERTE PRÉCOCE ET PARTAGE ÉQUITABLE DE L’EAU DANS LES BASSINS FLUVIAUX TRANSFRONTIÈRES\u00a0»",
                "Auteur principal",
                "Mme Éliane Vautrin",
                "Luxembourg",
                "TALLINN, 3 – 7 JUILLET 2027",
            ],
        ),
        (
            "de",
            [
                "SC (27) SI 4 G",
                "Original: FRANZÖSISCH",
                "ZUSÄTZLICHER BERATUNGSGEGENSTAND",
                "ENTSCHLIESSUNGSENTWURF",
                "ÜBER",
                "„FRÜHWARNUNG UND GERECHTE VERTEILUNG DES WASSERS IN GRENZÜBERSCHREITENDEN FLUSSGEBIETEN“",
                "Hauptantragsteller(in)",
                "Frau Éliane Vautrin",
                "Luxemburg",
                "Tallinn, 3. bis 7. JULI 2027",
            ],
        ),
        (
            "ru",
            [
                "SC (27) SI 4 R",
                "Оригинал: ФРАНЦУЗСКИЙ",
                "ДОПОЛНИТЕЛЬНЫЙ ПУНКТ",
                "ПРОЕКТ РЕЗОЛЮЦИИ",
                "«РАННЕЕ ПРЕДУПРЕЖДЕНИЕ И СПРАВЕДЛИВОЕ РАСПРЕДЕЛЕНИЕ ВОДЫ В ТРАНСГРАНИЧНЫХ РЕЧНЫХ БАССЕЙНАХ»",
                "Основной автор",
                "Г-жа Элиан Вотрен",
                "Люксембург",
                "ТАЛЛИН, 3 - 7 ИЮЛЯ 2027 ГОДА",
            ],
        ),
    ],
)
def test_other_languages_have_lines_of_their_own(osce: Template, language: str, cover: list[str]) -> None:
    assert lines(section(compose(sample_resolution(language), osce), "cover").blocks) == cover


def test_pages_have_their_number_at_the_foot_but_not_the_cover(osce: Template) -> None:
    composition = compose(cybersecurity(osce), osce)
    assert [len(part.footer) for part in composition.sections] == [0, 1, 0]


def test_lists_of_countries_hold_the_same_states(osce: Template) -> None:
    keys = {tuple(words.countries.names) for words in osce.words.values()}
    assert len(keys) == 1
    assert len(next(iter(keys))) == STATES
    for words in osce.words.values():
        twice = [name for name, count in Counter(words.countries.names.values()).items() if count > 1]
        assert (twice, bool(words.countries.source)) == ([], True)


def test_every_language_has_the_same_words(osce: Template) -> None:
    for words in osce.words.values():
        assert words.words.keys() == osce.words["en"].words.keys()


def test_every_word_says_whether_it_was_seen(osce: Template) -> None:
    sources = [word.source for words in osce.words.values() for word in words.words.values()]
    assert all(source == "" or source.startswith(SOURCES) for source in sources)
    confirmed = {language: words.words["enacting"].confirmed for language, words in osce.words.items()}
    assert confirmed == {"en": True, "fr": False, "de": False, "it": False, "ru": False, "es": True}
    assert not osce.words["fr"].words["supplementary_item"].confirmed
    assert not osce.words["fr"].words["draft_resolution"].confirmed


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_series_of_numbers_runs_through_the_text(osce: Template, language: str) -> None:
    body = sample_resolution(language).body
    numbered = labels(body, osce.scheme(language))
    found = [label.text for label in numbered.by_place]
    assert found == [
        *(f"{n}." for n in range(1, 10)), "",
        "10.", "11.", "a.", "b.", "c.", "12.", "13.", "14.", "15.", "a.", "b.", "c.", "16.", "17.",
    ]  # fmt: skip


def test_references_are_worded_in_the_language(osce: Template) -> None:
    found = {language: osce.scheme(language).reference for language in LANGUAGES}
    assert found == {
        "en": ("paragraph {}",), "fr": ("paragraphe {}",), "de": ("Absatz {}",), "it": ("paragrafo {}",),
        "ru": ("пункт {}",), "es": ("párrafo {}",),
    }  # fmt: skip


def test_cyrillic_letters_are_offered_but_not_set(osce: Template) -> None:
    body = sample_resolution("ru").body
    russian = osce.words["ru"]
    assert (russian.letters, "cyrillic" in russian.lettering) == ("", True)
    chosen = Template(osce.file, {**osce.words, "ru": replace(russian, letters="cyrillic")})
    found = [label.text for label in labels(body, chosen.scheme("ru")).by_place]
    assert [label for label in found if label and not label[0].isdigit()] == ["а.", "б.", "в."] * 2
    formats = {rule.format.word for rule in chosen.scheme("ru").rules if rule.kind == "item"}
    assert formats == {"russianLower", "lowerRoman"}
    assert chosen.scheme("en") == osce.scheme("en")


def test_measures_are_those_of_the_plan(osce: Template) -> None:
    page, clause, item = osce.file.page, osce.file.styles["clause"], osce.file.styles["item-1"]
    assert (page.paper, page.top_mm, page.right_mm, page.bottom_mm, page.left_mm) == ("a4", 25, 25, 25, 25)
    assert (clause.font, clause.size, clause.leading, clause.indent_mm, clause.hang_mm) == (
        "serif",
        12,
        14.5,
        12.5,
        12.5,
    )
    assert item.indent_mm == 22.5
