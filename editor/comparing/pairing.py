"""Which clause of the new text is which of the old one: by id, and where ids were lost, by likeness of words."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from editor.model.clause import Body, Clause
from editor.model.text import flatten

_WORD = re.compile(r"[^\W_]+")
_ALIKE, _SAME_PLACE = 0.5, 0.3
"""How much of their words two clauses must share to be the same one: anywhere, and where nothing else can be it."""

_COMMON = 12
"""A word that stands in more clauses than this says nothing of which one it is."""

Pairs = dict[str, str]
"""Ids of the old text with those of the new one."""


def pair(old: Body, new: Body, by_words: bool = True) -> Pairs:
    """Return the clauses that both texts have; each stands in one pair at most."""
    there = {clause.id for clause in new}
    pairs = {clause.id: clause.id for clause in old if clause.id in there}
    if by_words:
        gone = [clause for clause in old if clause.id not in pairs]
        come = [clause for clause in new if clause.id not in pairs]
        if gone and come:
            _equal(gone, come, pairs)
            _likely(gone, come, pairs)
            _in_place(old, new, pairs)
    return pairs


def _left(clauses: Iterable[Clause], taken: Iterable[str]) -> list[Clause]:
    known = set(taken)
    return [clause for clause in clauses if clause.id not in known]


def _equal(gone: list[Clause], come: list[Clause], pairs: Pairs) -> None:
    """Pair clauses of the same words, those that several have in their order."""
    waiting: dict[tuple[str, ...], list[Clause]] = defaultdict(list)
    for clause in reversed(come):
        waiting[_words(clause)].append(clause)
    for clause in gone:
        alike = waiting.get(_words(clause))
        if alike and (_words(clause) or alike[-1].kind == clause.kind):
            pairs[clause.id] = alike.pop().id


def _likely(gone: list[Clause], come: list[Clause], pairs: Pairs) -> None:
    """Pair what shares most of its words, the likest first, of those equally like what stands at a like place."""
    gone, come = _left(gone, pairs), _left(come, pairs.values())
    holding: dict[str, list[int]] = defaultdict(list)
    words = [Counter(_words(clause)) for clause in come]
    for at, counted in enumerate(words):
        for word in counted:
            holding[word].append(at)
    scored: list[tuple[float, int, int, int]] = []
    for place, clause in enumerate(gone):
        own = Counter(_words(clause))
        for at in {at for word in own if len(holding[word]) <= _COMMON for at in holding[word]}:
            score = _likeness(own, words[at])
            if score >= _ALIKE:
                scored.append((-score, abs(at - place), place, at))
    taken: set[int] = set()
    for _, _, place, at in sorted(scored):
        if gone[place].id not in pairs and at not in taken:
            pairs[gone[place].id] = come[at].id
            taken.add(at)


def _in_place(old: Body, new: Body, pairs: Pairs) -> None:
    """Pair a clause that alone went from between two others with the one that alone came there, if a little like."""
    places = {clause.id: at for at, clause in enumerate(new)}
    taken = set(pairs.values())
    for at, clause in enumerate(old):
        if clause.id in pairs:
            continue
        before = old[at - 1].id if at else ""
        after = old[at + 1].id if at + 1 < len(old) else ""
        if (before and before not in pairs) or (after and after not in pairs):
            continue
        here = places[pairs[before]] + 1 if before else 0
        end = places[pairs[after]] if after else len(new)
        if end != here + 1 or new[here].id in taken or new[here].kind != clause.kind:
            continue
        if _likeness(Counter(_words(clause)), Counter(_words(new[here]))) >= _SAME_PLACE:
            pairs[clause.id] = new[here].id
            taken.add(new[here].id)


def _words(clause: Clause) -> tuple[str, ...]:
    return tuple(_WORD.findall(flatten(clause.text).lower()))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Return the share of words that two clauses have in common: 1 for all, 0 for none (Dice's measure)."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0
