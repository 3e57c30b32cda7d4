"""The remarks on a text as people read them: by clause, in the order of the text. No Qt."""

from collections.abc import Mapping

from msgspec import Struct

from editor.app.outline import first_words
from editor.model.resolution import Remark, Resolution
from editor.numbering import Labels

LONGEST_TIP = 240
"""How many characters of a remark its sign tells."""


class Thread(Struct, frozen=True):
    """The remarks on one clause, in the order in which they were made; `words` are the clause's first ones.

    `gone` says that the clause is no longer in the text; its remarks wait for it to come back.
    """

    clause: str
    label: str
    words: str
    remarks: tuple[Remark, ...]
    gone: bool = False


def threads(resolution: Resolution, labels: Labels, *, resolved: bool) -> tuple[Thread, ...]:
    """Return the remarks by clause in reading order, those of deleted clauses last; resolved ones if `resolved`."""
    by_clause: dict[str, list[Remark]] = {}
    for remark in resolution.remarks:
        if resolved or not remark.resolved:
            by_clause.setdefault(remark.clause, []).append(remark)
    last = len(labels.body)
    order = sorted(by_clause, key=lambda clause_id: labels.places.get(clause_id, last))
    return tuple(_thread(clause_id, tuple(by_clause[clause_id]), labels) for clause_id in order)


def _thread(clause_id: str, remarks: tuple[Remark, ...], labels: Labels) -> Thread:
    at = labels.places.get(clause_id)
    if at is None:
        return Thread(clause_id, "", "", remarks, gone=True)
    return Thread(clause_id, labels.by_place[at].text, first_words(labels.body[at], labels), remarks)


def open_count(resolution: Resolution) -> int:
    """Return how many remarks wait to be dealt with."""
    return sum(not remark.resolved for remark in resolution.remarks)


def resolved_count(resolution: Resolution) -> int:
    """Return how many remarks were dealt with."""
    return len(resolution.remarks) - open_count(resolution)


def signs(resolution: Resolution) -> Mapping[str, str]:
    """Return the clauses with open remarks by id, each with what the remarks say, one a line."""
    found: dict[str, list[str]] = {}
    for remark in resolution.remarks:
        if not remark.resolved:
            said = " ".join(remark.text.split())
            said = said if len(said) <= LONGEST_TIP else said[:LONGEST_TIP] + " …"
            found.setdefault(remark.clause, []).append(f"{remark.author}: {said}" if remark.author else said)
    return {clause_id: "\n".join(lines) for clause_id, lines in found.items()}
