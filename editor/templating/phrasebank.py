"""What a phrase bank says in one language; data only, as all of a template (see `templating.schema`)."""

from typing import Literal, get_args

from msgspec import Struct

from editor.templating.patterns import Placeholder, tokens

Role = Literal["preambular", "operative", "item"]
Gender = Literal["masculine", "feminine", "neuter"]

ROLES: tuple[Role, ...] = get_args(Role)
OPENING = "opening"
"""The placeholder of a later form: the opening words themselves."""


class Later(Struct, frozen=True, forbid_unknown_fields=True):
    """How an opening is worded when an earlier clause had it: "Also {opening}", and "Further {opening}" after that."""

    also: str = ""
    further: str = ""


class Phrase(Struct, frozen=True, forbid_unknown_fields=True):
    """Opening words, and how a clause often goes `on` after them.

    Words have small letters but where they always have a capital; the bank says whether a clause begins with one.
    `forms` gives the words for another spelling or gender than the bank's own; `also` and `further` replace the bank's.
    """

    words: str
    on: tuple[str, ...] = ()
    forms: dict[str, str] = {}
    also: str = ""
    further: str = ""


class PhraseBank(Struct, frozen=True, forbid_unknown_fields=True):
    """The phrases of one language by the role of a clause, the most usual first.

    `spellings` names the spellings that the text may have, the bank's own first. `gender` is that of the template's own
    organ; `organs` lists, by gender, how an enacting phrase begins that names an organ of that gender. `capital` says
    whether a clause begins with a capital letter. `source` tells where such phrases were counted.
    """

    preambular: tuple[Phrase, ...] = ()
    operative: tuple[Phrase, ...] = ()
    item: tuple[Phrase, ...] = ()
    spellings: tuple[str, ...] = ()
    gender: Gender | None = None
    organs: dict[Gender, tuple[str, ...]] = {}
    later: dict[Role, Later] = {}
    capital: bool = True
    source: str = ""

    def phrases(self, role: Role) -> tuple[Phrase, ...]:
        """Return the phrases for clauses of `role`."""
        found: tuple[Phrase, ...] = getattr(self, role)
        return found

    def later_words(self, role: Role, phrase: Phrase, words: str) -> tuple[str, str]:
        """Return the "also" and the "further" form of `phrase`, whose opening is `words` here; empty where none."""
        usual = self.later.get(role, Later())
        also, further = phrase.also or usual.also, phrase.further or usual.further
        own = words == phrase.words
        return _filled(also, words, own=own), _filled(further, words, own=own)


def _filled(pattern: str, words: str, *, own: bool) -> str:
    """Return `pattern` with `words`; without a place for them it is worded for the phrase's own words only."""
    parts = tokens(pattern)
    if not own and not any(isinstance(part, Placeholder) for part in parts):
        return ""
    return "".join(words if isinstance(part, Placeholder) else part for part in parts)


def continued(words: str, on: str) -> str:
    """Return `words` going `on`; what begins with a comma follows without a space."""
    return f"{words}{on}" if on.startswith(",") else f"{words} {on}"


def opening_words(bank: PhraseBank) -> tuple[str, ...]:
    """Return every opening of `bank`, in all its forms and later forms, each once."""
    found: dict[str, None] = {}
    for role in ROLES:
        for phrase in bank.phrases(role):
            for words in (phrase.words, *phrase.forms.values()):
                found.update(dict.fromkeys((words, *bank.later_words(role, phrase, words))))
    return tuple(words for words in found if words)
