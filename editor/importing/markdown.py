"""Signs of Markdown in a text: whether it has any, and what they mean inside a block of lines."""

import re
from collections.abc import Iterable

from editor.model.text import NO_MARKS, Mark, Run, Text

HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(?=\S)")
_STRONG = re.compile(r"(?<![*\w])\*\*(?=[^\s*])[^*]{1,1000}(?<=\S)\*\*(?!\*)")
_ESCAPED = re.compile(r"^\s*(?:\d{1,4}\\[.)]|\\[-#*+])|\\[*_]")
_SIGN = re.compile(r"\\[!-/:-@\[-`{-~]|\*+|_+")

_EMPHASIS: dict[tuple[str, int], Mark] = {("*", 2): "bold", ("_", 2): "bold", ("*", 1): "italic", ("_", 1): "italic"}


def looks_like_markdown(lines: Iterable[str]) -> bool:
    """Return whether one of `lines` has a heading, words set in bold, or a sign that is escaped as Markdown does."""
    return any(HEADING.match(line) or _ESCAPED.search(line) or _STRONG.search(line) for line in lines)


def heading(line: str) -> tuple[int, str]:
    """Return the rank of a heading line and its words; 0 and the line itself if it is none."""
    found = HEADING.match(line)
    if found is None:
        return 0, line
    words = line[found.end() :].rstrip()
    bare = words.rstrip("#")
    return len(found[1]), bare.rstrip() if bare[-1:].isspace() else words


class _Block:
    """One block being read: its pieces of text, and where marks begin and end among them."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.turns: dict[int, list[tuple[Mark, int]]] = {}
        self.open: dict[tuple[str, int], int] = {}

    def add(self, piece: str) -> None:
        """Take words."""
        if piece:
            self.pieces.append(piece)

    def sign(self, text: str, opens: bool, closes: bool) -> None:
        """Take a run of emphasis signs: close what is open, open the rest, else it is text."""
        character, count = text[0], len(text)
        if count > 3:
            return self.add(text)
        while count and closes and (size := self._closable(character, count)):
            self._close(character, size)
            count -= size
        while count and opens:
            size = 2 if count > 1 else 1
            if (character, size) in self.open:
                break
            self.open[character, size] = len(self.pieces)
            self.pieces.append(character * size)
            count -= size
        return self.add(character * count)

    def _closable(self, character: str, count: int) -> int:
        """Return the size of the sign opened last that `count` more signs can close, 0 if there is none."""
        sizes = [size for size in (1, 2) if size <= count and (character, size) in self.open]
        return max(sizes, key=lambda size: self.open[character, size], default=0)

    def _close(self, character: str, size: int) -> None:
        start = self.open.pop((character, size))
        self.pieces[start] = ""
        mark = _EMPHASIS[character, size]
        self.turns.setdefault(start, []).append((mark, 1))
        self.turns.setdefault(len(self.pieces), []).append((mark, -1))
        # What was opened inside and not closed is text.
        self.open = {key: at for key, at in self.open.items() if at < start}

    def text(self) -> list[Run]:
        """Return the pieces as runs with their marks."""
        depths: dict[Mark, int] = {}
        marks = NO_MARKS
        runs: list[Run] = []
        for at, piece in enumerate(self.pieces):
            if at in self.turns:
                for mark, step in self.turns[at]:
                    depths[mark] = depths.get(mark, 0) + step
                marks = frozenset(mark for mark, depth in depths.items() if depth)
            if piece:
                runs.append(Run(piece, marks))
        return runs


def read_inline(lines: list[str]) -> list[Text]:
    """Return the lines of one block with emphasis as marks and escaped signs as the signs themselves.

    Emphasis may go on over line ends inside the block. Time is linear in the length.
    """
    if not any("*" in line or "_" in line or "\\" in line for line in lines):
        return [(Run(line),) if line else () for line in lines]
    whole = "\n".join(lines)
    block = _Block()
    at = 0
    for found in _SIGN.finditer(whole):
        block.add(whole[at : found.start()])
        at = found.end()
        sign = found.group()
        if sign[0] == "\\":
            block.add(sign[1])
        else:
            block.sign(sign, *_flanks(whole, found.start(), at))
    block.add(whole[at:])
    return _split(block.text(), len(lines))


def _flanks(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Return whether the signs from `start` to `end` can open and can close emphasis."""
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    opens, closes = not after.isspace(), not before.isspace()
    if text[start] == "_":
        opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
    return opens, closes


def _split(runs: list[Run], count: int) -> list[Text]:
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        if first:
            lines[-1].append(Run(first, run.marks))
        for other in others:
            lines.append([Run(other, run.marks)] if other else [])
    return [tuple(line) for line in lines[:count]]
