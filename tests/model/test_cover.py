"""The cover's fields."""

import datetime
from collections.abc import Callable

import pytest

from editor.model.cover import Code, Cover, CoverValue, DateRange, Person

ADA = Person("Ms.", "Ada", "Long", "Ireland")
DAYS = DateRange(datetime.date(2027, 7, 3), datetime.date(2027, 7, 7))
CODE = Code((("body", "SC"), ("year", "27")))
FULL = Cover((("code", CODE), ("title", "On Words"), ("sponsor", ADA), ("others", (ADA,)), ("dates", DAYS)))


def test_fields_are_had_by_type() -> None:
    assert FULL.text("title") == "On Words"
    assert FULL.person("sponsor") == ADA
    assert FULL.people("others") == (ADA,)
    assert FULL.dates("dates") == DAYS
    assert FULL.code().get("year") == "27"
    assert FULL.code().get("number") == ""


@pytest.mark.parametrize("key", ["absent", "title", "sponsor", "others", "dates", "code"])
def test_a_field_of_another_type_counts_as_empty(key: str) -> None:
    getters: dict[str, Callable[[str], object]] = {
        "title": FULL.text, "sponsor": FULL.person, "others": FULL.people, "dates": FULL.dates, "code": FULL.code
    }  # fmt: skip
    for name, get in getters.items():
        if name != key:
            assert get(key) in ("", None, (), Code())


def test_a_new_field_comes_last_and_a_known_one_keeps_its_place() -> None:
    cover = FULL.with_value("venue", "Dublin").with_value("title", "On Letters")
    assert [key for key, _ in cover.fields] == ["code", "title", "sponsor", "others", "dates", "venue"]
    assert cover.text("title") == "On Letters"


@pytest.mark.parametrize("empty", [None, "", (), Code(), Person()])
def test_an_empty_value_takes_the_field_away(empty: CoverValue | None) -> None:
    assert FULL.with_value("title", empty).get("title") is None
    assert Cover().with_value("title", empty) == Cover()


def test_what_a_later_version_wrote_is_kept() -> None:
    extra = (("seal", "true"),)
    assert Cover((), extra).with_value("title", "On Words").extra == extra
    assert Cover((("title", "A"),), extra).with_value("title", None).extra == extra
    later = Person(extra=extra)
    assert Cover().with_value("sponsor", later).person("sponsor") == later
