import pytest
from hypothesis import given
from msgspec.structs import replace

from editor.compose.composition import Field, LineBreak, Span, Words
from editor.compose.values import Values
from editor.model.cover import Code, CoverValue, Person
from editor.model.text import LINE_BREAK
from editor.templating.schema import CoverField, Template
from editor.templating.wordlist import Word
from tests import strategies
from tests.papers import osce, paper

Fields = dict[str, CoverValue | None]


def filled(pattern: str, fields: Fields | None = None, template: Template | None = None) -> str | None:
    spans = Values(paper(fields=fields or {}), template or osce()).spans(pattern)
    return None if spans is None else "".join(map(shown, spans))


def shown(span: Span) -> str:
    if isinstance(span, Field):
        return f"<{span.kind}>"
    return span.text if isinstance(span, Words) else "|"


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        ("As it stands", "As it stands"),
        ("{word.on}", "ON"),
        ("{word.session}", "DUBLIN, 3 JULY TO 7 JULY 2027"),
        ("{word.original}", "Original: FRENCH"),
        ("{code}", "SC (27) SI 4 E"),
        ("{original}", "French"),
        ("{title}", "Clean Water in Border Rivers"),
        ("{title:upper}", "CLEAN WATER IN BORDER RIVERS"),
        ("{title:quoted}", "“Clean Water in Border Rivers”"),
        ("{title:upper+quoted}", "“CLEAN WATER IN BORDER RIVERS”"),
        ("{sponsor}", "Ms. Anna van der Berg (Netherlands)"),
        ("{sponsor.name}", "Ms. Anna van der Berg"),
        ("{sponsor.country:upper}", "NETHERLANDS"),
        ("{sponsor.capitals}, {sponsor.given}", "van der BERG, Anna"),
        ("{dates:short}", "3–7 JULY 2027"),
        ("{page} of {pages}", "<page> of <pages>"),
    ],
)
def test_placeholders_stand_for_values(pattern: str, line: str) -> None:
    assert filled(pattern) == line


SPONSOR_LINE = "Principal Sponsor: {sponsor.name} ({sponsor.country})"


@pytest.mark.parametrize(
    ("pattern", "fields", "line"),
    [
        ("{title:upper+quoted}", {"title": None}, None),
        ("{title:quoted}", {"title": "  "}, None),
        ("{code}", {"code": None}, None),
        ("{code}", {"code": Code((("body", "SC"),))}, None),
        ("{word.session}", {"dates": None}, "DUBLIN"),
        ("{word.session}", {"venue": None}, "3 JULY TO 7 JULY 2027"),
        ("{word.session}", {"venue": None, "dates": None}, None),
        (SPONSOR_LINE, {"sponsor": Person("Ms.", "Anna", "Berg")}, "Principal Sponsor: Ms. Anna Berg"),
        (SPONSOR_LINE, {"sponsor": Person(country="Malta")}, "Principal Sponsor: Malta"),
        (SPONSOR_LINE, {"sponsor": None}, None),
        ("{word.sponsor_line}", {"sponsor": Person("Ms.", "Anna", "Berg")}, "Principal Sponsor: Ms. Anna Berg"),
        ("{code} – {page}", {"code": None}, "<page>"),
        ("{venue}/{title}/{sponsor.name}", {"title": None}, "Dublin/Ms. Anna van der Berg"),
    ],
)
def test_line_says_what_there_is(pattern: str, fields: Fields, line: str | None) -> None:
    assert filled(pattern, fields) == line


def test_whole_line_depends_on_values_not_on_its_wording() -> None:
    assert filled("{word.on:upper} {title}", {"title": None}) is None


def test_word_that_a_language_has_not_leaves_the_rest_of_the_line() -> None:
    english = osce().words["en"]
    words = {**english.words, "on": Word("")}
    template = replace(osce(), words={**osce().words, "en": replace(english, words=words)})
    assert filled("{word.on}", template=template) is None
    assert filled("{word.on} {title}", template=template) == "Clean Water in Border Rivers"


def test_title_may_break_its_line() -> None:
    spans = Values(paper(fields={"title": f"Clean Water{LINE_BREAK}in Border Rivers"}), osce()).spans(
        "{title:upper+quoted}"
    )
    assert spans == (Words("“CLEAN WATER"), LineBreak(), Words("IN BORDER RIVERS”"))


def test_neighbouring_words_are_one_span() -> None:
    assert Values(paper(), osce()).spans("{venue}, {dates:plain}") == (Words("Dublin, 3 to 7 July 2027"),)


def test_values_are_never_read_as_patterns() -> None:
    assert filled("{title}", {"title": "{page} {word.on} {"}) == "{page} {word.on} {"


def test_choice_is_printed_in_its_wording() -> None:
    values = Values(replace(paper(fields={"committee": "committee_2"}), kind="draft-resolution"), osce())
    assert values.spans("{committee:upper}") == (Words("ECONOMIC AFFAIRS, SCIENCE, TECHNOLOGY AND ENVIRONMENT"),)


def test_choice_that_was_typed_in_stays_as_it_is() -> None:
    values = Values(replace(paper(fields={"committee": "Budget"}), kind="draft-resolution"), osce())
    assert values.spans("{committee}") == (Words("Budget"),)


def test_plain_text_is_never_looked_up_as_a_wording() -> None:
    assert filled("{title}", {"title": "on"}) == "on"


def test_text_in_place_of_a_person_is_printed_whole_or_not_at_all() -> None:
    assert filled("{sponsor}", {"sponsor": "Ms. Berg"}) == "Ms. Berg"
    assert filled("{sponsor.name} ({sponsor.country})", {"sponsor": "Ms. Berg"}) is None


def test_language_without_words_prints_values_alone() -> None:
    resolution = replace(paper(), language="xx")
    assert Values(resolution, osce()).spans("{word.on}") is None
    assert Values(resolution, osce()).spans("{dates:long}") is None
    assert Values(resolution, osce()).spans("{title:quoted}") == (Words("Clean Water in Border Rivers"),)


def _fields() -> tuple[CoverField, ...]:
    return tuple(field for kind in osce().file.kinds for field in kind.fields)


@given(strategies.cover_values)
def test_any_value_in_any_field_prints_something_or_nothing(value: CoverValue) -> None:
    for field in _fields():
        form = ":long" if field.kind == "dates" else ""
        filled(f"{{{field.key}{form}}}", {field.key: value})
