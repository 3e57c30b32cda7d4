import datetime

import pytest
from hypothesis import given
from msgspec.structs import replace

from editor.checking import check
from editor.model.cover import Code, Cover, CoverValue, DateRange, Person
from editor.model.resolution import Resolution
from editor.templating.begin import new_resolution
from tests import strategies
from tests.papers import CODE, SPONSOR, osce, paper


def found(resolution: Resolution) -> list[str]:
    return [
        " ".join([one.severity, one.code, one.field, *(value for _, value in one.parameters)])
        for one in check(resolution, osce())
        if one.field
    ]


def test_whole_cover_has_no_findings() -> None:
    assert found(paper()) == []


def test_empty_fields_are_advice() -> None:
    empty = replace(paper(), cover=Cover(), original_language="")
    assert found(empty) == [
        *(f"advice required {field}" for field in ("code", "title", "sponsor", "venue", "dates")),
        "advice no-original-language original_language",
    ]


def test_new_paper_lacks_what_nobody_has_said() -> None:
    assert found(new_resolution(osce(), "supplementary-item", "en")) == [
        "advice code-incomplete code year",
        *(f"advice required {field}" for field in ("title", "sponsor", "venue", "dates")),
    ]


@pytest.mark.parametrize(
    ("field", "value", "findings"),
    [
        ("title", " ", ["advice required title"]),
        ("sponsor", Person(), ["advice required sponsor"]),
        ("sponsor", Person("Ms.", "Anna"), ["advice person-incomplete sponsor"]),
        ("sponsor", Person(family="Berg"), ["advice person-incomplete sponsor"]),
        ("sponsor", Person(family="Berg", country="Malta"), []),
        ("code", Code(), ["advice required code"]),
        ("code", Code((("year", "27"),)), ["advice code-incomplete code body"]),
        ("code", Code(CODE.parts[:2]), []),
        ("code", Code((("body", "SC"), ("year", "2027"))), ["error code-part code year 2027"]),
        (
            "code",
            Code((("year", "27"), ("number", "four"))),
            ["error code-part code number four", "advice code-incomplete code body"],
        ),
        ("dates", DateRange(datetime.date(2027, 7, 7), datetime.date(2027, 7, 3)), ["error dates-reversed dates"]),
        ("dates", DateRange(datetime.date(2027, 7, 3), datetime.date(2027, 7, 3)), []),
        ("cosponsors", (), []),
        ("cosponsors", (SPONSOR, Person("Mr.", "Jan", "Novak", "Czechia")), []),
        (
            "cosponsors",
            (SPONSOR, replace(SPONSOR, honorific="", family="VAN DER BERG"), SPONSOR),
            [
                "advice person-twice cosponsors Anna VAN DER BERG",
                "advice person-twice cosponsors Ms. Anna van der Berg",
            ],
        ),
        ("cosponsors", (SPONSOR, replace(SPONSOR, country="Belgium")), []),
    ],
)
def test_what_a_field_lacks(field: str, value: CoverValue, findings: list[str]) -> None:
    assert found(paper(fields={field: value})) == findings


def test_fields_of_other_kinds_of_paper_are_not_missed() -> None:
    assert "advice required committee" in found(replace(paper(), kind="draft-resolution"))
    assert "advice required sponsor" not in found(replace(paper(fields={"sponsor": None}), kind="draft-resolution"))


@given(strategies.cover_values)
def test_any_value_in_any_field_can_be_checked(value: CoverValue) -> None:
    for kind in osce().file.kinds:
        for field in kind.fields:
            check(replace(paper(fields={field.key: value}), kind=kind.id), osce())
