"""The word lists: months, dates, countries, and every wording that the program itself asks for.

Reasons: bad-name, bad-pattern, nested-word, unknown-placeholder, unknown-form, bad-source, bad-months, date-incomplete,
empty, twice, no-such-word.
"""

from collections.abc import Iterator

from editor.templating.checks.names import is_name
from editor.templating.faults import Problem, problem, words_file
from editor.templating.patterns import WORD, PatternError, Placeholder, tokens
from editor.templating.schema import Template
from editor.templating.wordlist import SOURCES, Countries, DatePattern, Words

DATE_FORMS = frozenset({"", "upper", "lower"})
LONGEST_HONORIFIC = 20

_PARTS = frozenset({"d1", "m1", "y1", "d2", "m2", "y2"})
_NEEDED = {
    "one_day": ({"d1", "d2"}, {"m1", "m2"}, {"y1", "y2"}),
    "same_month": ({"d1"}, {"d2"}, {"m1", "m2"}, {"y1", "y2"}),
    "same_year": ({"d1"}, {"d2"}, {"m1"}, {"m2"}, {"y1", "y2"}),
    "other": ({"d1"}, {"d2"}, {"m1"}, {"m2"}, {"y1"}, {"y2"}),
}
"""What the variants of a date pattern must tell: of each set at least one."""


def problems(template: Template) -> Iterator[Problem]:
    """Yield what is wrong with the word lists in themselves, and the words that every language needs but lacks."""
    for language, words in template.words.items():
        file = words_file(language)
        yield from _entries(words, file)
        yield from _calendar(words, file)
        yield from _countries(words.countries, file)
        for at, honorific in enumerate(words.honorifics):
            if not 0 < len(honorific.strip()) <= LONGEST_HONORIFIC:
                yield problem(file, f"honorifics[{at}]", "empty")
        for key in _asked_for(template):
            if key not in words.words:
                yield problem(file, f"words.{key}", "no-such-word")


def _asked_for(template: Template) -> Iterator[str]:
    """Yield the keys that the program itself looks up."""
    if "enacting" in template.file.grammar.phases:
        yield "enacting"
    yield from (f"language_{language.code}" for language in template.file.languages)


def _entries(words: Words, file: str) -> Iterator[Problem]:
    for key, word in words.words.items():
        if not is_name(key):
            yield problem(file, "words", "bad-name", name=key)
        yield from _source(word.source, file, f"words.{key}.source")
        try:
            placeholders = [token for token in tokens(word.text) if isinstance(token, Placeholder)]
        except PatternError as error:
            yield problem(file, f"words.{key}.text", "bad-pattern", detail=error.code)
            continue
        for placeholder in placeholders:
            if placeholder.name.startswith(WORD):
                yield problem(file, f"words.{key}.text", "nested-word", name=placeholder.name)


def _source(source: str, file: str, key: str) -> Iterator[Problem]:
    if source and not source.startswith(SOURCES):
        yield problem(file, key, "bad-source", allowed=SOURCES)


def _calendar(words: Words, file: str) -> Iterator[Problem]:
    months = {month.casefold().strip() for month in words.months}
    if len(words.months) != 12 or len(months) != 12 or "" in months:
        yield problem(file, "months", "bad-months")
    for name, sheet in words.dates.items():
        if not is_name(name):
            yield problem(file, "dates", "bad-name", name=name)
        yield from _source(sheet.source, file, f"dates.{name}.source")
        yield from _date_pattern(sheet, file, f"dates.{name}")


def _date_pattern(sheet: DatePattern, file: str, key: str) -> Iterator[Problem]:
    for variant, needed in _NEEDED.items():
        place = f"{key}.{variant}"
        try:
            placeholders = [one for one in tokens(getattr(sheet, variant)) if isinstance(one, Placeholder)]
        except PatternError as error:
            yield problem(file, place, "bad-pattern", detail=error.code)
            continue
        names = {placeholder.name for placeholder in placeholders}
        for name in sorted(names - _PARTS):
            yield problem(file, place, "unknown-placeholder", name=name)
        for form in sorted({placeholder.form for placeholder in placeholders} - DATE_FORMS):
            yield problem(file, place, "unknown-form", name=form)
        if not all(one & names for one in needed):
            yield problem(file, place, "date-incomplete")


def _countries(countries: Countries, file: str) -> Iterator[Problem]:
    for key, name in countries.names.items():
        if not is_name(key):
            yield problem(file, "countries.names", "bad-name", name=key)
        if not name.strip():
            yield problem(file, f"countries.names.{key}", "empty")
