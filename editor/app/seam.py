"""The seam of two clauses: the blank that goes where one is divided, and the one that comes where two are joined.

Both ask the same question, whether the words at the two ends want a blank between them: so what Enter divides,
Backspace puts together as it was, or with one blank at the seam.
"""

import unicodedata

from editor.model.text import LINE_BREAK, OBJECT, Inline, Mark, Note, Run, Text, cut, flatten, length

_OPENING = {"Ps", "Pi"}
_BEFORE = {"Pe", "Pf", "Po", "Sc", "Sm", "So"}
"""Which signs, besides letters and figures, may end what a blank follows; dashes and brackets that open do not."""

_AFTER = {*_OPENING, "Sc", "Sm", "So"}
"""Which signs, besides letters and figures, may begin what a blank precedes."""

_QUOTES = "\"'¿¡§…"
_TIGHT = "/\\@#"
_UNSPACED = (("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"))
"""Thai and Lao, Burmese, Khmer: scripts whose words follow each other without a blank, as those of wide signs do."""


def blanks(text: Text, offset: int) -> tuple[int, int]:
    """Return from where to where the blanks around `offset` (code points) go when the text is divided there.

    Empty where no blank is there, or where joining the two parts would not put one back.
    """
    flat = flatten(text)
    offset = min(max(offset, 0), len(flat))
    low = high = offset
    while low and _is_blank(flat[low - 1]):
        low -= 1
    while high < len(flat) and _is_blank(flat[high]):
        high += 1
    return (low, high) if between(cut(text, 0, low), cut(text, high)) else (offset, offset)


def between(head: Text, tail: Text) -> Text:
    """Return what goes between two texts that are joined: a blank where both ends are words, else nothing.

    It has the marks that the words on both sides have, and their language if that is the same.
    """
    if not (head and tail and _ends_a_word(head) and _begins_a_word(tail)):
        return ()
    runs = [piece for piece in (head[-1], tail[0]) if isinstance(piece, Run)]
    marks: frozenset[Mark] = frozenset.intersection(*(run.marks for run in runs)) if runs else frozenset()
    languages = {run.language for run in runs}
    return (Run(" ", marks, languages.pop() if len(languages) == 1 else None),)


def _is_blank(sign: str) -> bool:
    return sign.isspace() and sign != LINE_BREAK


def _ends_a_word(text: Text) -> bool:
    sign = flatten(cut(text, length(text) - 1))
    return sign == OBJECT or (_is_word(sign, _BEFORE) and sign not in _TIGHT)


def _begins_a_word(text: Text) -> bool:
    first: Inline = text[0]
    if not isinstance(first, Run):
        return not isinstance(first, Note)  # the mark of a note stands close to the word before it
    return _is_word(first.text[0], _AFTER) or first.text[0] in _QUOTES


def _is_word(sign: str, signs: set[str]) -> bool:
    """Return whether a word of a script with blanks may end or begin with `sign`, or it is of one of these `signs`."""
    if unicodedata.east_asian_width(sign) in {"W", "F"} or any(low <= sign <= high for low, high in _UNSPACED):
        return unicodedata.category(sign) == "So"
    return unicodedata.category(sign)[0] in "LN" or unicodedata.category(sign) in signs
