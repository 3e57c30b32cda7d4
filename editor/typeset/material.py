"""A paragraph cut into tokens between which a line may end, with where each begins and ends if set on one line.

Lengths are thousandths of the paragraph's type size, so that they do not depend on it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise, repeat
from operator import add, sub

from msgspec import Struct

from editor.typeset.runs import BOX, BREAK, Flat, Look, Run, drawn, is_drawn_whole

NEVER, SELDOM, FREELY = 0, 1, 2
"""Whether a line may end after a token: never, where nothing better is found, or freely."""

# Letters on both sides make a break after a hyphen or slash safe: not in -5, 6–10, A/65/201, e-mail.
_INNER = re.compile(
    "(?<=[^\\W\\d_]{2})[-‐–/](?=[^\\W\\d_]{2})|(?<=\\w)[—]+(?=\\w)|[\u200b\u00ad\t\u2002-\u2006\u2008-\u200a\u3000]+"
)
_ADDRESS = re.compile("(?<=[^:/])/(?=[^/])|[?&=_.](?=\\w)")
_OPENING, _CLOSING = "([{«„“‘\"'", ")]}»”’\"',.;:!?"
_SEPARATE = re.compile("[;:?!»%‰€°£$–—-]+[.,;:)]*(?:[\u00a0\u202f]|$)")
_FEW = re.compile("\\d{1,2}(?:[–-]\\d{1,2})?[^\\d,]{0,3}")
_SOFT = "\u00ad"
_LEADING = frozenset(("«", "„", "№", "§", "§§"))


class Material(Struct):
    """The tokens of a paragraph, or of its part between two forced line breaks.

    Token i is `text[begins[i]:finish(i)]`; set on one line it would reach from `starts[i]` to `ends[i]`, with `gaps[i]`
    word spaces before it; `after[i]` says whether a line may end after it. `looks[i]` is how it is drawn (None: all as
    `look`). `base` is the place of `text` in the whole paragraph. `whole` tells that all of it is drawn as it stands.
    """

    text: str
    base: int
    look: Look
    begins: Sequence[int]
    finishes: Sequence[int] | None
    starts: list[float]
    ends: list[float]
    gaps: Sequence[int]
    after: Sequence[int]
    looks: list[Look] | None = None
    whole: bool = True

    def finish(self, token: int) -> int:
        """Return where `token` ends in the text."""
        return self.begins[token + 1] - 1 if self.finishes is None else self.finishes[token]

    def look_of(self, token: int) -> Look:
        """Return how `token` is drawn."""
        return self.look if self.looks is None else self.looks[token]


def materials(flat: Flat, empty: Look, limit: float) -> Iterator[Material]:
    """Yield the parts of `flat` between forced breaks; words wider than `limit` are cut where they must be.

    `empty` is the look of a part without words.
    """
    if BREAK not in flat.text:
        yield _material(flat.text, 0, flat.runs, empty, limit)
        return
    base = 0
    for text in flat.text.split(BREAK):
        end = base + len(text)
        yield _material(text, base, [run for run in flat.runs if run.start < end and run.end > base], empty, limit)
        base = end + 1


def _material(text: str, base: int, runs: Sequence[Run], empty: Look, limit: float) -> Material:
    look = runs[0].look if runs else empty
    text = text.rstrip(" ")
    if len(runs) <= 1 and look.scale == 1.0 and not look.box:
        words = text.split(" ")
        steps = list(map(look.face.steps.__getitem__, words))
        if max(steps) <= limit + look.face.advance(" "):
            return _plain(text, base, look, words, steps)
    columns = _Columns()
    for run in runs:
        begin, finish = max(run.start - base, 0), min(run.end - base, len(text))
        if begin < finish:
            columns.add(text, begin, finish, run.look, limit)
    return columns.material(text, base, look, len(runs) > 1)


def _plain(text: str, base: int, look: Look, words: list[str], steps: list[float]) -> Material:
    """Return the material of words that break at their spaces and nowhere else, from their widths with a space."""
    space = look.face.advance(" ")
    count = len(words)
    starts = list(accumulate(steps, initial=0.0))
    begins = list(accumulate(map(add, map(len, words), repeat(1)), initial=0))
    return Material(
        text,
        base,
        look,
        begins,
        None,
        starts,
        list(map(sub, starts[1:], repeat(space))),
        range(count),
        bytes((FREELY,)) * count,
    )


class _Columns:
    """Tokens in the making, as columns: where they are in the text, widths, spaces after them, breaks, looks."""

    def __init__(self) -> None:
        self.begins: list[int] = []
        self.lengths: list[int] = []
        self.widths: list[float] = []
        self.spaces: list[float] = []
        self.after: list[int] = []
        self.looks: list[Look] = []

    def add(self, text: str, begin: int, finish: int, look: Look, limit: float) -> None:
        """Take one run."""
        if look.box:
            width = look.face.width(BOX) * look.scale * (finish - begin)
            self._extend([begin], [finish - begin], [width], [0.0], [NEVER], look)
            return
        face, scale = look.face, look.scale
        words = text[begin:finish].split(" ")
        widths = list(map(face.words.__getitem__, words))
        if scale != 1.0:
            widths = [width * scale for width in widths]
        lengths = list(map(len, words))
        begins = list(map(add, accumulate(lengths, initial=begin), range(len(words))))
        spaces = [face.advance(" ") * scale] * (len(words) - 1) + [0.0]
        after = [FREELY] * (len(words) - 1) + [NEVER]
        first = len(self.begins)
        self._extend(begins, lengths, widths, spaces, after, look)
        if not words[-1]:
            self._cut(-1, [])
        if not face.odd.isdisjoint(words) or max(widths) > limit:
            for place in reversed(range(len(words))):
                if words[place] in face.odd or widths[place] > limit:
                    self._look_into(first + place, words, place, look, limit)

    def _extend(
        self,
        begins: list[int],
        lengths: list[int],
        widths: list[float],
        spaces: list[float],
        after: list[int],
        look: Look,
    ) -> None:
        self.begins += begins
        self.lengths += lengths
        self.widths += widths
        self.spaces += spaces
        self.after += after
        self.looks += [look] * len(begins)

    def _look_into(self, at: int, words: list[str], place: int, look: Look, limit: float) -> None:
        """Bind the word at `place` to its neighbours, and cut it where a line may end inside it."""
        word = words[place]
        if not word.lstrip(_OPENING)[:1].isalpha():
            if at and self.after[at - 1] == FREELY:  # the word before may be of another run
                self.after[at - 1] = _bond(words[place - 1] if place else "", word)
            if place + 1 < len(words) and self.after[at] == FREELY:
                self.after[at] = _bond(word, words[place + 1])
        rule = _ADDRESS if "://" in word or word.startswith("www.") else _INNER
        if self.widths[at] > limit or rule.search(word):
            self._cut(at, list(_parts(word, rule, look, limit)))

    def _cut(self, at: int, parts: list[tuple[str, float, int]]) -> None:
        """Put `parts` in the place of the token `at`."""
        begin, space, after, look = self.begins[at], self.spaces[at], self.after[at], self.looks[at]
        to = slice(at, at + 1) if at >= 0 else slice(at, None)
        lengths = [len(part) for part, _, _ in parts]
        self.begins[to] = list(accumulate(lengths[:-1], initial=begin)) if parts else []
        self.lengths[to] = lengths
        self.widths[to] = [width for _, width, _ in parts]
        self.spaces[to] = [0.0] * (len(parts) - 1) + [space] * bool(parts)
        self.after[to] = [kind for _, _, kind in parts[:-1]] + [after] * bool(parts)
        self.looks[to] = [look] * len(parts)

    def material(self, text: str, base: int, look: Look, mixed: bool) -> Material:
        """Return the tokens, at least one."""
        if not self.begins:
            self._extend([0], [0], [0.0], [0.0], [NEVER], look)
        starts = list(accumulate(map(add, self.widths, self.spaces), initial=0.0))
        ends = list(map(add, starts, self.widths))
        if _SOFT in text:
            for token, (begin, length) in enumerate(zip(self.begins, self.lengths, strict=True)):
                if text[begin : begin + length].endswith(_SOFT):
                    ends[token] += self.looks[token].face.width("-") * self.looks[token].scale
        return Material(
            text,
            base,
            look,
            self.begins,
            list(map(add, self.begins, self.lengths)),
            starts,
            ends,
            list(accumulate(map(bool, self.spaces), initial=0)),
            self.after,
            self.looks if mixed else None,
            whole=is_drawn_whole(text),
        )


def _parts(word: str, rule: re.Pattern[str], look: Look, limit: float) -> Iterator[tuple[str, float, int]]:
    """Yield the parts of a word between which a line may end by `rule`, with their widths and how readily."""
    edges = [0, *(match.end() for match in rule.finditer(word) if match.end() < len(word)), len(word)]
    for begin, end in pairwise(edges):
        pieces = list(_fitting(word[begin:end], look, limit))
        for place, (piece, width) in enumerate(pieces, 1):
            yield piece, width, FREELY if place == len(pieces) else SELDOM


def _fitting(part: str, look: Look, limit: float) -> Iterator[tuple[str, float]]:
    """Yield `part` in as many pieces as it needs to be no wider than `limit`, with their widths."""
    face, scale = look.face, look.scale
    width = face.width(drawn(part)) * scale
    if width <= limit or len(part) < 2:
        yield part, width
        return
    edges = list(accumulate(face.advance(one) * scale for one in part))
    start, done = 0, 0.0
    while start < len(part):
        end = max(bisect_right(edges, done + limit), start + 1)
        yield part[start:end], edges[end - 1] - done
        start, done = end, edges[end - 1]


def _bond(word: str, following: str) -> int:
    """Return whether a line may end between two words, one of which is more than letters.

    What is read together stays together, by a rule without vocabulary: a capitalised, abbreviated or longer word and a
    number ("May 2011", "No. 3", "paragraph 4"), a number of one or two figures and a word ("6 July", "1er mai", "20
    members"), a number and its sign; always a dash and the word before it, the punctuation of French and its space.
    """
    if _SEPARATE.match(following) or word in _LEADING:
        return NEVER if word in "«„" or following[0] in ";:?!»–—" else SELDOM
    word, following = word.lstrip(_OPENING), following.lstrip(_OPENING).rstrip(_CLOSING)
    if following[:1].isdigit():
        letters = word.rstrip(".")
        bound = letters.isalpha() and (len(letters) >= 4 or letters[0].isupper() or word.endswith("."))
    else:
        bound = len(following) >= 3 and _FEW.fullmatch(word) is not None
    return SELDOM if bound else FREELY
