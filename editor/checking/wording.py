"""Slips of the hand in the words: a number typed before the program's own, words and spaces twice, brackets left open.

These are no body's rules. Each is advice, with the slip mended as its remedy where there is only one way to mend it.
"""

import re
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from editor.checking.finding import Finding
from editor.model.changes import Splice
from editor.model.clause import Body, Clause
from editor.model.text import flatten, references, substitute
from editor.numbering import Labels

_Places = list[tuple[int, int]]

_NUMBER = re.compile(
    r"[ \t\xa0]*(?:\(?\d{1,3}\)|\d{1,3}\.|\(?[a-z]\)|\((?:[ivx]{1,5}|[A-Z])\)|[a-z]\.|[–•])[ \t\xa0]+(?=\w)"
)
"""What a hand types for a number: "3. ", "(3) ", "b) ", "(iv) ", "a. ", a dash or a bullet."""

_TWICE = re.compile(r"\b([^\W\d_]{1,40})((?:[ \xa0]+\1)+)\b(?![-'’)])", re.IGNORECASE)
_SPACES = re.compile("(?<=[^ \u2028])  +(?=[^ \u2028])")
_BEFORE_COMMA = re.compile(r"(?<=\w)[ \xa0\u202f]+(?=,(?!\w))")

_RIGHTLY_TWICE: Mapping[str, frozenset[str]] = {
    "en": frozenset({"had", "that"}),
    "fr": frozenset({"nous", "vous"}),
    "de": frozenset({"das", "dem", "den", "der", "die", "sie"}),
    "it": frozenset({"man", "via"}),
}
"""Words that grammar puts side by side, as in "that that", "nous nous réunissons", "die, die die"."""

_LONGEST_QUOTE = 60


def findings(body: Body, language: str, labels: Labels) -> Iterator[Finding]:
    """Yield advice on the words of every clause of `body`, which is written in `language`."""
    for at, clause in enumerate(body):
        words = flatten(clause.text)
        if labels.by_place[at].text:
            match = _NUMBER.match(words)
            yield from _mended("typed-number", at, clause, [match.span()] if match else [])
        tokens = words.lower().split()
        if any(map(str.startswith, tokens[1:], tokens)):  # ten times as fast as the pattern, and finds too much
            yield from _twice(at, clause, words, language)
        if "  " in words:
            yield from _mended("double-space", at, clause, [match.span() for match in _SPACES.finditer(words)], keep=1)
        if any(space + "," in words for space in " \xa0\u202f"):
            places = [match.span() for match in _BEFORE_COMMA.finditer(words)]
            yield from _mended("space-before-comma", at, clause, places)
        yield from _brackets(clause, words)
    yield from _alike(labels)


def _twice(at: int, clause: Clause, words: str, language: str) -> Iterator[Finding]:
    places: _Places = []
    first = ""
    for match in _TWICE.finditer(words):
        one, others = match[1], match[2]
        if one.lower() in _RIGHTLY_TWICE.get(language, ()) or not (others.islower() or match.start() == 0):
            continue  # two capitals may be a name
        first = first or one
        places.append(match.span(2))
    yield from _mended("doubled-word", at, clause, places, parameters=(("word", first),))


def _mended(
    code: str, at: int, clause: Clause, places: _Places, keep: int = 0, parameters: tuple[tuple[str, str], ...] = ()
) -> Iterator[Finding]:
    """Yield the finding on `places`, if there are any; its remedy takes out each of them but the first `keep` signs."""
    if not places:
        return
    text = clause.text
    for start, end in reversed(places):
        text = substitute(text, start + keep, end, ())
    remedy = Splice(at, (clause,), (replace(clause, text=text),))
    yield Finding(code, "advice", clause.id, parameters=parameters, remedy=remedy, place=places[0])


def _brackets(clause: Clause, words: str) -> Iterator[Finding]:
    """Yield what stands in square brackets, and brackets of both kinds that have no other half."""
    if "[" in words or "]" in words:
        pairs = _pairs(words, "[", "]")
        if pairs is None:
            yield Finding("bracket-not-closed", "advice", clause.id)
        for start, end in pairs or ():
            quoted = words[start + 1 : end - 1].replace("\ufffc", "…")
            quoted = quoted if len(quoted) <= _LONGEST_QUOTE else quoted[: _LONGEST_QUOTE - 1] + "…"
            yield Finding("open-brackets", "advice", clause.id, parameters=(("words", quoted),), place=(start, end))
    if words.count("(") > words.count(")"):
        start = _open(words)
        yield Finding("parenthesis-not-closed", "advice", clause.id, place=(start, start + 1))


def _pairs(words: str, opening: str, closing: str) -> _Places | None:
    """Return the outermost pairs of brackets, None if a bracket has no other half."""
    found: _Places = []
    depth = start = 0
    for match in re.finditer(rf"[\{opening}\{closing}]", words):
        if match[0] == opening:
            start = start if depth else match.start()
            depth += 1
        else:
            depth -= 1
            if depth < 0:
                return None
            if depth == 0:
                found.append((start, match.end()))
    return None if depth else found


def _open(words: str) -> int:
    """Return where the first round bracket stands that is not closed."""
    waiting: list[int] = []
    for match in re.finditer(r"[()]", words):
        if match[0] == "(":
            waiting.append(match.start())
        elif waiting:
            waiting.pop()
    return waiting[0] if waiting else 0


def _alike(labels: Labels) -> Iterator[Finding]:
    """Yield the clauses that say what one of the same list said before; a sub-item belongs to its own clause."""
    seen: dict[object, int] = {}
    for at, (clause, parent) in enumerate(zip(labels.body, labels.parents, strict=True)):
        words = " ".join(flatten(clause.text).casefold().split()).rstrip(".,;:")
        if words.count(" ") < 2 or clause.kind in {"enacting", "part", "annex", "heading"}:
            continue
        key = (clause.kind, parent if clause.level else None, words, references(clause.text))
        first = seen.setdefault(key, at)
        if first != at:
            other = labels.body[first]
            number = " ".join(labels.numbers(other.id) or ())
            place = number or "“" + " ".join(flatten(other.text).split()[:4]).rstrip(".,;:") + "…”"
            yield Finding("clauses-alike", "advice", clause.id, parameters=(("place", place),))
