"""The phrase banks: words as words stand in a text, nothing twice, forms and patterns that mean something.

Reasons: empty, bad-words, too-long, twice, bad-name, not-allowed, bad-pattern, unknown-placeholder, unknown-form,
placeholder-count.
"""

from collections.abc import Iterator
from typing import get_args

from editor.templating.checks.names import is_name
from editor.templating.faults import Problem, problem
from editor.templating.openings import fold
from editor.templating.patterns import PatternError, Placeholder, tokens
from editor.templating.phrasebank import OPENING, ROLES, Gender, Later, Phrase, PhraseBank, continued

LONGEST = 120
"""Characters that a phrase may have."""


def problems(bank: PhraseBank, file: str) -> Iterator[Problem]:
    """Yield what is wrong with `bank`, the contents of `file`."""
    genders = {*get_args(Gender)}
    for at, name in enumerate(bank.spellings):
        if not is_name(name) or name in genders:
            yield problem(file, f"spellings[{at}]", "bad-name", name=name)
    for role in ROLES:
        for name, pattern in _patterns(bank.later.get(role, Later())):
            yield from _pattern(pattern, file, f"later.{role}.{name}")
        allowed = genders | set(bank.spellings)
        seen: set[str] = set()
        for at, phrase in enumerate(bank.phrases(role)):
            key = f"{role}[{at}]"
            yield from _phrase(phrase, allowed, file, key)
            yield from _twice(phrase, seen, file, key)
    for gender, organs in bank.organs.items():
        for at, words in enumerate(organs):
            if not words.strip():
                yield problem(file, f"organs.{gender}[{at}]", "empty")


def _patterns(source: Later | Phrase) -> Iterator[tuple[str, str]]:
    for name, pattern in (("also", source.also), ("further", source.further)):
        if pattern:
            yield name, pattern


def _pattern(pattern: str, file: str, key: str, *, needed: bool = True) -> Iterator[Problem]:
    try:
        places = [token for token in tokens(pattern) if isinstance(token, Placeholder)]
    except PatternError as error:
        yield problem(file, key, "bad-pattern", detail=error.code)
        return
    for place in places:
        if place.name != OPENING:
            yield problem(file, key, "unknown-placeholder", name=place.name)
        elif place.form:
            yield problem(file, key, "unknown-form", name=place.form)
    if len(places) != 1 and (needed or places):
        yield problem(file, key, "placeholder-count", placeholder=f"{{{OPENING}}}")
    yield from _words(pattern, file, key)


def _phrase(phrase: Phrase, allowed: set[str], file: str, key: str) -> Iterator[Problem]:
    yield from _words(phrase.words, file, f"{key}.words")
    for name, words in phrase.forms.items():
        yield from _words(words, file, f"{key}.forms.{name}")
        if name not in allowed:
            yield problem(file, f"{key}.forms", "not-allowed", name=name)
    for at, words in enumerate(phrase.on):
        yield from _words(words, file, f"{key}.on[{at}]")
    for name, pattern in _patterns(phrase):
        yield from _pattern(pattern, file, f"{key}.{name}", needed=False)


def _words(words: str, file: str, key: str) -> Iterator[Problem]:
    if not words.strip():
        yield problem(file, key, "empty")
    elif not words.isprintable() or "  " in words or words != words.strip():
        yield problem(file, key, "bad-words")
    elif len(words) > LONGEST:
        yield problem(file, key, "too-long", limit=LONGEST)


def _twice(phrase: Phrase, seen: set[str], file: str, key: str) -> Iterator[Problem]:
    """Yield what `phrase` says that a phrase before it, in `seen`, or it itself says already."""
    openings = dict.fromkeys(map(fold, (phrase.words, *phrase.forms.values())))
    if seen.intersection(openings):
        yield problem(file, f"{key}.words", "twice")
    seen.update(openings)
    said: set[str] = set()
    for at, words in enumerate(map(fold, phrase.on)):
        whole = {continued(opening, words) for opening in openings}
        if words in said or seen.intersection(whole):
            yield problem(file, f"{key}.on[{at}]", "twice")
        said.add(words)
        seen.update(whole)
