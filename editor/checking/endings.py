"""How clauses end: the house style of the template, with the remedy at hand.

Domain rule: commas in the preamble, semicolons in the operative part and a full stop at its end, a colon before
sub-items, whose last one ends as its clause does (seen in OSCE PA papers and, with other marks, in UN ones). Whether
the last clause of a part that is followed by another ends the sentence was not seen: there both endings are accepted.
An annex is no part of the sentence.
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from editor.checking.finding import Finding
from editor.model import tree
from editor.model.changes import Splice
from editor.model.clause import DIVIDERS, NESTED, Body
from editor.model.text import OBJECT, Mark, Note, Run, Text, cut, substitute
from editor.templating.schema import Punctuation

_MARKS = ",;:.،؛，；：。"
_RAISED: frozenset[Mark] = frozenset({"superscript", "subscript"})
_NOTE = "\ufffe"  # a note where it stands in the words; `clean` lets no text have this
_SPACE = " \t\xa0\u2028\u202f"
_AFTER = "”’»“\"')]" + _NOTE + _SPACE
"""What may stand behind the mark at a clause's end: quotes and brackets that close there, a note."""

_CONJUNCTION = re.compile(r"(?<=[,;])\s+[^\W\d_]{1,5}$")
"""The "and" or "or", in any language, behind the mark of the last item but one."""

_ABBREVIATION = re.compile(r"(?:\w\.\s?\w|\b(?:etc|usw|ecc))\.$")
"""A full stop that belongs to its word, and stays before another mark."""

_LOOK_BACK = 40
"""Characters at a clause's end that the patterns see; a hostile clause is as long as a book."""


def findings(body: Body, style: Punctuation) -> Iterator[Finding]:
    """Yield advice on every clause that does not end as `style` has it.

    One that ends in what may be an "and" has no remedy: whether that stays is not to be guessed.
    """
    for at, accepted in expected(body, style):
        clause = body[at]
        words = _shown(clause.text)
        if not accepted or not words.strip(_AFTER):
            continue
        end = _end(words)
        conjunction = _CONJUNCTION.search(words[max(0, end - _LOOK_BACK) : end])
        if words.endswith(accepted, 0, end - len(conjunction.group() if conjunction else "")):
            continue
        remedy = None
        if not conjunction:
            remedy = Splice(at, (clause,), (replace(clause, text=with_ending(clause.text, accepted[0])),))
        yield Finding("ending", "advice", clause.id, parameters=(("expected", accepted[0]),), remedy=remedy)


def expected(body: Body, style: Punctuation) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield each clause's position with the endings that `style` accepts there."""
    parents = tree.parents(body)
    introducing = {parent for clause, parent in zip(body, parents, strict=True) if clause.kind == "item"}
    endings = _endings_of_tops(body, style)
    top = -1
    for at, clause in enumerate(body):
        if clause.kind not in NESTED:
            top = at
        if top not in endings:
            continue
        if at in introducing:
            yield at, style.introducing
        elif at + 1 == len(body) or body[at + 1].kind not in NESTED:
            yield at, endings[top]
        else:
            yield at, style.item


def _endings_of_tops(body: Body, style: Punctuation) -> dict[int, tuple[str, ...]]:
    """Return how the paragraphs end, each with all that belongs to it, by position; those of annexes are left out."""
    endings: dict[int, tuple[str, ...]] = {}
    last = style.last
    seen: set[str] = set()
    for at in range(len(body) - 1, -1, -1):
        kind = body[at].kind
        if kind == "annex":
            endings.clear()
        if kind in DIVIDERS:
            last = style.last if kind == "annex" else (*style.last, *style.operative)
            seen.clear()
        elif kind == "preambular":
            endings[at] = style.preambular if kind in seen else style.last_preambular
        elif kind == "operative":
            endings[at] = style.operative if kind in seen else last
        seen.add(kind)
    return endings


def with_ending(text: Text, mark: str) -> Text:
    """Return `text` ending in `mark`, in place of its own mark if it has one; what stands behind that stays."""
    words = _shown(text)
    start = end = _end(words)
    if words[:end].endswith(tuple(_MARKS)):
        start = len(words[:end].rstrip(_MARKS + _SPACE))
        start += bool(_ABBREVIATION.search(words[max(0, start - _LOOK_BACK) : start + 1]))
    before = cut(text, start - 1, start)
    look = before[0] if before and isinstance(before[0], Run) else Run("")
    return substitute(text, start, end, (replace(look, text=mark, marks=look.marks - _RAISED),))


def _shown(text: Text) -> str:
    """Return the words of `text` with one character for each reference or note, so that offsets stay true."""
    return "".join(
        piece.text if isinstance(piece, Run) else _NOTE if isinstance(piece, Note) else OBJECT for piece in text
    )


def _end(words: str) -> int:
    """Return the offset behind the mark at the end of `words`, behind their last word if there is none."""
    end = len(words.rstrip(_AFTER))
    return end if words[:end].endswith(tuple(_MARKS)) else len(words.rstrip(_NOTE + _SPACE))
