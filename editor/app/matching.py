"""Finding lines by a few typed letters: words in any order, whatever their capitals and accents. No Qt."""

import re
import unicodedata

from msgspec import Struct

_WORD = re.compile(r"\w+")
_INSIDE = 3
"""From so many letters on, what is typed is also found inside a word."""

Stretch = tuple[int, int]
"""Letters that were found: from the first to after the last, in code points."""


class Hit(Struct, frozen=True):
    """How a line was found: the lower `rank`, the better; `stretches` are the letters typed, in order and apart."""

    rank: int
    stretches: tuple[Stretch, ...] = ()


def folded(text: str) -> str:
    """Return `text` without capitals and accents, with exactly as many characters."""
    if text.isascii():
        return text.lower()
    return "".join(map(_plain, text))


def _plain(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0]
    small = base.casefold()
    return small if len(small) == 1 else base.lower()[0]


def wanted(typed: str) -> tuple[str, ...]:
    """Return the words of what somebody typed."""
    return tuple(_WORD.findall(folded(typed)))


def find(parts: tuple[str, ...], text: str, aside: str = "") -> Hit | None:
    """Return how the words `parts` are found in `text`, None if one is missing.

    Each may also be in `aside`, which belongs to the line but is worth less. Words are found by their beginning, longer
    parts inside them as well, or by a few letters in order ("mve" finds "move").
    """
    here, there = folded(text), folded(aside)
    words = [(found.start(), found[0]) for found in _WORD.finditer(here)]
    rank, last, stretches = 0, -1, set[Stretch]()
    for part in parts:
        worth, found = _best(part, words, here)
        if not found and _best(part, [(at.start(), at[0]) for at in _WORD.finditer(there)], there)[1]:
            rank += 3
        elif not found:
            return None
        else:
            rank += worth + (found[0][0] < last)
            last = found[0][0]
            stretches.update(found)
    return Hit(rank, _joined(stretches))


def _best(part: str, words: list[tuple[int, str]], text: str) -> tuple[int, list[Stretch]]:
    """Return the worth of the best place of `part`, 0 for a whole word, and its letters, none if it is not there."""
    begun = [at for at, word in words if word.startswith(part)]
    for at, word in words:
        if word == part:
            return 0, [(at, at + len(part))]
    if begun:
        return 1, [(begun[0], begun[0] + len(part))]
    if len(part) < _INSIDE:
        return 0, []
    inside = text.find(part)
    if inside >= 0:
        return 4, [(inside, inside + len(part))]
    for at, word in words:
        letters = _in_order(part, word)
        if letters:
            return 6, [(at + letter, at + letter + 1) for letter in letters]
    return 0, []


def _in_order(part: str, word: str) -> list[int]:
    """Return where the letters of `part` stand in `word`, which begins with the first; none if one is missing.

    At most half as many letters may be left out between them, so that not every long word is found.
    """
    if word[:1] != part[:1]:
        return []
    found: list[int] = []
    at = -1
    for letter in part:
        at = word.find(letter, at + 1)
        if at < 0:
            return []
        found.append(at)
    return found if found[-1] < len(part) * 1.5 else []


def _joined(stretches: set[Stretch]) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    for start, end in sorted(stretches):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(found)


def numbers(typed: str) -> tuple[str, ...]:
    """Return the parts of a number as somebody types it: "6 b", "6b", "6(b)." are 6 and b; none if it is no number."""
    parts = re.findall(r"\d+|[^\W\d_]+", folded(typed))
    return tuple(parts) if parts and parts[0].isdigit() else ()


def has_number(path: tuple[str, ...], typed: tuple[str, ...]) -> bool:
    """Return whether `path`, the numbers from the top clause down, begins with those `typed`.

    The last one may be the beginning of a number ("1" of 1, 10 and 11), but only whole ones bring their sub-items.
    """
    count = len(typed) - 1
    path = tuple(map(folded, path))
    if not typed or len(path) <= count or path[:count] != typed[:count]:
        return False
    return path[count] == typed[count] or (len(path) == len(typed) and path[count].startswith(typed[count]))
