"""Codes: every spelling that was seen in papers, and the way there and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from editor.model.cover import Code
from editor.paths import templates_folder
from editor.templating.codes import LONGEST, compose_code, fits, parse_code, wrong_parts
from editor.templating.load import load_template
from editor.templating.schema import Template

OSCE = load_template(templates_folder() / "osce-pa")
TOKENS = {token.name: token for token in OSCE.file.code}

SEEN = [
    ("SC (11) SI 4 E", {"body": "SC", "year": "11", "kind": "SI", "number": "4"}, "en", ""),
    ("AS (11) DRS 1 E", {"body": "AS", "year": "11", "kind": "DRS", "number": "1"}, "en", ""),
    ("AS (11) DRS 2 E", {"body": "AS", "year": "11", "kind": "DRS", "number": "2"}, "en", ""),
    ("AS(10)DRS 1 E", {"body": "AS", "year": "10", "kind": "DRS", "number": "1"}, "en", ""),
    ("AS (13) DRS 2 E", {"body": "AS", "year": "13", "kind": "DRS", "number": "2"}, "en", ""),
    ("AS (14) DRS 3 E", {"body": "AS", "year": "14", "kind": "DRS", "number": "3"}, "en", ""),
    ("AS (15) DRS 3 E", {"body": "AS", "year": "15", "kind": "DRS", "number": "3"}, "en", ""),
    ("AS (17) DRS 1 E", {"body": "AS", "year": "17", "kind": "DRS", "number": "1"}, "en", ""),
    ("AS (19) DRS 3 E", {"body": "AS", "year": "19", "kind": "DRS", "number": "3"}, "en", ""),
    ("AS (22) DRS 1 E", {"body": "AS", "year": "22", "kind": "DRS", "number": "1"}, "en", ""),
    ("AS (23) DRS 3 E", {"body": "AS", "year": "23", "kind": "DRS", "number": "3"}, "en", ""),
    ("AS (09) D 1 E", {"body": "AS", "year": "09", "kind": "D", "number": "1"}, "en", ""),
    ("AS (12) D E", {"body": "AS", "year": "12", "kind": "D"}, "en", ""),
    ("AS (14) D E", {"body": "AS", "year": "14", "kind": "D"}, "en", ""),
    ("AS (15) D E", {"body": "AS", "year": "15", "kind": "D"}, "en", ""),
    ("AS (18) D E", {"body": "AS", "year": "18", "kind": "D"}, "en", ""),
    ("AS (13) D G", {"body": "AS", "year": "13", "kind": "D"}, "de", ""),
    ("AS (13) D I", {"body": "AS", "year": "13", "kind": "D"}, "it", ""),
    ("AS (15) D I", {"body": "AS", "year": "15", "kind": "D"}, "it", ""),
    ("AS (17) D I", {"body": "AS", "year": "17", "kind": "D"}, "it", ""),
    ("AS (16) D F", {"body": "AS", "year": "16", "kind": "D"}, "fr", ""),
    ("AS (15) D R", {"body": "AS", "year": "15", "kind": "D"}, "ru", ""),
    ("AS (17) D R", {"body": "AS", "year": "17", "kind": "D"}, "ru", ""),
    ("AS (14) D S", {"body": "AS", "year": "14", "kind": "D"}, "es", ""),
    ("AS (10) PPI E", {"body": "AS", "year": "10", "kind": "PPI"}, "en", ""),
    ("AS (14) PPI E", {"body": "AS", "year": "14", "kind": "PPI"}, "en", ""),
    ("AS (19) PPI E", {"body": "AS", "year": "19", "kind": "PPI"}, "en", ""),
    ("AS (22) PDT E", {"body": "AS", "year": "22", "kind": "PDT"}, "en", ""),
    ("AS (23) PDT E", {"body": "AS", "year": "23", "kind": "PDT"}, "en", ""),
    ("SC (05/2) 9 E", {"body": "SC", "year": "05", "meeting": "2", "number": "9"}, "en", ""),
    ("SC (05/2) 13E", {"body": "SC", "year": "05", "meeting": "2", "number": "13"}, "en", ""),
    ("PA (05) I.2 E", {"body": "PA", "year": "05", "committee": "I", "number": "2"}, "en", ""),
    # Revision marks, in the places and spellings that codes show them.
    ("SC (11) SI 4 E Rev.1", {"body": "SC", "year": "11", "kind": "SI", "number": "4"}, "en", "Rev.1"),
    ("SC (11) SI 4 Rev.1 E", {"body": "SC", "year": "11", "kind": "SI", "number": "4"}, "en", "Rev.1"),
    ("AS (12) D E Rev 1.", {"body": "AS", "year": "12", "kind": "D"}, "en", "Rev.1"),
    ("AS (12) D Rev 1. E", {"body": "AS", "year": "12", "kind": "D"}, "en", "Rev.1"),
    ("AS (12) Rev. 2 E", {"body": "AS", "year": "12"}, "en", "Rev.2"),
    ("AS (14) DRS 3 E Corr.1", {"body": "AS", "year": "14", "kind": "DRS", "number": "3"}, "en", "Corr.1"),
    ("AS (14) DRS 3 CORR.1 F", {"body": "AS", "year": "14", "kind": "DRS", "number": "3"}, "fr", "Corr.1"),
    ("SC (11) SI 4/Rev.1 E", {"body": "SC", "year": "11", "kind": "SI", "number": "4"}, "en", "Rev.1"),
    ("SC (11) SI 4 E/Rev.2", {"body": "SC", "year": "11", "kind": "SI", "number": "4"}, "en", "Rev.2"),
    ("SC (11) SI 4 E / Rev. 2", {"body": "SC", "year": "11", "kind": "SI", "number": "4"}, "en", "Rev.2"),
    # A kind nobody has listed, small letters, other spaces.
    ("AS (24) RP 2 E", {"body": "AS", "year": "24", "kind": "RP", "number": "2"}, "en", ""),
    ("sc (11) si 4 e", {"body": "SC", "year": "11", "kind": "SI", "number": "4"}, "en", ""),
    ("SC\u00a0(11)  SI\t4 E ", {"body": "SC", "year": "11", "kind": "SI", "number": "4"}, "en", ""),
]


@pytest.mark.parametrize(("text", "parts", "language", "revision"), SEEN, ids=[row[0] for row in SEEN])
def test_every_spelling_seen_is_read(text: str, parts: dict[str, str], language: str, revision: str) -> None:
    parsed = parse_code(OSCE, text)
    assert parsed is not None
    assert dict(parsed.code.parts) == parts
    assert (parsed.language, parsed.revision) == (language, revision)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("AS(10)DRS 1 E", "AS (10) DRS 1 E"),
        ("SC (05/2) 13E", "SC (05/2) 13 E"),
        ("PA(05)I. 2E", "PA (05) I.2 E"),
        ("AS (12) D Rev 1. E", "AS (12) D E Rev.1"),
        ("sc (11) si 04 e", "SC (11) SI 4 E"),
    ],
)
def test_what_is_read_is_printed_in_one_spelling(text: str, canonical: str) -> None:
    parsed = parse_code(OSCE, text)
    assert parsed is not None
    assert compose_code(OSCE, parsed.code, parsed.language, parsed.revision) == canonical


@pytest.mark.parametrize(
    "text",
    [
        "", "PASW066", "SC (11) SI 4", "SC (2011) SI 4 E", "XY (11) SI 4 E", "SC (11) SI 4 E 5", "SC 11 SI 4 E",
        "SC (11) SI four E", "SC (11) SI 4 X", "DRAFT RESOLUTION", "A/RES/78/243", "SC (11) SI 4 E Rev.1 Rev.2",
        "SC (11) SI 4 E" + " " * LONGEST + "E", "(" * 500, "I" * LONGEST,
    ],
)  # fmt: skip
def test_other_texts_are_no_codes(text: str) -> None:
    assert parse_code(OSCE, text) is None


def test_a_code_with_a_part_missing_is_not_printed() -> None:
    assert compose_code(OSCE, Code((("body", "SC"), ("kind", "SI"))), "en") == ""
    assert compose_code(OSCE, Code((("body", "SC"), ("year", "11"))), "xx") == ""


def test_the_letter_follows_the_language() -> None:
    code = Code((("body", "SC"), ("year", "27"), ("kind", "SI"), ("number", "4")))
    printed = [compose_code(OSCE, code, language.code) for language in OSCE.file.languages]
    assert printed == [f"SC (27) SI 4 {letter}" for letter in "EFGIRS"]


def test_the_place_of_the_revision_is_the_templates() -> None:
    *others, language, revision = OSCE.file.code
    before = Template(replace(OSCE.file, code=(*others, revision, language)), OSCE.words)
    code = Code((("body", "SC"), ("year", "11"), ("kind", "SI"), ("number", "4")))
    assert compose_code(OSCE, code, "en", "Rev.1") == "SC (11) SI 4 E Rev.1"
    assert compose_code(before, code, "en", "Rev.1") == "SC (11) SI 4 Rev.1 E"
    for template in (OSCE, before):
        for text in ("SC (11) SI 4 E Rev.1", "SC (11) SI 4 Rev.1 E"):
            parsed = parse_code(template, text)
            assert parsed is not None
            assert parsed.revision == "Rev.1"


def test_a_kind_outside_the_list_is_read_only_where_the_template_lets_it() -> None:
    closed = tuple(replace(token, free=False) for token in OSCE.file.code)
    template = Template(replace(OSCE.file, code=closed), OSCE.words)
    assert parse_code(OSCE, "AS (24) RP 2 E") is not None
    assert parse_code(template, "AS (24) RP 2 E") is None


@pytest.mark.parametrize(
    ("token", "value", "good"),
    [
        ("body", "SC", True), ("body", "sc", False), ("body", "XX", False), ("kind", "RP", True), ("kind", "R2", False),
        ("year", "27", True), ("year", "2027", False), ("year", "7", False), ("number", "13", True),
        ("number", "013", False), ("number", "", False), ("committee", "IV", True), ("committee", "4", False),
    ],
)  # fmt: skip
def test_what_fits_a_part(token: str, value: str, good: bool) -> None:
    assert fits(TOKENS[token], value) is good


def _codes() -> st.SearchStrategy[Code]:
    numbers = st.integers(1, 999).map(str)
    kinds = st.sampled_from(TOKENS["kind"].values) | st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=4)
    parts = {
        "body": st.sampled_from(TOKENS["body"].values),
        "year": st.integers(0, 99).map("{:02}".format),
        "meeting": st.none() | numbers,
        "kind": st.none() | kinds.filter(lambda kind: kind not in ("REV", "CORR")),
        "committee": st.none() | st.sampled_from(["I", "II", "III", "IV", "X"]),
        "number": st.none() | numbers,
    }
    built = st.fixed_dictionaries(parts)
    return built.map(lambda values: Code(tuple((name, str(values[name])) for name in parts if values[name])))


@given(
    _codes(),
    st.sampled_from([language.code for language in OSCE.file.languages]),
    st.sampled_from(["", "Rev.1", "Rev.12", "Corr.3"]),
)
def test_what_is_printed_is_read_back(code: Code, language: str, revision: str) -> None:
    text = compose_code(OSCE, code, language, revision)
    parsed = parse_code(OSCE, text)
    assert parsed is not None, text
    assert (parsed.code, parsed.language, parsed.revision) == (code, language, revision)
    squeezed = parse_code(OSCE, text.replace(" (", "(").replace(") ", ")"))
    assert squeezed == parsed


@given(st.text("ASCP(05/2)DRIVXMLE .Rev1", max_size=LONGEST))
def test_any_text_is_read_or_not_and_what_is_read_is_stable(text: str) -> None:
    parsed = parse_code(OSCE, text)
    if parsed is not None:
        printed = compose_code(OSCE, parsed.code, parsed.language, parsed.revision)
        assert parse_code(OSCE, printed) == parsed


def test_parts_that_do_not_fit_are_named() -> None:
    code = Code((("body", "SC"), ("year", "1927"), ("kind", "SI"), ("number", "four")))
    assert [token.name for token in wrong_parts(code, OSCE)] == ["year", "number"]
    assert wrong_parts(Code((("body", "SC"), ("year", "27"))), OSCE) == ()
