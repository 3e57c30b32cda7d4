"""The numbers that a file shows, held against those its clauses would have: the difference is an override."""

from collections.abc import Sequence

from msgspec.structs import replace

from editor.importing.word.numbering import Number
from editor.model.clause import DIVIDERS, HIGHEST_NUMBER, LONGEST_NUMBER, PARAGRAPHS, Body, Clause
from editor.model.numerals import written
from editor.model.scheme import Scheme
from editor.numbering import Label, Labels, labels

_MOST = 200
"""Numbers that may differ: with more the file was numbered by another rule, which is not that of this text."""

Shown = tuple[str, int | None] | None
"""A label as printed with its value in the list, None where it says nothing."""


def shown(number: Number | None) -> Shown:
    """Return what a paragraph's number shows, if that is more than what follows from the number before it.

    Where a list just counts on nobody meant a number: Word counts past a paragraph that was typed with its own.
    """
    if number is None:
        return "", None
    return (number.text, number.value) if number.begins or number.value is None else None


def with_overrides(body: Body, numbers: Sequence[Shown], scheme: Scheme) -> Body:
    """Return `body` with overrides and restarts, so that each clause has the number that stood before it."""
    labelled = labels(body, scheme)
    if sum(_differs(label, number) for label, number in zip(labelled.by_place, numbers, strict=True)) > _MOST:
        return body
    for at, number in enumerate(numbers):
        if number is not None and _differs(labelled.by_place[at], number):
            labelled = labels(_overridden(labelled, at, number), scheme)
    return labelled.body


def _differs(label: Label, number: Shown) -> bool:
    return number is not None and label.text != number[0]


def _overridden(labelled: Labels, at: int, number: tuple[str, int | None]) -> Body:
    body, scheme = labelled.body, labelled.scheme
    clause = body[at]
    if clause.kind in PARAGRAPHS and number[0]:
        division = _division(body, at)
        if division >= 0:
            for restart in (True, False):
                restarted = _with(body, division, replace(body[division], restart=restart))
                if not _differs(labels(restarted, scheme).by_place[at], number):
                    return restarted
    return _with(body, at, replace(clause, number=_override(labelled.by_place[at], clause, scheme, number)))


def _division(body: Body, at: int) -> int:
    """Return the place of the part or annex whose first paragraph stands at `at`, -1 where it is not the first."""
    for place in range(at - 1, -1, -1):
        if body[place].kind in DIVIDERS:
            return place
        if body[place].kind in PARAGRAPHS:
            return -1
    return -1


def _with(body: Body, at: int, clause: Clause) -> Body:
    return (*body[:at], clause, *body[at + 1 :])


def _override(label: Label, clause: Clause, scheme: Scheme, number: tuple[str, int | None]) -> str:
    text, value = number
    formats = (rule.format for rule in scheme.rules if (rule.kind, rule.level) == (clause.kind, clause.level))
    format_ = label.format or next(formats, None)
    if value is not None and format_ is not None and 0 < value <= HIGHEST_NUMBER and written(format_, value)[0] == text:
        return str(value)
    return text[:LONGEST_NUMBER]
