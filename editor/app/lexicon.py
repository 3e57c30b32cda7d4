"""The phrases of one bank for one role, made ready for asking at every key."""

import bisect

from msgspec import Struct

from editor.model.clause import Clause
from editor.model.text import Run, flatten
from editor.templating.openings import Openings, fold
from editor.templating.phrasebank import Phrase, PhraseBank, Role, continued

LEAST = 2
"""Letters that must have been typed: one alone says too little, and offers that mean nothing are in the way."""


class Entry(Struct, frozen=True, gc=False):
    """Words to begin with: folded, as they stand in a text, their phrase's number, whether they go on after it."""

    folded: str
    words: str
    phrase: int
    longer: bool


class Lexicon:
    """The phrases of one bank for one role, made ready for asking; it never changes but for what it remembers."""

    def __init__(self, bank: PhraseBank, role: Role) -> None:
        self.bank = bank
        self.phrases = bank.phrases(role)
        self._role = role
        self._forms: list[tuple[int, str]] = []
        openings: list[str] = []
        for number, phrase in enumerate(self.phrases):
            for form, words in (("", phrase.words), *phrase.forms.items()):
                for opening in filter(None, (words, *bank.later_words(role, phrase, words))):
                    openings.append(opening)
                    self._forms.append((number, form))
        self._openings = Openings(openings)
        whole = (continued(words, on) for number, words in self._plain() for on in self.phrases[number].on)
        self._starts = sorted({*map(fold, openings), *map(fold, whole)})
        self.longest = max(map(len, self._starts), default=0)
        self._said: dict[str, tuple[Clause, tuple[int, str] | None]] = {}
        self._entries: dict[tuple[str, str], tuple[Entry, ...]] = {}

    def _plain(self) -> list[tuple[int, str]]:
        """Return every opening with its phrase, in all forms but without later forms."""
        return [
            (number, words)
            for number, phrase in enumerate(self.phrases)
            for words in (phrase.words, *phrase.forms.values())
        ]

    def knows(self, typed: str) -> bool:
        """Return whether any phrase begins with `typed` and goes on: a quick answer for most keys."""
        if not LEAST <= len(typed) <= self.longest:
            return False
        folded = fold(typed)
        at = bisect.bisect_right(self._starts, folded)
        return at < len(self._starts) and self._starts[at].startswith(folded)

    def said(self, clause: Clause) -> tuple[int, str] | None:
        """Return the number of the phrase that `clause` opens with, and the name of its form; None if it has none."""
        known = self._said.get(clause.id)
        if known and known[0] is clause:
            return known[1]
        found = self._openings.find(_start(clause, self._openings.longest + 1))
        said = self._forms[found[0]] if found else None
        self._said[clause.id] = (clause, said)
        return said

    def entries(self, spelling: str, gender: str) -> tuple[Entry, ...]:
        """Return all phrases and how they go on, in this spelling and gender, in the bank's order."""
        found = self._entries.get((spelling, gender))
        if found is None:
            found = tuple(self._made(spelling, gender))
            self._entries[spelling, gender] = found
        return found

    def _made(self, spelling: str, gender: str) -> list[Entry]:
        found: list[Entry] = []
        for number, phrase in enumerate(self.phrases):
            words = formed(phrase, spelling, gender)
            found.append(Entry(fold(words), words, number, longer=False))
            for on in phrase.on:
                whole = continued(words, on)
                found.append(Entry(fold(whole), whole, number, longer=True))
        return found

    def later(self, number: int, times: int, spelling: str, gender: str) -> str:
        """Return how the phrase `number` is worded after `times` clauses that had it: also and further in turn."""
        phrase = self.phrases[number]
        also, further = self.bank.later_words(self._role, phrase, formed(phrase, spelling, gender))
        return (also if times % 2 else further) if times else ""


def _start(clause: Clause, length: int) -> str:
    """Return the first words of `clause`, up to `length` code points."""
    first = clause.text[0] if clause.text else None
    if isinstance(first, Run) and (len(first.text) >= length or len(clause.text) == 1):
        return first.text[:length]
    return flatten(clause.text)[:length]


def formed(phrase: Phrase, spelling: str, gender: str) -> str:
    """Return the opening of `phrase` in this spelling and gender."""
    return phrase.forms.get(spelling) or phrase.forms.get(gender) or phrase.words
