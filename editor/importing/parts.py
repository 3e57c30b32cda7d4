"""Preamble and operative part: which clause belongs where, and where the enacting phrase stands.

Domain rules: the phrase parts preamble and operative part (OSCE PA), stands before both (UN, IPU), or, in papers of
2005, is said twice. Preambular clauses end in a comma, operative ones in a semicolon; where only one part is numbered,
it is the operative one (UN).
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Literal

from editor.importing.drafts import Draft
from editor.importing.pieces import first_words
from editor.importing.report import Dropped, Guess
from editor.model.clause import PARAGRAPHS, Kind
from editor.model.grammar import Grammar
from editor.model.text import flatten
from editor.templating.schema import Punctuation

Slot = Literal["front", "between"]
"""Where a grammar may have the phrase: before all clauses, or between the two parts."""

_NUMBERED = 3
"""What a number says against the preamble where only some clauses have one."""

_MARK = 2
"""What a comma says for the preamble and a semicolon against it; a full stop says half of that against it."""

_RESTART = 4
"""What a phrase says for the boundary, and numbers that begin again or follow letters or dashes."""

_CLOSING = "\"'”’»)]"
_ASCII_MARKS = str.maketrans("，；。：،؛", ",;.:,;")


class Parts:
    """The drafts in an order that the grammar allows, each with its kind, and what that took."""

    def __init__(self, drafts: Sequence[Draft], grammar: Grammar, punctuation: Punctuation) -> None:
        self.ordered: list[tuple[Kind, Draft]] = []
        self.dropped: list[Dropped] = []
        self.guesses: list[Guess] = []
        starts = [at for at, draft in enumerate(drafts) if draft.role == "part"]
        for start, end in zip([-1, *starts], [*starts, len(drafts)], strict=True):
            if start >= 0:
                self.ordered.append(("part", drafts[start]))
            division = _Division(drafts[start + 1 : end], grammar, punctuation)
            self.ordered += division.ordered
            self.dropped += division.dropped
            self.guesses += division.guesses


class _Division:
    """The clauses of one part, or of the whole text."""

    def __init__(self, drafts: Sequence[Draft], grammar: Grammar, punctuation: Punctuation) -> None:
        self.dropped: list[Dropped] = []
        self.guesses: list[Guess] = []
        self._drafts = drafts
        self._punctuation = punctuation
        self._clauses = [at for at, draft in enumerate(drafts) if draft.role == "clause"]
        self._slots = _slots(grammar.phases)
        kinds = [kind for kind in grammar.phases if kind in PARAGRAPHS] or ["operative"]
        boundary = self._boundary() if kinds[0] != kinds[-1] else len(drafts)
        said = self._phrases(boundary)
        self.ordered: list[tuple[Kind, Draft]] = [
            *_said(said, "front"),
            *_with_kind(drafts[:boundary], kinds[0]),
            *_said(said, "between"),
            *_with_kind(drafts[boundary:], kinds[-1]),
        ]

    def _boundary(self) -> int:
        """Return the position at which the operative part begins.

        A phrase after clauses says it where the grammar has one between the parts, else numbers and marks do.
        """
        first = self._clauses[0] if self._clauses else len(self._drafts)
        phrases = [at for at, draft in enumerate(self._drafts) if draft.role == "enacting" and at > first]
        if phrases and "between" in self._slots:
            return self._dividing(phrases)
        if not self._clauses:
            return 0
        numbered = [self._is_numbered(at) for at in self._clauses]
        place = self._likeliest(numbered, phrases[-1] if phrases else -1)
        told = any(numbered) and not all(numbered) and numbered == sorted(numbered)
        if not told and (place or all(draft.role != "enacting" for draft in self._drafts)):
            guessed = self._drafts[self._clauses[min(place, len(self._clauses) - 1)]]
            guessed.guess("parts")
        boundary = self._clauses[place] if place < len(self._clauses) else len(self._drafts)
        while boundary and self._drafts[boundary - 1].role == "heading":
            boundary -= 1
        return boundary

    def _dividing(self, phrases: Sequence[int]) -> int:
        """Return which of several phrases best parts commas from semicolons, the first of equals."""
        says = [self._mark_says(place) for place in range(len(self._clauses))]
        before = [0, *accumulate(says)]
        return max(phrases, key=lambda phrase: before[bisect_left(self._clauses, phrase)])

    def _is_numbered(self, at: int) -> bool:
        marker = self._drafts[at].marker
        return marker is not None and marker.is_decimal

    def _likeliest(self, numbered: list[bool], phrase: int) -> int:
        """Return how many clauses are most likely preambular; `phrase` is where one stands between them, else -1."""
        says = [self._mark_says(place) for place in range(len(self._clauses))]
        if any(numbered) and not all(numbered):
            says = [said + (-_NUMBERED if has else _NUMBERED) for said, has in zip(says, numbered, strict=True)]
        before = [0, *accumulate(says)]
        worth = [2 * so_far - before[-1] + self._restart_says(place) for place, so_far in enumerate(before)]
        if phrase >= 0:
            worth[sum(at < phrase for at in self._clauses)] += _RESTART
        return worth.index(max(worth))

    def _mark_says(self, place: int) -> int:
        """Return what the end of a clause says for the preamble; sub-items end alike in both parts."""
        start = self._clauses[place]
        end = self._clauses[place + 1] if place + 1 < len(self._clauses) else len(self._drafts)
        last = start
        while last + 1 < end and self._drafts[last + 1].role in ("item", "closing"):
            last += 1
        words = self._drafts[last].words[-20:].rstrip().rstrip(_CLOSING).translate(_ASCII_MARKS)
        style = self._punctuation
        if words.endswith(style.last):
            return -_MARK // 2
        if self._drafts[last].role == "item":
            return 0
        if words.endswith(style.operative):
            return 0 if words.endswith(style.preambular) else -_MARK
        return _MARK if words.endswith(style.preambular) else 0

    def _restart_says(self, place: int) -> int:
        """Return what the number of the clause at `place` says for the operative part beginning with it."""
        if not 0 < place < len(self._clauses):
            return 0
        marker, before = (self._drafts[self._clauses[at]].marker for at in (place, place - 1))
        if marker is None or before is None or not marker.is_decimal:
            return 0
        return _RESTART if marker.value == 1 or not before.is_decimal else 0

    def _phrases(self, boundary: int) -> dict[Slot, Draft]:
        """Return the enacting phrases by where they shall stand, first that at `boundary`; others are dropped."""
        said: dict[Slot, Draft] = {}
        phrases = [at for at, draft in enumerate(self._drafts) if draft.role == "enacting"]
        first = self._clauses[0] if self._clauses else len(self._drafts)
        for at in sorted(phrases, key=lambda at: (at != boundary, -at)):
            draft = self._drafts[at]
            natural: Slot = "front" if at < first else "between"
            other: Slot = "between" if at < first else "front"
            places = (natural, other) if not said else (natural,)
            slot = next((slot for slot in places if slot in self._slots and slot not in said), None)
            if slot is None:
                self._leave_out(draft)
                continue
            said[slot] = draft
            if slot != natural and any(place < boundary for place in self._clauses):
                draft.guess("phrase-moved", 0, (("text", first_words(draft.text(), 12)),))
        return said

    def _leave_out(self, draft: Draft) -> None:
        self.dropped.append(Dropped(flatten(draft.text()), draft.first, "phrase-repeated"))
        words = first_words(draft.text(), 12)
        self.guesses.append(Guess("phrase-repeated", (("text", words),), draft.first))


def _said(said: dict[Slot, Draft], slot: Slot) -> Iterator[tuple[Kind, Draft]]:
    if slot in said:
        yield "enacting", said[slot]


def _slots(phases: Sequence[Kind]) -> set[Slot]:
    first = next((at for at, kind in enumerate(phases) if kind in PARAGRAPHS), len(phases))
    return {"front" if at < first else "between" for at, kind in enumerate(phases) if kind == "enacting"}


def _with_kind(drafts: Sequence[Draft], kind: Kind) -> Iterator[tuple[Kind, Draft]]:
    """Yield the clauses as `kind`, all others as what they are; phrases are placed apart."""
    for draft in drafts:
        if draft.role == "clause":
            yield kind, draft
        elif draft.role != "enacting":
            yield draft.role, draft
