"""What is no part of the text: running heads, page numbers, the blank amendment form at the end."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec.structs import replace

from editor.importing.markers import read_marker
from editor.importing.report import Dropped, Guess
from editor.importing.shape import Sayings, finished, fold
from editor.importing.sheets import Shape, shapes
from editor.importing.source import Line
from editor.templating.schema import PaperKind, Template

_PAGE_NUMBER = re.compile(r"[-–—\s]*\d{1,4}(?:\s*/\s*\d{1,4})?[-–—\s]*")
_DRESSED = re.compile(
    r"[-–—]\s*\d{1,4}\s*[-–—]|(?:page|seite|página|pagina|страница|стр\.)\s*\d{1,4}"
    r"(?:\s*(?:of|von|sur|de|di|из|/)\s*\d{1,4})?|\d{1,4}\s*(?:/|of|von|sur|из)\s*\d{1,4}",
    re.IGNORECASE,
)
"""Page numbers that look like nothing else, wherever they stand."""

_LONGEST = 120
"""Characters beyond which a line is neither a running head nor the first of a form."""

_DRESSED_LENGTH = 30
_DIGITS = 3
"""Digits that a page number without other signs may have: with more it is a year."""

_TELLING = 8
"""Letters that the first line of a form must have to be told from words of the text."""


def furniture(lines: Sequence[Line], code: str) -> tuple[list[Line], list[Dropped]]:
    """Return `lines` without running heads and page numbers, and those.

    `code` is the document code as typed on the cover: a line that is it, with a page number or without, is a running
    head. A number alone is that of a page where a page begins or ends there.
    """
    left: list[Line] = []
    dropped: list[Dropped] = []
    gap = page = False
    paged = any(line.page for line in lines)
    pages = frozenset(_page_numbers(lines))
    for at, line in enumerate(lines):
        words = line.words
        turns = line.page or page or (lines[at + 1].page if at + 1 < len(lines) else paged)
        if len(words) <= _LONGEST and (_is_furniture(words, code, turns=turns) or at in pages):
            dropped.append(Dropped(words, line.number, "furniture"))
            gap, page = True, page or line.page
            continue
        if gap or page:
            line = replace(line, gap=line.gap or gap, page=line.page or page)
        left.append(line)
        gap = page = False
    return left, dropped


def _is_furniture(words: str, code: str, *, turns: bool) -> bool:
    if turns and _PAGE_NUMBER.fullmatch(words):
        return True
    if not code or code[0] not in words:
        return False
    typed, wanted = fold(words).replace(" ", ""), fold(code).replace(" ", "")
    return typed == wanted or (wanted in typed and bool(_PAGE_NUMBER.fullmatch(typed.replace(wanted, "", 1))))


def _page_numbers(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the positions of page numbers: by their look, or alone between gaps and none of the clauses'."""
    alone = [at for at in range(len(lines)) if _stands_alone(lines, at)]
    numbers = [_clause_number(line) if alone else 0 for line in lines]
    before = list(accumulate(numbers, _latest, initial=0))
    after = list(accumulate(reversed(numbers), _latest, initial=0))[::-1]
    for at in alone:
        if after[at + 1] == before[at] + 1 or (not after[at + 1] and int(lines[at].words) != before[at] + 1):
            yield at
    short = (at for at, line in enumerate(lines) if len(line.words) <= _DRESSED_LENGTH)
    yield from (at for at in short if _DRESSED.fullmatch(lines[at].words))


def _latest(last: int, number: int) -> int:
    return number or last


def _stands_alone(lines: Sequence[Line], at: int) -> bool:
    """Return whether the line at `at` is a short number between gaps, or the last line after a clause's end."""
    words = lines[at].words
    if len(words) > _DIGITS or not words.isdecimal():
        return False
    if at + 1 < len(lines):
        return lines[at].gap and lines[at + 1].gap
    return lines[at].gap or at == 0 or finished(lines[at - 1].words)


def _clause_number(line: Line) -> int:
    """Return the arabic number with a sign that a clause begins with, 0 if there is none."""
    found = read_marker(line.words[:60])
    return found[0].value if found and found[0].is_decimal and found[0].dress and not found[0].suffix else 0


def form_start(lines: Sequence[Line], start: int, template: Template) -> int:
    """Return the position from `start` on at which a blank amendment form begins, the number of lines if there is none.

    It begins with the first of a form's fixed lines that its cover does not have, on one line or two.
    """
    openings = Sayings(opening for kind in template.file.kinds for opening in _openings(kind, template))
    for at in range(start + 1, len(lines)):
        words = lines[at].words
        following = lines[at + 1].words if at + 1 < len(lines) else ""
        if words in openings or (len(words) <= _LONGEST and f"{words} {following[:_LONGEST]}" in openings):
            return at
    return len(lines)


def _openings(kind: PaperKind, template: Template) -> Iterator[str]:
    """Yield the first line of the form of `kind` that says what it is, folded, in every language."""
    form = tuple(part.line for part in kind.form if part.line)
    for language in template.words:
        taken = {shape.literal for shape in shapes((*kind.cover, *kind.head), template, language)}
        telling = (shape for shape in shapes(form, template, language) if _tells(shape) and shape.literal not in taken)
        first = next(telling, None)
        if first:
            yield first.literal


def _tells(shape: Shape) -> bool:
    return sum(character.isalpha() for character in shape.literal) >= _TELLING


def form_report(lines: Sequence[Line]) -> tuple[tuple[Dropped, ...], tuple[Guess, ...]]:
    """Return the lines of a form as one piece left out, and the guess that says so."""
    if not lines:
        return (), ()
    text = "\n".join(line.words for line in lines)
    guess = Guess("form", (("lines", str(len(lines))),), lines[0].number)
    return (Dropped(text, lines[0].number, "form"),), (guess,)
