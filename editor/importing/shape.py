"""How a line looks, in any script: how it begins and ends, whether it is a title, what it says apart from its type."""

import re
from collections.abc import Iterable

from editor.model.text import LINE_BREAK

_ENDS = frozenset(".,;:!?…。；，：、،؛؟।")
_INTRODUCING = frozenset(":：")
_CHAINING = frozenset(",;،؛，；")
_SEPARATING = frozenset(";؛；")
_CLOSING = "\"'”’»›)]）】」』"
_QUOTES = "\"'“”„‟«»‹›「」『』‘’‚"
_CONJUNCTION = 4
"""Letters that the "and" after the last but one sub-item may have."""

_TITLE_LENGTH = 120
_FOLDS = {ord(sign): "'" for sign in "‘’‚`´"} | {ord(sign): '"' for sign in "“”„‟«»"}
_FOLDS |= {ord(sign): "-" for sign in "‐‑‒–—―−"}


def fold(text: str) -> str:
    """Return `text` in small letters with one kind of space, dash and quote, without what stands around its words."""
    text = " ".join(text.translate(_FOLDS).casefold().split())
    return text.strip(" .,;:'\"-*()[]").rstrip("，：。、،")


class Sayings:
    """Fixed lines, to be found in whatever type and punctuation."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._folded = frozenset(folded for text in texts if (folded := fold(text)))
        # Folding may lengthen a text (ß) or shorten it (spaces); by more than half it does neither.
        self._shortest = min(map(len, self._folded), default=0) // 2
        self._longest = 2 * max(map(len, self._folded), default=-1)

    def __contains__(self, text: str) -> bool:
        """Return whether `text` says one of them."""
        return self._shortest <= len(text) <= self._longest and fold(text) in self._folded


def unquoted(text: str) -> str:
    """Return `text` without quotation marks and spaces around it."""
    text = text.strip()
    if len(text) > 1 and text[0] in _QUOTES and text[-1] in _QUOTES:
        return text[1:-1].strip()
    return text


def finished(text: str) -> bool:
    """Return whether `text` ends as a clause does: in a punctuation mark, or a semicolon and a small word ("; and")."""
    end = _bare_end(text, 200)
    return bool(end) and (end[-1] in _ENDS or _chains(end, _SEPARATING))


def _bare_end(text: str, size: int) -> str:
    """Return the last `size` characters of `text` without spaces, quotes and brackets after them."""
    return text[-size:].rstrip().rstrip(_CLOSING).rstrip()


def _chains(text: str, marks: frozenset[str]) -> bool:
    """Return whether `text` ends in one of `marks` and a small word."""
    before, _, last = text.rpartition(" ")
    return len(last) <= _CONJUNCTION and last.islower() and before[-1:] in marks and bool(before)


def first_word(text: str) -> str:
    """Return the first word of `text` with what is attached to it."""
    return text.split(None, 1)[0] if text.strip() else ""


def goes_on(text: str) -> bool:
    """Return whether `text` ends in a comma or semicolon, as a clause does that others follow."""
    end = _bare_end(text, 20)
    return bool(end) and end[-1] in _CHAINING


def separates(text: str) -> bool:
    """Return whether `text` ends in a semicolon."""
    end = _bare_end(text, 20)
    return bool(end) and end[-1] in _SEPARATING


def introduces(text: str) -> bool:
    """Return whether `text` ends in a colon."""
    end = _bare_end(text, 20)
    return bool(end) and end[-1] in _INTRODUCING


def starts_small(text: str) -> bool:
    """Return whether the first letter of `text` is a small one; scripts without case have none."""
    return next((character for character in text[:40] if character.isalpha()), "A").islower()


def is_capitals(text: str) -> bool:
    """Return whether `text` has letters, and all that have a case are capitals."""
    return text.isupper() and sum(character.isupper() for character in text) > 1


def is_title(text: str) -> bool:
    """Return whether `text` could be a title: short, without a clause's end, not beginning with a small letter."""
    if len(text) > _TITLE_LENGTH or LINE_BREAK in text or starts_small(text):
        return False
    return not finished(text) and not _chains(text, _CHAINING)


_WORD = re.compile(r"[^\W\d_]+")


def is_name(text: str) -> bool:
    """Return whether `text` could name an organ: an article, then mostly words with a capital, then a mark or none."""
    words = _WORD.findall(text[:200])
    if not 2 <= len(words) <= 12 or len(text) > 100 or len(words[0]) > 3 or not words[0][:1].isupper():
        return False
    long = [word for word in words[1:] if len(word) > 3]
    return bool(long) and 2 * sum(word[0].isupper() for word in long) > len(long)


def recased(text: str) -> str:
    """Return a place in capitals as a sentence has it: "BELGRADE" as "Belgrade", "L'AQUILA" as "L'Aquila"."""
    return re.sub(r"[^\s/–-]+", _written_small, text) if is_capitals(text) else text


def _written_small(found: re.Match[str]) -> str:
    """Return one word in small letters but for its first; "D.C." stays."""
    word = found.group()
    return word if re.search(r"\.\w", word) else _WORD.sub(_capitalised, word)


def _capitalised(found: re.Match[str]) -> str:
    letters = found.group()
    return letters.lower() if found.start() and len(letters) == 1 else letters[0] + letters[1:].lower()
