"""Numbers as people type them: "1.", "12 bis", "(a)", "iv)", "3.1.", "①", dashes and bullets.

Domain facts: arabic numbers with a full stop, lettered sub-items, roman third level, decimal sub-items (OSCE PA, PACE);
(a) and (i), a) and i), "1 -", Arabic and enclosed Chinese numbers (UN, by language); "bis" and "36a." for what was put
in between.
"""

import re
import unicodedata
from typing import Literal

from msgspec import Struct

Digits = Literal["decimal", "letters", "roman", "path", "bullet"]

ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзиклмнопрстуфхцчшщэюя",
    "αβγδεζηθικλμνξοπρστυφχψω",
    "أبجدهوزحطيكلمنسعفصقرشت",
)
"""What letters count in; a template's own alphabets are looked at first."""

_UNSEEN = "\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
"""Signs without a width, and those that turn the direction: they may stand around a number that was pasted."""

_LATIN_TIMES = "bis|ter|quater|quinquies|sexies|septies|octies|novies|decies"
_MARKER = re.compile(
    rf"""[{_UNSEEN}]*(?:
    (?P<bullet>[-–—•‣◦▪●○■□·*\uf0b7])(?=\s|$)
    | (?P<path>\d{{1,3}}(?:\.\d{{1,3}}){{1,5}})[.)]?(?=\s|$)
    | [‘’'](?P<quoted>\d{{1,3}})[‘’'](?=\s|$)
    | (?P<open>[(（])? (?P<number>\d{{1,4}})
      (?:[ \u00a0]?(?P<suffix>(?:{_LATIN_TIMES})\b|[a-z](?=[.)])))?
      (?: (?P<dash>\ [-–](?=\s|$)) | \ ?(?P<close>[.)）、．](?=[\s{_UNSEEN}]|$|[^\W\d_])) | (?=\s|$) )
    | (?P<letter_open>[(（])? (?P<letters>[^\W\d_]{{1,8}}) (?P<letter_close>[.)）])(?=\s|$)
    | (?P<enclosed>[①-⒇㈠-㈩])
    )[\s{_UNSEEN}]*""",
    re.VERBOSE,
)
_ROMAN = re.compile("m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


class Reading(Struct, frozen=True):
    """One way to read a number: what it counts in, whether in capitals, which alphabet, and its place in the series."""

    digits: Digits
    value: int
    upper: bool = False
    alphabet: int = 0

    def follows(self, other: "Reading") -> bool:
        """Return whether this is the next number after `other`."""
        return self.value == other.value + 1 and self.beside(other)

    def beside(self, other: "Reading") -> bool:
        """Return whether both count in the same signs."""
        return (self.digits, self.upper, self.alphabet) == (other.digits, other.upper, other.alphabet)


class Marker(Struct, frozen=True):
    """A typed number: as typed, the signs around it, how it can be read, what is put to it ("bis", "a").

    `depth` is the level a decimal path says itself (3.1. is 1), -1 for all others; `path` are its numbers.
    """

    typed: str
    dress: str
    readings: tuple[Reading, ...]
    suffix: str = ""
    depth: int = -1
    path: tuple[int, ...] = ()

    @property
    def is_decimal(self) -> bool:
        """Whether this is an arabic number, not a path."""
        return self.readings[0].digits == "decimal"

    @property
    def is_bullet(self) -> bool:
        """Whether this is a dash or bullet."""
        return self.readings[0].digits == "bullet"

    @property
    def value(self) -> int:
        """The value of the likeliest reading."""
        return self.readings[0].value


def read_marker(text: str, alphabets: tuple[str, ...] = ALPHABETS) -> tuple[Marker, int] | None:
    """Return the number that `text` begins with and how many characters it takes with the space after it.

    A dash before a number ("- a.") belongs to it. None where there is no number; whether one is meant as such is not
    said here.
    """
    found = _MARKER.match(text)
    if found is None:
        return None
    if found["bullet"]:
        inner = read_marker(text[found.end() : found.end() + 40], alphabets)
        if inner and not inner[0].is_bullet and inner[0].dress not in ("", "-"):
            return inner[0], found.end() + inner[1]
        return Marker(found["bullet"], found["bullet"], (Reading("bullet", 1),)), found.end()
    marker = _numbered(found) if found["letters"] is None else _lettered(found, alphabets)
    return (marker, found.end()) if marker else None


def _numbered(found: re.Match[str]) -> Marker | None:
    typed = _typed(found)
    if found["path"]:
        path = tuple(int(part) for part in found["path"].split("."))
        return Marker(typed, ".", (Reading("path", path[-1]),), "", len(path) - 1, path)
    if found["enclosed"]:
        value = int(unicodedata.numeric(found["enclosed"]))
        return Marker(typed, "㈠" if found["enclosed"] >= "㈠" else "①", (Reading("decimal", value),))
    if found["quoted"]:
        return Marker(typed, "''", (Reading("decimal", int(found["quoted"])),))
    dress = _dress(found["open"], "-" if found["dash"] else found["close"])
    if dress is None:
        return None
    return Marker(typed, dress, (Reading("decimal", int(found["number"])),), found["suffix"] or "")


def _typed(found: re.Match[str]) -> str:
    """Return a number as typed, without the unseen signs around it."""
    return re.sub(f"[{_UNSEEN}]", "", found.group()).strip()


def _dress(opening: str | None, closing: str | None) -> str | None:
    """Return the signs around a number in one spelling; None for an opened bracket that is not closed."""
    if closing in (")", "）"):
        return "()" if opening else ")"
    if opening:
        return None
    return "." if closing in (".", "、", "．") else closing or ""


def _lettered(found: re.Match[str], alphabets: tuple[str, ...]) -> Marker | None:
    letters = found["letters"]
    dress = _dress(found["letter_open"], found["letter_close"])
    if dress is None or not (letters.islower() or letters.isupper() or len(letters) == 1):
        return None
    readings = tuple(_letter_readings(letters, alphabets))
    return Marker(_typed(found), dress, readings) if readings else None


def _letter_readings(letters: str, alphabets: tuple[str, ...]) -> list[Reading]:
    small, upper = letters.lower(), letters.isupper()
    readings: list[Reading] = []
    if small.isascii() and _ROMAN.fullmatch(small):
        readings.append(Reading("roman", _roman_value(small), upper))
    for place, alphabet in enumerate(alphabets):
        if len(set(small)) == 1 and small[0] in alphabet:
            value = (len(small) - 1) * len(alphabet) + alphabet.index(small[0]) + 1
            readings.append(Reading("letters", value, upper, place))
        elif len(small) == 2 and small[0] in alphabet and small[1] in alphabet:
            value = (alphabet.index(small[0]) + 1) * len(alphabet) + alphabet.index(small[1]) + 1
            readings.append(Reading("letters", value, upper, place))
        else:
            continue
        break
    return readings


def _roman_value(numeral: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
