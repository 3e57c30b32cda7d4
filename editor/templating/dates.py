"""Ranges of dates, printed and read by the patterns of a template's languages.

Domain facts: covers of OSCE PA papers print "6 JULY TO 10 JULY 2011" and "6–10 JULY 2011" in English, and in each other
language a form of its own ("1er – 5 JUILLET 2016", "del 28 de JUNIO al 2 de JULIO de 2014").
"""

import datetime
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from editor.model.cover import DateRange
from editor.templating.patterns import Placeholder, tokens
from editor.templating.schema import Template
from editor.templating.wordlist import DatePattern, Words

LONGEST = 120
"""Characters beyond which a text is no range of dates."""

_SPACES = re.compile(r"\s+")
_DASHES = re.compile(" ?[-\u2010-\u2015\u2212] ?")
_YEAR = "[0-9]{4}"
_DAY = "0?[1-9]|[12][0-9]|3[01]"


def print_dates(words: Words, pattern: str, dates: DateRange) -> str:
    """Return `dates` by the date pattern called `pattern`; KeyError if `words` has none of this name."""
    sheet = words.dates[pattern]
    values = {f"{name}1": value for name, value in _values(words, sheet, dates.first).items()}
    values.update({f"{name}2": value for name, value in _values(words, sheet, dates.last).items()})
    return "".join(
        _formed(values[token.name], token.form) if isinstance(token, Placeholder) else token
        for token in tokens(_variant(sheet, dates))
    )


def _variant(sheet: DatePattern, dates: DateRange) -> str:
    first, last = dates.first, dates.last
    if first == last:
        return sheet.one_day
    if first.year != last.year:
        return sheet.other
    return sheet.same_month if first.month == last.month else sheet.same_year


def _values(words: Words, sheet: DatePattern, day: datetime.date) -> dict[str, str]:
    number = sheet.first if day.day == 1 and sheet.first else str(day.day)
    return {"d": number, "m": words.months[day.month - 1], "y": f"{day.year:04}"}


def _formed(text: str, form: str) -> str:
    return text.upper() if form == "upper" else text.lower() if form == "lower" else text


def parse_dates(template: Template, text: str) -> DateRange | None:
    """Return the range of dates that the whole of `text` is in any language of `template`; None if it is none.

    Case, spaces, and which dash it is do not matter; a range that ends before it begins is none.
    """
    if len(text) > LONGEST:
        return None
    plain = _plain(text)
    for words in template.words.values():
        for sheet in words.dates.values():
            for variant in (sheet.one_day, sheet.same_month, sheet.same_year, sheet.other):
                found = _expression(variant, words.months, sheet.first).fullmatch(plain)
                dates = _dates(found, words, sheet) if found else None
                if dates:
                    return dates
    return None


def parse_session(template: Template, text: str) -> tuple[str, DateRange] | None:
    """Return venue and dates of a line like "BELGRADE, 6 JULY TO 10 JULY 2011"; None if it does not end in dates."""
    for at in (place for place, character in enumerate(text) if character == ","):
        dates = parse_dates(template, text[at + 1 :])
        if dates:
            return text[:at].strip(), dates
    return None


def _dates(found: re.Match[str], words: Words, sheet: DatePattern) -> DateRange | None:
    parts = found.groupdict()
    first, last = (_day(parts, own, other, words, sheet) for own, other in (("1", "2"), ("2", "1")))
    return DateRange(first, last) if first and last and first <= last else None


def _day(parts: dict[str, str | None], own: str, other: str, words: Words, sheet: DatePattern) -> datetime.date | None:
    """Return one end of the range; what the pattern says but once serves both ends."""
    day, month, year = (parts.get(name + own) or parts.get(name + other) or "" for name in "dmy")
    months = [_plain(name) for name in words.months]
    number = 1 if sheet.first and day == _plain(sheet.first) else int(day)
    try:
        return datetime.date(int(year), months.index(month) + 1, number)
    except ValueError:
        return None


@lru_cache(maxsize=256)
def _expression(pattern: str, months: tuple[str, ...], first: str) -> re.Pattern[str]:
    """Return what texts by `pattern` look like; all that comes from the template stands in it as literal words."""
    names = sorted((re.escape(_plain(month)) for month in months), key=len, reverse=True)
    day = f"{re.escape(_plain(first))}|{_DAY}" if first else _DAY
    choices = {"d": day, "m": "|".join(names), "y": _YEAR}
    pieces: list[str] = []
    seen: set[str] = set()
    for token in tokens(pattern):
        if isinstance(token, str):
            pieces.extend(_literal(token))
        elif token.name in seen:
            pieces.append(f"(?P={token.name})")
        else:
            seen.add(token.name)
            pieces.append(f"(?P<{token.name}>{choices[token.name[0]]})")
    return re.compile("".join(pieces))


def _literal(text: str) -> Iterator[str]:
    for character in _squeezed(text):
        yield " ?" if character == " " else re.escape(character)


def _plain(text: str) -> str:
    return _squeezed(text).strip()


def _squeezed(text: str) -> str:
    """Return `text` in small letters with single spaces, and one kind of dash without spaces around it."""
    return _DASHES.sub("-", _SPACES.sub(" ", unicodedata.normalize("NFKC", text).casefold()))
