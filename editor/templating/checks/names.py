"""Which names a template may use: never one that could be taken for a path or a pattern."""

import string
from collections.abc import Iterable, Iterator

LONGEST = 40
"""Characters of a name; names for Word may be LONGEST_WORD long."""

LONGEST_WORD = 60

_FIRST = frozenset(string.ascii_lowercase + string.digits)
_NAME = _FIRST | frozenset("-_")


def is_name(text: str) -> bool:
    """Return whether `text` may name a template, kind, field, word, style, token or date pattern."""
    return 0 < len(text) <= LONGEST and text[0] in _FIRST and _NAME.issuperset(text)


def is_language(text: str) -> bool:
    """Return whether `text` has the form of a language's code."""
    return len(text) in (2, 3) and text.isascii() and text.isalpha() and text.islower()


def is_word_name(text: str) -> bool:
    """Return whether `text` may name a style or font in Word: letters, digits, spaces and hyphens."""
    words = text.replace("-", " ").split(" ")
    return 0 < len(text) <= LONGEST_WORD and all(word.isalnum() for word in words)


def twice(names: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield every name that was there before, with its place."""
    seen: set[str] = set()
    for at, name in enumerate(names):
        if name in seen:
            yield at, name
        seen.add(name)
