"""Signs as print has them, put in while typing: quotes, apostrophes, dashes, an ellipsis, the spaces of French.

What each language has is seen in published resolutions (UN papers in English, French, Russian and Spanish: “ ”, « »
with no-break spaces, «», “ ”; no-break spaces before French ; and :) and agrees with the shipped template's own words.
"""

import re
from collections.abc import Mapping

from msgspec import Struct

NO_BREAK = "\u00a0"
"""What stands inside French quotes and before French ; : ! ? in published texts."""

_NARROW = "\u202f"
_SPACES = " " + NO_BREAK + _NARROW
_LONGEST = 40
"""Characters typed at once (by an input method) beyond which they are taken as they are."""

_SEEN = 400
"""Characters before the caret that are looked at, quotes that are open apart."""


class Fix(Struct, frozen=True):
    """In place of the last `back` characters before the caret and of what was typed comes `text`."""

    back: int
    text: str


class Habit(Struct, frozen=True):
    """A language's signs: outer and inner quotes as opening and closing, its dash, whether it has French spaces."""

    outer: tuple[str, str]
    inner: tuple[str, str]
    dash: str = "–"
    spaced: bool = False

    @property
    def signs(self) -> tuple[str, str]:
        """The outer quotes without their spaces."""
        return self.outer[0].strip(_SPACES), self.outer[1].strip(_SPACES)


_CURLED = Habit(("“", "”"), ("‘", "’"))
HABITS: Mapping[str, Habit] = {
    "en": _CURLED,
    "fr": Habit(("«" + NO_BREAK, NO_BREAK + "»"), ("“", "”"), spaced=True),
    "de": Habit(("„", "“"), ("‚", "‘")),
    "it": _CURLED,
    "ru": Habit(("«", "»"), ("„", "“"), dash="—"),
    "es": Habit(("“", "”"), ("‘", "’"), dash="—"),
}
"""By two-letter code; a language without a row is written as it is typed."""

_OPENS_AFTER = frozenset(" \t\u2028([{/—–-\u00a0\u202f“‘„‚«‹\ufffc")
_LINKED = re.compile(r"(?i)(?:[a-z][a-z0-9+.-]*://|www\.|mailto:|&#?\w*$)|[@\\]|[\w.-]+\.[a-z]{2,6}/|/.*/")
_SCHEME = re.compile(r"(?i)(?:https?|ftps?|mailto|file|urn|doi|tel)")
_HIGH = ";:!?"
_ENDING = frozenset("!?")
_MOVABLE = frozenset("\"'«»;:!?-. ")


def typed(before: str, words: str, after: str, language: str) -> Fix | None:
    """Return what `words`, typed between `before` and `after`, become in print; None where they are right as they are.

    Nothing is touched in addresses of the web and of mail, in codes, times and ratios, after a degree or number.
    """
    habit = HABITS.get(language.partition("-")[0])
    if habit is None or len(words) > _LONGEST or _MOVABLE.isdisjoint(words):
        return None
    text = before
    for at, sign in enumerate(words):
        back, put = _one(text, sign, words[at + 1 :] + after, habit) or (0, sign)
        text = text[: len(text) - back] + put
    if text == before + words:
        return None
    kept = _common(before, text)
    return Fix(len(before) - kept, text[kept:])


def _common(one: str, other: str) -> int:
    """Return how many characters `one` and `other` begin with alike."""
    shortest = min(len(one), len(other))
    start = 0 if one[:shortest] != other[:shortest] else shortest
    while start < shortest and one[start] == other[start]:
        start += 1
    return start


def _one(before: str, sign: str, after: str, habit: Habit) -> tuple[int, str] | None:
    """Return how many characters to take back and what to put for one typed `sign`; None for itself."""
    if sign not in _MOVABLE:
        return None
    token = re.split(f"[{_SPACES}\t\u2028]", before[-_SEEN:])[-1]
    if _LINKED.search(token):
        return None
    match sign:
        case '"':
            return _double(before, habit)
        case "'":
            return _single(before, after, habit)
        case "-":
            return _dash(before, habit)
        case ".":
            whole = before.endswith("..") and before[-3:-2] not in (".", "/", "\\")
            return (2, "…") if whole else None
        case " ":
            return _space(before, habit)
        case _:
            return _french(before, sign, token) if habit.spaced else None


