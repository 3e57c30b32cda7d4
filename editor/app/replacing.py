"""Putting other words in the place of those found: all of it one change, and references stay where they are."""

import re
from collections.abc import Callable, Iterable

from msgspec.structs import replace

from editor.app.finding import NAMES, Finder, Hit, Match
from editor.model.changes import Change, SetCover, body_change, compound
from editor.model.cover import Cover, Person
from editor.model.resolution import Resolution
from editor.model.text import LINE_BREAK, Note, Run, Text, clean, cut, flatten, substitute


def replaced(resolution: Resolution, finder: Finder, hits: Iterable[Hit], words: str) -> Change:
    r"""Return the one change that puts `words` in place of `hits`, which `finder` found in this state.

    With a pattern $1 or \1 in `words` is its first group, $0 all of it, $$ and \\ the signs themselves, \n a new line.
    The words keep the marks and the language of the first letter that they replace.
    """
    chosen = list(hits)
    expand = _expansion(words) if finder.query.pattern else lambda _: words
    inside: dict[str, list[Hit]] = {}
    for hit in chosen:
        inside.setdefault(hit.clause, []).append(hit)
    body = tuple(
        replace(clause, text=_with_replaced(clause.text, finder, inside[clause.id], expand))
        if clause.id in inside
        else clause
        for clause in resolution.body
    )
    cover = _cover_with_replaced(resolution.cover, finder, inside.get("", []), expand)
    return compound(body_change(resolution.body, body), SetCover(resolution.cover, cover))


_Expand = Callable[[Match], str]


def _with_replaced(text: Text, finder: Finder, hits: list[Hit], expand: _Expand) -> Text:
    notes = {hit.note for hit in hits if hit.note}
    done = tuple(
        replace(piece, text=_words_only(_swapped(piece.text, finder, [h for h in hits if h.note == piece.id], expand)))
        if isinstance(piece, Note) and piece.id in notes
        else piece
        for piece in text
    )
    return _swapped(done, finder, [hit for hit in hits if not hit.note], expand)


def _words_only(text: Text) -> tuple[Run, ...]:
    return tuple(piece for piece in text if not isinstance(piece, Note))  # type: ignore[misc]


def _swapped(text: Text, finder: Finder, hits: list[Hit], expand: _Expand) -> Text:
    chosen = {(hit.start, hit.end) for hit in hits}
    matches = [match for match in finder.matches(flatten(text)) if match[:2] in chosen]
    for match in reversed(matches):
        look = cut(text, match.start, match.start + 1)[0]
        run = replace(look, text=clean(expand(match)))
        text = substitute(text, match.start, match.end, (run,))
    # Words put beside an accent may join with it.
    return tuple(replace(piece, text=clean(piece.text)) if isinstance(piece, Run) else piece for piece in text)


def _cover_with_replaced(cover: Cover, finder: Finder, hits: list[Hit], expand: _Expand) -> Cover:
    for field in dict.fromkeys(hit.field for hit in hits):
        value = cover.get(field)
        here: dict[tuple[int, str], list[Hit]] = {}
        for hit in hits:
            if hit.field == field:
                here.setdefault((hit.person, hit.part), []).append(hit)
        if isinstance(value, str):
            value = _line(value, finder, here[-1, ""], expand)
        elif isinstance(value, Person):
            value = _person(value, -1, finder, here, expand)
        elif isinstance(value, tuple):
            value = tuple(_person(person, at, finder, here, expand) for at, person in enumerate(value))
        cover = cover.with_value(field, value)
    return cover


def _person(person: Person, at: int, finder: Finder, here: dict[tuple[int, str], list[Hit]], expand: _Expand) -> Person:
    for part in NAMES:
        if (at, part) in here:
            person = replace(person, **{part: _line(getattr(person, part), finder, here[at, part], expand)})
            if part == "family":  # its form in capital letters was the old name's
                person = replace(person, capitals="")
    return person


def _line(words: str, finder: Finder, hits: list[Hit], expand: _Expand) -> str:
    text = _swapped((Run(words),), finder, hits, expand)
    return flatten(text).replace(LINE_BREAK, " ")


_SIGN = re.compile(r"\$\$|\\\\|[$\\](\d{1,2})|\\n")


def _expansion(words: str) -> _Expand:
    def expand(match: Match) -> str:
        def put(sign: re.Match[str]) -> str:
            if sign[1] is None:
                return LINE_BREAK if sign[0] == "\\n" else sign[0][0]
            digits = sign[1] if int(sign[1]) < len(match.groups) else sign[1][0]  # "$12" may be "$1" and a 2
            number = int(digits)
            return (match.groups[number] if number < len(match.groups) else "") + sign[1][len(digits) :]

        return _SIGN.sub(put, words)

    return expand
