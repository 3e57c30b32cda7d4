"""The numbers that a file prints, held against those its clauses would have: the difference is an override."""

import unicodedata
from collections.abc import Sequence

from msgspec.structs import replace

from editor.model.clause import DIVIDERS, HIGHEST_NUMBER, LONGEST_NUMBER, NESTED, PARAGRAPHS, Body, Clause
from editor.model.numerals import written
from editor.model.scheme import LevelRule, NumberFormat, Scheme

_SIGNS = " .()（）、．-–‘’'\u00a0"
"""Signs that may stand around a number."""

_AHEAD = 100
"""How far a number may jump and still be one of its series."""


def plain_number(text: str) -> str:
    """Return a number as typed on one line, signs that are one for several taken apart: "㈡" is "(二)"."""
    return " ".join(unicodedata.normalize("NFKC", text).split())[:LONGEST_NUMBER]


def bare(text: str) -> str:
    """Return a number without the signs around it."""
    return text.strip(_SIGNS).casefold()


def overridden(body: Body, printed: Sequence[str | None], scheme: Scheme) -> Body:
    """Return `body` with the overrides and restarts by which each clause has the number `printed` beside it.

    None says nothing of a number, "" that there is none. Under a scheme that numbers a preamble which has no numbers in
    the file, paragraphs count as the scheme has it, and sub-items take its dress: "(a)" becomes "a.".
    """
    numbered = any(rule.kind == "preambular" for rule in scheme.rules)
    silent = any(clause.kind == "preambular" and printed[at] is None for at, clause in enumerate(body))
    foreign = numbered and silent
    if foreign:
        printed = [None if clause.kind in PARAGRAPHS else printed[at] for at, clause in enumerate(body)]
    counter = _Counter(body, printed, scheme, redress=foreign)
    return tuple(counter.clause(at) for at in range(len(body)))


class _Counter:
    """Counts along as `numbering` does, clause by clause, so that one pass finds every difference."""

    def __init__(self, body: Body, printed: Sequence[str | None], scheme: Scheme, *, redress: bool) -> None:
        self._redress = redress
        self._body = body
        self._printed = printed
        self._rules = {(rule.kind, rule.level): rule for rule in scheme.rules}
        self._restarts = scheme.restarts
        self._alone = _alone(body) if scheme.single_unnumbered else frozenset()
        self._counts: dict[str, int] = {}
        self._chain: list[int] = []

    def clause(self, at: int) -> Clause:
        """Return the clause at `at`, the next, with its override."""
        clause, printed = self._body[at], self._printed[at]
        if clause.kind in NESTED:
            del self._chain[clause.level :]
        else:
            self._chain.clear()
        self._chain.append(at)
        if clause.kind in DIVIDERS:
            clause = self._divided(clause, at)
        rule = self._rules.get((clause.kind, clause.level))
        if rule is None:
            return replace(clause, number=printed) if printed else clause
        key = self._key(clause, rule)
        following = self._counts.get(key, 0) + 1
        usual = "" if at in self._alone else written(rule.format, following)[0]
        if printed is None or printed == usual or (self._redress and bare(printed) == bare(usual)):
            self._counts[key] = following if usual else following - 1
            return clause
        value = _value(rule.format, printed, following)
        if value is not None:
            self._counts[key] = value
            return replace(clause, number=str(value))
        return replace(clause, number=printed)

    def _key(self, clause: Clause, rule: LevelRule) -> str:
        if clause.kind in NESTED:
            return f"under {self._chain[clause.level - 1] if clause.level else -1}"
        if clause.kind in DIVIDERS:
            return f"divider {clause.kind} {clause.level}"
        return f"series {rule.series or rule.kind}"

    def _divided(self, clause: Clause, at: int) -> Clause:
        """Begin a part or annex, which restarts the paragraphs if the first number below it says so."""
        usual = clause.kind in self._restarts
        restarts = usual
        for below in range(at + 1, len(self._body)):
            one = self._body[below]
            rule = self._rules.get((one.kind, one.level))
            if one.kind in DIVIDERS:
                break
            if rule is not None and one.kind not in NESTED and self._printed[below]:
                counted = self._counts.get(self._key(one, rule), 0)
                first, on = (written(rule.format, value)[0] for value in (1, counted + 1))
                if counted and self._printed[below] in (first, on):
                    restarts = self._printed[below] == first
                break
        for key in list(self._counts):
            deeper = key.startswith("divider part ") and (clause.kind == "annex" or int(key[13:]) > clause.level)
            if deeper or (restarts and key.startswith("series ")):
                del self._counts[key]
        return clause if restarts == usual else replace(clause, restart=restarts)


def _value(format_: NumberFormat, printed: str, following: int) -> int | None:
    """Return the place in its series of a number that is not the one `following`, None where it is of another kind."""
    if format_.digits == "decimal":
        before, _, after = format_.label.partition("{}")
        digits = printed.removeprefix(before).removesuffix(after)
        value = int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= len(str(HIGHEST_NUMBER)) else 0
        return value if value and written(format_, value)[0] == printed else None
    near = range(1, min(following + _AHEAD, HIGHEST_NUMBER))
    return next((value for value in near if written(format_, value)[0] == printed), None)


def _alone(body: Body) -> frozenset[int]:
    """Return the places of operative clauses that are the only one in their division."""
    found: set[int] = set()
    inside: list[int] = []
    for at, clause in enumerate((*body, Clause("", "part"))):
        if clause.kind in DIVIDERS:
            found.update(inside if len(inside) == 1 else ())
            inside = []
        elif clause.kind == "operative":
            inside.append(at)
    return frozenset(found)