def _double(before: str, habit: Habit) -> tuple[int, str] | None:
    last = before[-1:]
    opening, closing = habit.signs
    is_open = _is_open(before, opening, closing)
    if last.isdigit() and not is_open and not _is_open(before, *habit.inner):
        return None
    if not _begins(last, habit) or (habit.spaced and last == NO_BREAK and is_open and before[-2:-1] != "«"):
        return _close(before, habit)
    if is_open and opening not in (last, before[-2:-1]) and habit.inner[0] != "‘":
        return 0, habit.inner[0]
    return 0, habit.outer[0]


def _close(before: str, habit: Habit) -> tuple[int, str]:
    """Return the quote that closes: the inner one if such a one is open."""
    if habit.inner[0] != "‘" and _is_open(before, *habit.inner):
        return 0, habit.inner[1]
    spaces = len(before) - len(before.rstrip(_SPACES))
    return (spaces, habit.outer[1]) if habit.spaced else (0, habit.outer[1])


def _begins(last: str, habit: Habit) -> bool:
    """Return whether a quote after the character `last` begins something; German and Russian close with “."""
    return not last or (last in _OPENS_AFTER and last not in (habit.signs[1], habit.inner[1]))


def _is_open(before: str, opening: str, closing: str) -> bool:
    """Return whether the last quote of this pair in `before` opens."""
    return before.rfind(opening) > before.rfind(closing)


def _single(before: str, after: str, habit: Habit) -> tuple[int, str] | None:
    """Return an apostrophe or single quote; French and Russian have no single quotes."""
    last = before[-1:]
    opening, closing = habit.inner if habit.inner[0] in "‘‚" else ("", "’")
    is_open = bool(opening) and _is_open(before, opening, closing)
    if last.isdigit() and not is_open:
        return None
    if not _begins(last, habit):
        return 0, closing if is_open and not after[:1].isalpha() else "’"
    if opening:
        return 0, opening
    return (0, "’") if habit.spaced else None


def _dash(before: str, habit: Habit) -> tuple[int, str] | None:
    """Return a dash for the second hyphen, a long one for the third."""
    if before.endswith("–") and _ends_own_dash(before):
        return 1, "—"
    stem = before[:-1]
    if not before.endswith("-") or stem.endswith(("-", "–", "—")) or stem[-1:].isdigit():
        return None
    return 1, habit.dash


def _ends_own_dash(before: str) -> bool:
    """Return whether the dash at the end was made of two hyphens: it stands at a word, not between spaces."""
    return before[-2:-1].isalpha()


def _space(before: str, habit: Habit) -> tuple[int, str] | None:
    """Return what a space ends: a hyphen between spaces, a French colon after a number; none after a French quote."""
    if habit.spaced and before.endswith(("«" + NO_BREAK, "«" + _NARROW)):
        return 0, ""
    if before.endswith(" -") and before[:-2].strip():
        return 1, habit.dash + " "
    if habit.spaced and before.endswith(":") and before[-2:-1].isdigit():
        return 1, NO_BREAK + ": "
    return None


def _french(before: str, sign: str, token: str) -> tuple[int, str] | None:
    """Return `sign` with its French space."""
    if sign == "«":
        return 0, "«" + NO_BREAK
    spaces = len(before) - len(before.rstrip(" "))
    stem = before[: len(before) - spaces]
    last = stem[-1:]
    if sign == "»":
        return None if last in ("", NO_BREAK, _NARROW, "\u2028") else (spaces, NO_BREAK + "»")
    if last in ("", NO_BREAK, _NARROW, "\u2028", "(", "[", "«") or (last in _HIGH and (sign in _ENDING or spaces)):
        return None
    in_time = sign == ":" and not spaces and (last.isdigit() or _SCHEME.fullmatch(token))
    in_code = not spaces and (last == "/" or ("/" in token and sign == ":"))
    return None if in_time or in_code else (spaces, NO_BREAK + sign)
