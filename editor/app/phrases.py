"""What is offered at the start of a clause while it is typed: pure functions of bank, role, words and surroundings.

The words a clause opens with are known without regard to case and accents (`templating.openings`). Nothing here says
what a clause must begin with: any other words are as good.
"""

from collections import Counter
from collections.abc import Mapping
from typing import get_args

from msgspec import Struct

from editor.app.lexicon import LEAST, Entry, Lexicon, formed
from editor.model.clause import DIVIDERS, PARAGRAPHS, Body, Clause
from editor.model.text import OBJECT, Run, flatten
from editor.paths import templates_folder, user_templates_folder
from editor.templating.openings import fold
from editor.templating.phrasebank import Gender, PhraseBank, Role
from editor.templating.phrases import load_phrases

MOST = 6
"""Phrases that are offered at once."""


class Offer(Struct, frozen=True):
    """A phrase to begin the clause with.

    `words` stand as they would in the text; those from `start` to `end` match what was typed. `key` is the name under
    which uses of the phrase are counted.
    """

    words: str
    start: int
    end: int
    key: str

    @property
    def rest(self) -> str:
        """What is still to be typed, empty where the phrase does not begin with what was typed."""
        return "" if self.start else self.words[self.end :]


class Surroundings(Struct, frozen=True):
    """What the rest of the text says about a clause to be begun.

    `uses` counts how many clauses of its role have each phrase (by its number in the bank), `before` those that stand
    before it in the same part. `capital` says whether clauses begin with a capital letter.
    """

    uses: Mapping[int, int]
    before: Mapping[int, int]
    spelling: str = ""
    gender: str = ""
    capital: bool = True


def role_of(clause: Clause) -> Role | None:
    """Return which phrases a clause is begun with, None for clauses that have none."""
    roles: dict[str, Role] = {role: role for role in get_args(Role)}
    return roles.get(clause.kind)


def opening_typed(clause: Clause, offset: int) -> str | None:
    """Return the words of `clause` up to the caret at `offset`, None where they cannot be the opening being typed.

    They are, where nothing follows but other words that go on after a space.
    """
    words = flatten(clause.text)
    typed, after = words[:offset], words[offset : offset + 1]
    if OBJECT in typed or typed[:1].isspace() or (after and not after.isspace()):
        return None
    return typed


def surroundings(lexicon: Lexicon, body: Body, at: int) -> Surroundings:
    """Return what `body` says about the clause at `at`, which is of the lexicon's role."""
    bank, own = lexicon.bank, body[at]
    uses: Counter[int] = Counter()
    before: Counter[int] = Counter()
    votes: Counter[str] = Counter()
    letters: Counter[bool] = Counter()
    organ = ""
    for place, clause in enumerate(body):
        if clause.kind in DIVIDERS and place < at:
            before.clear()
        elif clause.kind == "enacting" and (place < at or not organ):
            organ = flatten(clause.text)
        if clause.kind in PARAGRAPHS and clause is not own and clause.text:
            first = clause.text[0]
            letter = first.text[:1] if isinstance(first, Run) else ""
            letters.update([letter.isupper()] if letter.isalpha() else [])
        if clause.kind == own.kind and clause is not own:
            said = lexicon.said(clause)
            if said:
                uses[said[0]] += 1
                before[said[0]] += place < at
                votes.update(_spellings(lexicon, *said))
    return Surroundings(
        uses=uses,
        before=before,
        spelling=_winner(bank.spellings, votes),
        gender=gender_of(bank, organ) or "",
        capital=bank.capital if letters[True] == letters[False] else letters[True] > letters[False],
    )


def _spellings(lexicon: Lexicon, number: int, form: str) -> list[str]:
    """Return the spelling that an opening gives away, if it has another one."""
    spellings, forms = lexicon.bank.spellings, lexicon.phrases[number].forms
    if form in spellings:
        return [form]
    return [spellings[0]] if not form and spellings and any(name in spellings for name in forms) else []


def _winner(spellings: tuple[str, ...], votes: Counter[str]) -> str:
    return max(spellings, key=lambda name: votes[name], default="")


def gender_of(bank: PhraseBank, organ: str) -> Gender | None:
    """Return the gender of the organ that the enacting phrase `organ` names; the bank's own where it does not tell."""
    told = (
        (len(start), gender) for gender, starts in bank.organs.items() for start in starts if organ.startswith(start)
    )
    return max(told, default=(0, bank.gender), key=lambda one: one[0])[1]


def offers(
    lexicon: Lexicon, typed: str, around: Surroundings, counts: Mapping[str, int], *, later: bool
) -> tuple[Offer, ...]:
    """Return the phrases that go on from `typed`, the most used first: by `counts`, in the text, then as in the bank.

    With `later` an opening that earlier clauses have is offered first as "Also ..." or "Further ...".
    """
    folded = fold(typed)
    if not LEAST <= len(folded) <= lexicon.longest:
        return ()
    capital = around.capital or typed[0].isupper()
    entries = lexicon.entries(around.spelling, around.gender)
    found = _later(lexicon, folded, around, capital) if later else []
    matching = [
        (entry, place)
        for place, entry in enumerate(entries)
        if len(entry.folded) > len(folded) and entry.folded.startswith(folded)
    ]
    matching.sort(key=lambda one: (-_uses(one[0], around, counts), one[0].longer, one[1]))
    found += [Offer(_lettered(entry.words, capital), 0, len(typed), entry.words) for entry, _ in matching]
    return tuple(found[:MOST])


def _uses(entry: Entry, around: Surroundings, counts: Mapping[str, int]) -> int:
    return counts.get(entry.words, 0) + (0 if entry.longer else around.uses.get(entry.phrase, 0))


def _later(lexicon: Lexicon, folded: str, around: Surroundings, capital: bool) -> list[Offer]:
    found: list[Offer] = []
    for number, times in around.before.items():
        words = lexicon.later(number, times, around.spelling, around.gender)
        whole = fold(words)
        plain = fold(formed(lexicon.phrases[number], around.spelling, around.gender))
        start = 0 if whole.startswith(folded) else whole.find(plain) if plain.startswith(folded) else -1
        if words and start >= 0 and whole != folded:
            found.append(Offer(_lettered(words, capital), start, start + len(folded), lexicon.phrases[number].words))
    return found


def _lettered(words: str, capital: bool) -> str:
    return words[:1].upper() + words[1:] if capital else words


def find_bank(template_id: str, language: str) -> PhraseBank | None:
    """Return the phrases of the installed template `template_id` in `language`, None where there are none.

    The user's own template comes first. TemplateError if its bank is damaged.
    """
    for folder in (user_templates_folder(), templates_folder()):
        # The names may come from any file: they are looked for among those that are there, never joined to a path.
        for file in folder.glob("*/template.toml"):
            bank = load_phrases(file.parent, language) if file.parent.name == template_id else None
            if bank:
                return bank
    return None
