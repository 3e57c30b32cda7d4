"""Single days: as people type them, in a text's language, in English or in figures, and as that language has them."""

import datetime
import re
import unicodedata

from editor.templating.schema import Template

LONGEST = 60
"""Characters beyond which a text is no day."""

_SHAPES = {"de": "{day}. {month} {year}", "es": "{day} de {month} de {year}"}
_FIGURES = re.compile(r"(\d{1,4})\s*[./\-\u2010-\u2013 ]\s*(\d{1,2})\s*(?:[./\-\u2010-\u2013 ]\s*(\d{1,4})?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*(?:st|nd|rd|th|er|re|°|º|\.|-?е)?\s*(?:de\s+|of\s+)?([^\W\d_]+)\.?(.*)")
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?!\d)(.*)")
_YEAR = re.compile(r"[\s,]*(?:de[l]?\s+)?(\d{4}|\d{2})?\s*(?:г\.?|года)?")
_SHORTEST = 3
"""Letters of a month's name that tell which it is, where only one begins so."""


def written_day(day: datetime.date, template: Template, language: str) -> str:
    """Return `day` as a text in `language` writes it: "3 July 2027", "1er juillet 2027", "3 de julio de 2027".

    A language that `template` has no words in gets figures: "2027-07-03".
    """
    words = template.words.get(language)
    if words is None:
        return day.isoformat()
    first = next((sheet.first for sheet in words.dates.values() if sheet.first), "1")
    shape = _SHAPES.get(language, "{day} {month} {year}")
    number = first if day.day == 1 else str(day.day)
    return shape.format(day=number, month=words.months[day.month - 1], year=f"{day.year:04}")


def read_day(text: str, template: Template, language: str, year: int | None = None) -> datetime.date | None:
    """Return the day that `text` is, None if it is none; `year` is taken where none is written.

    Figures are day, month, year, or year first; months may be shortened, a year of two figures is of this century, and
    the name of the day of the week may stand before.
    """
    if len(text) > LONGEST:
        return None
    plain = _plain(text)
    if _FIGURES.fullmatch(plain):
        return _in_figures(plain, year)
    months = _months(template, language)
    for start in (0, _after_weekday(plain)):
        day = _in_words(plain[start:], months, year)
        if day:
            return day
    return None


def whole(text: str) -> bool:
    """Return whether a year of four figures stands in `text`, so that no more of a day is to come."""
    return bool(re.search(r"(?<!\d)\d{4}(?!\d)", text))


def _plain(text: str) -> str:
    """Return `text` in small letters without accents, with single spaces."""
    parted = unicodedata.normalize("NFKD", text).casefold()
    return " ".join("".join(one for one in parted if not unicodedata.combining(one)).split())


def _months(template: Template, language: str) -> list[tuple[str, int]]:
    lists = [template.words[one].months for one in (language, "en") if one in template.words]
    return [(_plain(name), number) for names in lists for number, name in enumerate(names, 1)]


def _after_weekday(plain: str) -> int:
    found = re.match(r"[^\W\d_]+[.,]*\s+", plain)
    return found.end() if found else 0


def _in_figures(plain: str, year: int | None) -> datetime.date | None:
    found = _FIGURES.fullmatch(plain)
    if not found:
        return None
    first, second, third = found.groups()
    if len(first) == 4:
        return _day(first, int(second), third or "", None) if third and len(third) <= 2 else None
    if len(first) > 2:
        return None
    return _day(third or "", int(second), first, year)


def _in_words(plain: str, months: list[tuple[str, int]], year: int | None) -> datetime.date | None:
    if found := _DAY_FIRST.fullmatch(plain):
        day, month, rest = found.groups()
    elif found := _MONTH_FIRST.fullmatch(plain):
        month, day, rest = found.groups()
    else:
        return None
    ending = _YEAR.fullmatch(rest)
    number = _month(month, months)
    return _day(ending[1] or "", number, day, year) if ending and number else None


def _month(word: str, months: list[tuple[str, int]]) -> int:
    exact = {number for name, number in months if name == word}
    found = exact or {number for name, number in months if len(word) >= _SHORTEST and name.startswith(word)}
    return found.pop() if len(found) == 1 else 0


def _day(year: str, month: int, day: str, otherwise: int | None) -> datetime.date | None:
    if not year and otherwise is None:
        return None
    if len(year) not in (0, 2, 4):
        return None
    number = otherwise or 0 if not year else int(year) + (2000 if len(year) == 2 else 0)
    try:
        return datetime.date(number, month, int(day))
    except ValueError:
        return None
