"""The template that comes with the program, and papers under it for tests to print and check."""

import datetime
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from msgspec.structs import replace

from editor.model.cover import Code, Cover, CoverValue, DateRange, Person
from editor.model.resolution import Remark, Resolution
from editor.model.scheme import LevelRule, NumberFormat, Scheme
from editor.paths import templates_folder
from editor.templating.load import load_template
from editor.templating.schema import Template
from tests.bodies import body

SPONSOR = Person("Ms.", "Anna", "van der Berg", "Netherlands")
SESSION = DateRange(datetime.date(2027, 7, 3), datetime.date(2027, 7, 7))
CODE = Code((("body", "SC"), ("year", "27"), ("kind", "SI"), ("number", "4")))

WHOLE: dict[str, CoverValue] = {
    "code": CODE,
    "title": "Clean Water in Border Rivers",
    "sponsor": SPONSOR,
    "venue": "Dublin",
    "dates": SESSION,
}

SHORT = """
    p one: Recalling the past,
    ! say: The OSCE Parliamentary Assembly:
    o two: Calls on States:
      - a: to act,
      - b: to report;
    o three: Ends.
"""
"""A body without a fault."""

NO_PREAMBLE_NUMBERS = Scheme(
    rules=(
        LevelRule("operative", 0, NumberFormat()),
        LevelRule("item", 1, NumberFormat("letters", label="({})", word="lowerLetter")),
        LevelRule("item", 2, NumberFormat("roman", label="({})", word="lowerRoman")),
        LevelRule("part", 0, NumberFormat("roman", upper=True, label="{}", word="upperRoman")),
    ),
    restarts=frozenset({"part", "annex"}),
    single_unnumbered=True,
)
"""A numbering as in papers of the United Nations."""


@cache
def osce() -> Template:
    """Return the template of the OSCE Parliamentary Assembly."""
    return load_template(templates_folder() / "osce-pa")


def numbered_by(scheme: Scheme) -> Template:
    """Return that template with another numbering."""
    return replace(osce(), file=replace(osce().file, numbering=scheme))


def paper(
    picture: str = SHORT,
    fields: Mapping[str, CoverValue | None] = MappingProxyType({}),
    remarks: tuple[Remark, ...] = (),
) -> Resolution:
    """Return a supplementary item with the body of `picture`; `fields` stand in for those of a whole cover."""
    cover = tuple((key, value) for key, value in {**WHOLE, **fields}.items() if value is not None)
    return Resolution(
        "osce-pa", "supplementary-item", "en", "fr", cover=Cover(cover), body=body(picture), remarks=remarks
    )


def remark(clause: str, text: str, resolved: bool = False) -> Remark:
    """Return a remark of Ann Other's on `clause`."""
    return Remark("r" * 10, clause, "Ann Other", datetime.datetime(2027, 5, 6, 7, 8), text, resolved)
