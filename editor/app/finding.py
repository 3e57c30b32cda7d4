"""Looking for words in a text, its notes and its cover.

A hit never takes in a reference or a note: these are no words, and lie between the stretches that are searched.
"""

import re
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple

from msgspec import Struct
from PySide6.QtCore import QRegularExpression

from editor.model.clause import Clause
from editor.model.cover import Cover, CoverValue, Person
from editor.model.errors import EditorError
from editor.model.resolution import Resolution
from editor.model.text import OBJECT, Note, Run, clean, flatten

MOST_STEPS = 200_000
"""How many steps a pattern may take at one place of a text before it is given up; usual ones take a few hundred."""

MOST_SECONDS = 1.0
"""How long a search with a pattern may take as a whole; one without a pattern is always quick."""

NAMES = ("given", "family", "country")
"""What of a person on the cover is searched."""

_WORD = r"(?<!\w)(?:{})(?!\w)"
_SAME = {" ": r"[ \t\xa0\u202f\u2028]", "'": r"['’]", '"': r'["“”„«»]', "-": "[-\u2011]"}
"""Signs that a keyboard has only one of: a search for it finds the others too."""


class FindError(EditorError):
    """A search that cannot be done.

    Codes: "pattern" (reason: the engine's own words, at: the sign up to which it was understood), "too-slow" (a pattern
    without end).
    """


class Query(Struct, frozen=True):
    """What to look for: plain words, or with `pattern` a regular expression; `whole` words only, in the same `case`."""

    words: str
    case: bool = False
    whole: bool = False
    pattern: bool = False


class Hit(Struct, frozen=True):
    """Words found, from `start` to `end` in code points.

    They stand in the clause `clause`, or in its note `note`, or in the cover field `field`, there in the `part` of the
    person number `person` where the field holds people.
    """

    start: int
    end: int
    clause: str = ""
    note: str = ""
    field: str = ""
    person: int = -1
    part: str = ""

    @property
    def where(self) -> Literal["text", "note", "cover"]:
        """In which part of the paper the words stand."""
        return "cover" if self.field else "note" if self.note else "text"


class Match(NamedTuple):
    """A place in a string, and what the groups of the pattern hold there, the whole of it first."""

    start: int
    end: int
    groups: tuple[str, ...]


Matcher = Callable[[str], Iterable[Match]]


class Finder:
    """Looks for one query; asked again after an edit, it reads only the clauses that are others now."""

    def __init__(self, query: Query) -> None:
        """Make ready for `query`; FindError "pattern" if it is none."""
        self.query = query
        self._match = _matcher(query)
        self._read: dict[str, tuple[Clause, tuple[Hit, ...]]] = {}

    def hits(self, resolution: Resolution) -> tuple[Hit, ...]:
        """Return all hits in reading order, the cover's first; FindError "too-slow" for a pattern without end."""
        if not self.query.words:
            return ()
        until = time.monotonic() + MOST_SECONDS
        found = list(self._on_cover(resolution.cover))
        read: dict[str, tuple[Clause, tuple[Hit, ...]]] = {}
        for clause in resolution.body:
            known = self._read.get(clause.id)
            if known is None or known[0].text is not clause.text:
                known = clause, tuple(self._in_clause(clause))
                if self.query.pattern and time.monotonic() > until:
                    raise FindError("too-slow")
            read[clause.id] = known
            found += known[1]
        self._read = read
        return tuple(found)

    def matches(self, words: str) -> Iterator[Match]:
        """Yield the matches in `words` that hold something, none of them over a reference or a note."""
        at = 0
        for stretch in words.split(OBJECT):
            for match in self._match(stretch) if stretch else ():
                if match.end > match.start:
                    yield Match(at + match.start, at + match.end, match.groups)
            at += len(stretch) + 1

    def _in_clause(self, clause: Clause) -> list[Hit]:
        """Return the hits in one clause, those in a note where its mark stands."""
        found = [(match.start, Hit(match.start, match.end, clause.id)) for match in self.matches(flatten(clause.text))]
        at = 0
        for piece in clause.text:
            if isinstance(piece, Note):
                inside = self.matches(flatten(piece.text))
                found += [(at, Hit(match.start, match.end, clause.id, piece.id)) for match in inside]
            at += len(piece.text) if isinstance(piece, Run) else 1
        return [hit for _, hit in sorted(found, key=lambda pair: pair[0])]

    def _on_cover(self, cover: Cover) -> Iterator[Hit]:
        for field, value in cover.fields:
            for person, part, words in cover_words(value):
                for match in self.matches(words):
                    yield Hit(match.start, match.end, field=field, person=person, part=part)


def words_of(resolution: Resolution, hit: Hit) -> str:
    """Return the words among which `hit` lies, an empty string where its place is gone."""
    if hit.field:
        value = resolution.cover.get(hit.field)
        found = cover_words(value) if value is not None else iter(())
        return next((words for person, part, words in found if (person, part) == (hit.person, hit.part)), "")
    text = next((clause.text for clause in resolution.body if clause.id == hit.clause), ())
    if hit.note:
        text = next((piece.text for piece in text if isinstance(piece, Note) and piece.id == hit.note), ())
    return flatten(text)


def cover_words(value: CoverValue) -> Iterator[tuple[int, str, str]]:
    """Yield the words of a cover's value: which person (-1 for none), which part of the name, and the words.

    Codes and dates are no words: they are set in the cover form.
    """
    if isinstance(value, str):
        yield -1, "", value
    elif isinstance(value, Person):
        for part in NAMES:
            yield -1, part, getattr(value, part)
    elif isinstance(value, tuple):
        for at, person in enumerate(value):
            for part in NAMES:
                yield at, part, getattr(person, part)


def _matcher(query: Query) -> Matcher:
    return _pattern(query) if query.pattern else _plain(query)


def _plain(query: Query) -> Matcher:
    source = "".join(_SAME.get(sign) or re.escape(sign) for sign in clean(query.words))
    found = re.compile(_WORD.format(source) if query.whole else source, re.NOFLAG if query.case else re.IGNORECASE)
    return lambda words: (Match(*match.span(), ()) for match in found.finditer(words))


def _pattern(query: Query) -> Matcher:
    """Return what finds a regular expression of Perl's kind, whose steps at one place are counted and limited."""
    options = QRegularExpression.PatternOption.UseUnicodePropertiesOption
    if not query.case:
        options |= QRegularExpression.PatternOption.CaseInsensitiveOption
    source = clean(query.words)
    own = QRegularExpression(source, options)
    if not own.isValid():
        raise FindError("pattern", reason=own.errorString(), at=max(own.patternErrorOffset(), 1))
    limited = f"(*LIMIT_MATCH={MOST_STEPS})" + (_WORD.format(source) if query.whole else source)
    expression = QRegularExpression(limited, options)
    return lambda words: _matches(expression, words)


def _matches(expression: QRegularExpression, words: str) -> Iterator[Match]:
    """Yield the matches in `words`; Qt counts in UTF-16."""
    units = words.encode("utf-16-le")
    narrow = len(units) == 2 * len(words)
    groups = ("",) * (expression.captureCount() + 1)
    at = expression.globalMatch(words)
    last = 0
    while at.hasNext():
        match = at.next()
        start, last = match.capturedStart(), match.capturedEnd()
        end = last
        if not narrow:
            start, end = (len(units[: 2 * unit].decode("utf-16-le", "ignore")) for unit in (start, end))
        texts = tuple(match.capturedTexts())
        yield Match(start, end, texts + groups[len(texts) :])
    if not expression.match(words, last).isValid():  # the iterator does not tell an end from a limit
        raise FindError("too-slow")
