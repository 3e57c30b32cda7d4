"""Which words of a text a dictionary does not know.

What is no word of a language is let be: numbers, codes, addresses, abbreviations in capitals, references. The text's
own words, the names on its cover and all that its template says count as known.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple, Protocol

from editor.model.changes import Change, SetWords
from editor.model.cover import Person
from editor.model.resolution import Resolution
from editor.model.text import OBJECT, Run, Text, flatten
from editor.templating.schema import Template

MOST_SUGGESTIONS = 6

_PREFERRED: Mapping[str, tuple[str, ...]] = {
    "en": ("en_GB", "en_US"),
    "fr": ("fr_FR", "fr"),
    "de": ("de_DE",),
    "it": ("it_IT",),
    "ru": ("ru_RU",),
    "es": ("es_ES",),
}
"""The dictionary taken for a language where there are several; papers are in British English."""

_CHUNK = re.compile(f"[^\\s{OBJECT}–—…]+")
_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u00ad'’\-\u2011][^\W_]+)*['’]?")
_NO_WORDS = re.compile(r"@|://|^www\.|[^\W\d_]\.[^\W\d_]{2,}|\\|\w_\w")
_ABBREVIATION = re.compile(r"[^\W\d_a-z]{2,}(?:s|'s)?$")

_ELIDED = frozenset(
    "l d j m t s n c qu jusqu lorsqu puisqu quoiqu presqu un dell all dall nell sull coll quell quest bell sant anch"
    " tutt senz com dov cos".split()
)
"""What French and Italian leave of a word before an apostrophe."""

_PREFIXES = frozenset("anti co ex inter intra multi non post pre pro re self semi socio sub trans vice".split())
_MOST_KNOWN = 50_000


class Speller(Protocol):
    """A dictionary of one language."""

    def check(self, word: str) -> bool:
        """Return whether `word` is in it."""

    def suggest(self, word: str) -> list[str]:
        """Return words like `word`, the likeliest first; this may take a while."""


class SpellingError(Exception):
    """There is no library for spelling on this machine; where only a dictionary is missing `open_speller` says so."""


def open_speller(language: str) -> Speller | None:
    """Return a dictionary of its own for the two-letter `language`, None if none is installed.

    SpellingError if there is no library for it. One dictionary is for one thread.
    """
    try:
        import enchant
    except ImportError as error:  # the module or the library that it needs
        raise SpellingError from error
    broker = enchant.Broker()
    there = sorted(tag for tag, _ in broker.list_dicts())
    alike = [tag for tag in there if tag.split("_")[0] == language]
    wanted = [tag for tag in _PREFERRED.get(language, ()) if tag in there] + alike
    return _Enchanted(broker.request_dict(wanted[0])) if wanted else None


class _Enchanted:
    def __init__(self, dictionary: object) -> None:
        self._dictionary: Speller = dictionary  # type: ignore[assignment]

    def check(self, word: str) -> bool:
        return bool(self._dictionary.check(word))

    def suggest(self, word: str) -> list[str]:
        return list(self._dictionary.suggest(word))


class Misspelt(NamedTuple):
    """A word that is not known, from `start` to `end` in code points, and the language it should be of."""

    start: int
    end: int
    word: str
    language: str


class Lexicon:
    """What is known in one text: the words of its dictionaries, of its template, its cover and its own.

    A language without a speller is not checked.
    """

    def __init__(self, spellers: Mapping[str, Speller], known: frozenset[str] = frozenset()) -> None:
        self._spellers = spellers
        self.known = known
        self._checked: dict[tuple[str, str], bool] = {}

    def misspelt(self, text: Text, language: str) -> tuple[Misspelt, ...]:
        """Return the unknown words of `text`, whose runs are of `language` where they do not say another one."""
        words = flatten(text)
        found: list[Misspelt] = []
        for start, end in stretches(words):
            of = _language_at(text, start) or language
            word = words[start:end]
            if of in self._spellers and not self.knows(word, of):
                found.append(Misspelt(start, end, word, of))
        return tuple(found)

    def knows(self, word: str, language: str) -> bool:
        """Return whether `word` is right in `language`, also as an inflected, elided or compound form."""
        word = word.replace("’", "'").replace("\u2011", "-").replace("\u00ad", "")
        if word.casefold() in self.known:
            return True
        key = (language, word)
        if key not in self._checked:
            if len(self._checked) >= _MOST_KNOWN:
                self._checked.clear()
            self._checked[key] = self._right(word, language)
        return self._checked[key] or self._of_known_parts(word, language)

    def _right(self, word: str, language: str) -> bool:
        speller = self._spellers[language]
        if speller.check(word) or (word.istitle() and speller.check(word.lower())):
            return True
        bare = re.sub(r"(?<=\w)'s?$", "", word)
        return bare != word and (speller.check(bare) or len(bare) == 1)

    def _of_known_parts(self, word: str, language: str) -> bool:
        if word.casefold().removesuffix("'s").rstrip("'") in self.known:
            return True
        parts = re.split("['-]", word)
        if len(parts) == 1 or not all(parts):
            return False
        *first, last = parts
        lead = all(
            part.lower() in _ELIDED | _PREFIXES or len(part) == 1 or self.knows(part, language) for part in first
        )
        return lead and (len(last) == 1 or self.knows(last, language))


def stretches(words: str) -> Iterator[tuple[int, int]]:
    """Yield where in `words` the words are that have a spelling."""
    for chunk in _CHUNK.finditer(words):
        if _NO_WORDS.search(chunk[0].rstrip(".,;:!?)]»”’")):
            continue
        for match in _WORD.finditer(chunk[0]):
            word = match[0].rstrip("'’") if not _needs_apostrophe(match[0]) else match[0]
            if len(word) < 2 or any(map(str.isdigit, word)) or _ABBREVIATION.match(word.replace("’", "'")):
                continue
            start = chunk.start() + match.start()
            yield start, start + len(word)


def _needs_apostrophe(word: str) -> bool:
    """Return whether the apostrophe at the end of `word` belongs to it, as in Italian po', and closes no quote."""
    return word[:-1].lower() in {"po", "mo", "be", "va", "fa", "di"} and word[-1] in "'’"


