"""Hypothesis strategies for the model's values: whatever the program may hold, not only what a template would allow."""

import datetime
import json
from collections.abc import Iterable
from typing import get_args

from hypothesis import strategies as st

from editor.model.clause import LONGEST_NUMBER, NESTED, Body, Clause, Extra, Kind
from editor.model.cover import Code, Cover, CoverValue, DateRange, Person
from editor.model.ids import ALPHABET, LENGTH
from editor.model.resolution import Remark, Resolution
from editor.model.text import LINE_BREAK, Inline, Mark, Note, Reference, ReferenceForm, Run, Text, clean, normalise

ids = st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH)

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40).map(clean)
"""Words as the model holds them: of any script, with marks, line breaks and direction signs, but clean."""

keys = st.text(st.characters(codec="ascii", categories=["Ll", "Nd"]), min_size=1, max_size=8)

marks: st.SearchStrategy[frozenset[Mark]] = st.frozensets(st.sampled_from(get_args(Mark)), max_size=3)

runs = st.builds(Run, words.filter(bool), marks, st.none() | st.sampled_from(["fr", "ru", "en"]))

references = st.builds(Reference, ids, st.sampled_from(get_args(ReferenceForm)))


def _normal(pieces: Iterable[Inline]) -> Text:
    """Return `pieces` in the model's one form: neighbours alike joined, and clean as a whole."""
    joined = normalise(tuple(pieces))
    return tuple(Run(clean(piece.text), *_look(piece)) if isinstance(piece, Run) else piece for piece in joined)


def _look(run: Run) -> tuple[frozenset[Mark], str | None]:
    return run.marks, run.language


def _note(identifier: str, pieces: list[Run | Reference]) -> Note:
    return Note(identifier, tuple(piece for piece in _normal(pieces) if not isinstance(piece, Note)))


notes = st.builds(_note, ids, st.lists(runs | references, max_size=3))

texts: st.SearchStrategy[Text] = st.one_of(
    words.map(lambda text: (Run(text),) if text else ()),
    st.lists(runs | references | notes, max_size=6).map(_normal),
)

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"]), max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=5,
)


def extras(known: Iterable[str] = ()) -> st.SearchStrategy[Extra]:
    """Return strategies for keys of a later version, none of them `known`, with their JSON text."""
    unknown = keys.filter(lambda key: key not in set(known))
    return st.dictionaries(unknown, json_values.map(compact), max_size=2).map(lambda found: tuple(found.items()))


def compact(value: object) -> str:
    """Return `value` as JSON text without white space."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@st.composite
def bodies(draw: st.DrawFn, max_size: int = 8) -> Body:
    """Draw a body whose levels make a tree; no grammar was asked about its order."""
    kinds = draw(st.lists(st.sampled_from(get_args(Kind)), max_size=max_size))
    identifiers = draw(st.lists(ids, min_size=len(kinds), max_size=len(kinds), unique=True))
    body: list[Clause] = []
    deepest, part = 0, -1
    for identifier, kind in zip(identifiers, kinds, strict=True):
        if kind in NESTED and deepest == 0:
            continue
        level = 0
        if kind in NESTED:
            level = draw(st.integers(1, deepest))
        elif kind == "part":
            level = part = draw(st.integers(0, part + 1))
        elif kind == "annex":
            part = -1
        deepest = level + 1 if kind in NESTED else 1
        body.append(draw(_clauses(identifier, kind, level)))
    return _own_notes(body)


def _clauses(identifier: str, kind: Kind, level: int) -> st.SearchStrategy[Clause]:
    number = st.none() | st.sampled_from(["", "7", "12 bis"]) | words.map(_as_number)
    extra = extras({"id", "kind", "level", "number", "restart", "text"})
    return st.builds(
        Clause, st.just(identifier), st.just(kind), st.just(level), texts, number, st.none() | st.booleans(), extra
    )


def _as_number(found: str) -> str:
    return found.replace(LINE_BREAK, " ")[:LONGEST_NUMBER]


def _own_notes(body: Iterable[Clause]) -> Body:
    """Return `body` with an identifier of its own for every note."""
    count = iter(range(10**6))
    return tuple(
        Clause(
            clause.id,
            clause.kind,
            clause.level,
            tuple(
                Note(f"n{next(count):09d}", piece.text) if isinstance(piece, Note) else piece for piece in clause.text
            ),
            clause.number,
            clause.restart,
            clause.extra,
        )
        for clause in body
    )


_PERSON_KEYS = {"honorific", "given", "family", "country", "capitals"}
people = st.builds(Person, words, words, words, words, words, extras(_PERSON_KEYS))
date_ranges = st.builds(DateRange, st.dates(), st.dates())
codes = st.dictionaries(keys, words, max_size=3).map(lambda parts: Code(tuple(parts.items())))
cover_values: st.SearchStrategy[CoverValue] = (
    words | people | date_ranges | codes | st.lists(people, max_size=3).map(tuple)
)


@st.composite
def covers(draw: st.DrawFn) -> Cover:
    """Draw a cover with fields of every type, and with values that no type has."""
    fields = draw(st.dictionaries(keys, cover_values, max_size=4))
    odd = st.none() | st.booleans() | st.integers() | st.lists(st.integers(), min_size=1, max_size=2)
    unknown = keys.filter(lambda key: key not in fields)
    extra = draw(st.dictionaries(unknown, odd.map(compact), max_size=2))
    return Cover(tuple(fields.items()), tuple(extra.items()))


moments = st.datetimes() | st.datetimes(
    datetime.datetime(1900, 1, 1), datetime.datetime(2200, 1, 1), timezones=st.just(datetime.UTC)
)
_REMARK_KEYS = {"id", "clause", "author", "date", "text", "resolved"}
remarks = st.builds(Remark, ids, ids, words, moments, words, st.booleans(), extras(_REMARK_KEYS))

TOP_KEYS = {"format", "version", "revision", "generator", "kind", "language", "original_language", "paper_revision"} | {
    "cover", "body", "remarks", "words", "template",
}  # fmt: skip
"""The keys at the top of a project file."""

resolutions: st.SearchStrategy[Resolution] = st.builds(
    Resolution,
    template=words,
    kind=words,
    language=st.sampled_from(["en", "fr", "ru"]),
    original_language=st.sampled_from(["", "fr"]),
    revision=st.sampled_from(["", "Rev.1"]) | words,
    cover=covers(),
    body=bodies(),
    remarks=st.lists(remarks, max_size=3, unique_by=lambda remark: remark.id).map(tuple),
    extra=extras(TOP_KEYS),
    words=st.lists(words, max_size=2).map(tuple),
)
