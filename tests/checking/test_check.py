import pytest
from hypothesis import given
from msgspec.structs import replace

from editor.app.sentences import FINDINGS
from editor.checking import FINDING_CODES, check
from editor.model.changes import apply
from editor.model.clause import Body, Clause
from editor.model.resolution import Resolution
from editor.model.text import Run
from tests import strategies
from tests.papers import osce, paper
from tests.texts import resolution as long_text


def test_errors_come_first_each_kind_from_the_cover_down() -> None:
    picture = "o one: A [x]\no two: \no three=1: B\n  - a: x"
    found = [
        (one.severity, one.code, one.clause or one.field) for one in check(paper(picture, {"title": None}), osce())
    ]
    assert found == [
        ("error", "number-twice", "one"),
        ("error", "empty-clause", "two"),
        ("error", "number-twice", "three"),
        ("advice", "required", "title"),
        ("advice", "no-enacting-phrase", ""),
        ("advice", "open-brackets", "one"),
        ("advice", "ending", "one"),
        ("advice", "ending", "three"),
        ("advice", "lone-item", "a"),
        ("advice", "ending", "a"),
    ]


def test_paper_that_the_template_does_not_know() -> None:
    strange = replace(paper(), kind="poem", language="xx")
    assert [(one.severity, one.code, one.field, one.parameters) for one in check(strange, osce())] == [
        ("error", "unknown-kind", "kind", (("kind", "poem"),)),
        ("error", "unknown-language", "language", (("language", "xx"),)),
    ]


def test_every_code_has_a_sentence() -> None:
    assert set(FINDING_CODES) <= set(FINDINGS)


def _codes(resolution: Resolution) -> None:
    for finding in check(resolution, osce()):
        names = [name for name, _ in finding.parameters]
        assert names[: len(FINDING_CODES[finding.code])] == list(FINDING_CODES[finding.code])
        assert not finding.clause or finding.clause in {clause.id for clause in resolution.body}


@given(strategies.bodies())
def test_any_body_can_be_checked(drawn: Body) -> None:
    _codes(replace(paper(), body=drawn))


def _flat(clauses: int, words: str) -> Body:
    return tuple(Clause(f"c{at:09d}", "operative", text=(Run(words),)) for at in range(clauses))


def _one_list(clauses: int) -> Body:
    items = (Clause(f"i{at:09d}", "item", 1, (Run("x,"),)) for at in range(clauses))
    return (Clause("top", "operative", text=(Run("A:"),)), *items)


def _nested(clauses: int) -> Body:
    return tuple(Clause(f"c{at:09d}", "item" if at else "operative", at % 5, (Run("x"),)) for at in range(clauses))


BIG = {
    "long text": long_text(10_000).body,
    "all ending amiss": _flat(10_000, "Urges"),
    "all empty": _flat(10_000, ""),
    "one list": _one_list(10_000),
    "nested": _nested(10_000),
    "all numbered alike": tuple(replace(clause, number="1") for clause in _flat(10_000, "A;")),
}


@pytest.mark.parametrize("name", BIG)
def test_a_big_text_gets_findings_at_its_own_clauses(name: str) -> None:
    found = check(replace(paper(), body=BIG[name]), osce())
    assert {finding.clause for finding in found} <= {clause.id for clause in BIG[name]} | {""}
    if name == "all ending amiss":
        assert sum(finding.code == "ending" for finding in found) == len(BIG[name])


def test_all_remedies_of_a_big_text_apply() -> None:
    resolution = replace(paper(), body=_flat(500, "Urges"))
    for finding in check(resolution, osce()):
        if finding.remedy is not None:
            resolution = apply(resolution, finding.remedy)
    assert [one.code for one in check(resolution, osce())] == ["no-enacting-phrase"]