def _language_at(text: Text, offset: int) -> str | None:
    at = 0
    for piece in text:
        at += len(piece.text) if isinstance(piece, Run) else 1
        if offset < at:
            return piece.language if isinstance(piece, Run) else None
    return None


# What counts as known


def known_words(resolution: Resolution, template: Template) -> frozenset[str]:
    """Return what is right in this text besides what a dictionary has: its words, its names, its template's wording."""
    return frozenset(word.casefold() for word in resolution.words) | _names(resolution) | _of_template(template)


def _names(resolution: Resolution) -> frozenset[str]:
    names: list[str] = []
    for _, value in resolution.cover.fields:
        people = value if isinstance(value, tuple) else (value,) if isinstance(value, Person) else ()
        for person in people:
            names += [person.given, person.family, person.country]
    names.append(resolution.cover.text("venue"))
    return _parts(names)


@lru_cache(maxsize=4)
def _words_of(entries: tuple[str, ...]) -> frozenset[str]:
    return _parts(entries)


def _of_template(template: Template) -> frozenset[str]:
    entries: list[str] = []
    for words in template.words.values():
        entries += words.countries.names.values()
        entries += (word.text for word in words.words.values())
        entries += words.months
    return _words_of(tuple(entries))


def _parts(phrases: Iterable[str]) -> frozenset[str]:
    """Return the words of `phrases`, and such with a hyphen or apostrophe as a whole and in their parts."""
    found: set[str] = set()
    for phrase in phrases:
        for match in _WORD.finditer(phrase):
            word = match[0].replace("’", "'").casefold()
            found.add(word)
            found.update(part for part in re.split("['-]", word) if len(part) > 1)
    return frozenset(found)


def add_word(resolution: Resolution, word: str) -> Change:
    """Return the change that makes `word` one of the text's own; a change that does nothing if it is one already."""
    words = resolution.words
    known = any(word.casefold() == one.casefold() for one in words)
    return SetWords(words, words if known else (*words, word))
