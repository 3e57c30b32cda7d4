"""What stands before the body: the cover sheet, the head of the second page, or a title alone."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from editor.importing.alignment import FrontLine, Match, align
from editor.importing.fields import TITLE, Capture, Fields, read_fields
from editor.importing.markers import read_marker
from editor.importing.report import Dropped, Guess
from editor.importing.shape import Sayings, goes_on, unquoted
from editor.importing.sheets import CERTAIN, LONGEST, CoverReader, Shape, shapes
from editor.importing.signing import PEOPLE, read_signing
from editor.importing.source import Line
from editor.importing.titles import blocks, find_title
from editor.model.cover import Cover
from editor.templating.dates import parse_dates
from editor.templating.patterns import Placeholder
from editor.templating.schema import PaperKind, Template

_LINES = 60
"""Lines that a cover sheet and a head may have together."""

_BLOCK = 240
"""Characters from which a block of lines is no title."""

_CLAUSE = 25
"""Characters from which a block that ends in a comma or semicolon is a clause."""

_RECOGNISED = 3.0
"""What an alignment must be worth: a code, or a label with its value."""

_CONTRADICTED = 5.0
"""What a kind of paper loses whose code has other parts than the one that was read."""

_USUAL = 0.1
"""What decides between equals: the template's usual kind of paper, the language asked for."""


class Front(Struct, frozen=True):
    """What was read before the body: kind and language of the paper (empty where nothing says), the cover's fields.

    `end` is the position of the body's first line, `code` the document code as typed there.
    """

    end: int = 0
    kind: str = ""
    language: str = ""
    fields: Fields = Fields()
    code: str = ""
    dropped: tuple[Dropped, ...] = ()
    guesses: tuple[Guess, ...] = ()


class _Candidate(Struct, frozen=True):
    worth: float
    kind: PaperKind
    language: str
    reader: CoverReader
    sheet: list[Shape]
    matches: tuple[Match, ...]


def read_front(
    lines: Sequence[Line], template: Template, kind: str | None, language: str | None, phrases: Sayings
) -> Front:
    """Return what stands before the body in `lines`.

    The sheets of every kind of paper (or of `kind`) in every language are held against the lines; the one that explains
    most is taken, of equals that in `language`. `phrases` are the enacting phrases, with which a body may begin.
    """
    start = body_start(lines, template, phrases)
    signing = read_signing(lines[: min(start, _LINES)], template)
    kept = [at for at in range(min(start, _LINES)) if at not in signing.lines]
    front = [FrontLine(lines[at].words, at - 1 in kept and not lines[at].gap) for at in kept]
    candidates = _candidates(front, template, kind, language) if front else iter(())
    best = max(candidates, key=lambda candidate: candidate.worth, default=None)
    if best is None or best.worth < _RECOGNISED:
        return _title_alone(lines, start, template, kind, phrases)
    captures = [
        Capture(placeholder, text, lines[kept[match.first]].number)
        for match in best.matches
        for placeholder, text in match.captures
    ]
    read = {kept[at] for match in best.matches for at in range(match.first, match.last + 1)}
    end = max({*read, *signing.lines}) + 1
    signed = next((field.key for field in best.kind.fields if field.kind == PEOPLE), "")
    if signed:
        captures += [Capture(Placeholder(signed), name, lines[at].number) for at, name in signing.persons]
        read |= signing.lines
    for at in set(range(end)) - read:
        late = _out_of_order(lines[at], best, {capture.key for capture in captures})
        captures += late
        read.update([at] if late else [])
    fields = read_fields(captures, best.reader)
    return Front(
        end,
        best.kind.id,
        fields.language or best.language,
        fields,
        next((capture.text for capture in captures if capture.key == "code"), ""),
        tuple(_dropped(lines[:end], frozenset(read))),
        (*fields.guesses, *_unread(line for at, line in enumerate(lines[:end]) if at not in read)),
    )


def _out_of_order(line: Line, best: _Candidate, known: set[str]) -> list[Capture]:
    """Return what a line that was left out says for sure of a field that has no value yet."""
    for shape in best.sheet:
        found = best.reader.read(shape, line.words)
        if found and found[0] >= CERTAIN and found[1] and not any(_key(where) in known for where, _ in found[1]):
            return [Capture(placeholder, text, line.number) for placeholder, text in found[1]]
    return []


def _key(placeholder: Placeholder) -> str:
    return placeholder.name.partition(".")[0]


def _candidates(
    front: list[FrontLine], template: Template, kind: str | None, language: str | None
) -> Iterator[_Candidate]:
    for paper in template.file.kinds:
        if not paper.body or kind not in (None, paper.id):
            continue
        reader = CoverReader(template, paper)
        contradicted = _CONTRADICTED * any(_contradicts(line.text, paper, reader) for line in front)
        usual = _USUAL * (paper.id == template.file.default_kind)
        for known in template.file.languages:
            if known.code in template.words:
                sheet = shapes((*paper.cover, *paper.head), template, known.code)
                worth, matches = align(front, sheet, reader)
                worth += usual - contradicted + _USUAL * (known.code == language)
                yield _Candidate(worth, paper, known.code, reader, sheet, matches)


def _contradicts(text: str, paper: PaperKind, reader: CoverReader) -> bool:
    """Return whether `text` is the code of another kind of paper."""
    found = reader.code(text)
    return found is not None and any(found.code.get(token) not in ("", value) for token, value in paper.code.items())


def body_start(lines: Sequence[Line], template: Template, phrases: Sayings) -> int:
    """Return the position of the first line that must belong to the body; the number of lines if there is none."""
    for start, end in blocks(lines):
        words = " ".join(line.words for line in lines[start : min(end, start + 20)])
        apart = any(line.breaks for line in lines[start:end])
        clause = goes_on(words) and len(words) >= _CLAUSE
        for at in range(start, end):
            text = lines[at].words
            if text in phrases or _is_numbered(text, lines[at], template):
                return at
        if not apart and (len(words) >= _BLOCK or clause):
            return start
    return len(lines)


def _is_numbered(text: str, line: Line, template: Template) -> bool:
    """Return whether a line is a numbered clause, not a date."""
    if line.heading:
        return False
    if line.label or line.level is not None:
        return True
    found = read_marker(text[:60])
    if found is None or not found[0].dress or (found[0].dress == "-" and not found[0].is_bullet):
        return False
    marker = found[0]
    first = marker.value == 1 or (marker.is_decimal and marker.value < 1000)
    return first and not (len(text) <= LONGEST and parse_dates(template, text))


def _title_alone(lines: Sequence[Line], start: int, template: Template, kind: str | None, phrases: Sayings) -> Front:
    """Return the title where a body has no cover before it; nothing if the kind of paper has no title."""
    paper = template.kind(kind or template.file.default_kind)
    phases = template.file.grammar.phases
    found = find_title(lines, start, phrases, opens=phases[:1] == ("enacting",))
    if found is None or all(field.key != TITLE for field in paper.fields):
        return Front()
    end, first, last = found
    title = unquoted(" ".join(line.words for line in lines[first:last]))
    return Front(
        end,
        fields=Fields(Cover(((TITLE, title),))),
        dropped=tuple(_dropped(lines[:end], frozenset(range(first, last)))),
        guesses=(
            Guess("title", (("text", title),), lines[first].number),
            *_unread(line for at, line in enumerate(lines[:end]) if not first <= at < last),
        ),
    )


def _dropped(lines: Sequence[Line], read: frozenset[int]) -> Iterator[Dropped]:
    for at, line in enumerate(lines):
        yield Dropped(line.words, line.number, "cover" if at in read else "unread")


def _unread(lines: Iterable[Line]) -> Iterator[Guess]:
    return (Guess("unread", (("text", line.words),), line.number) for line in lines)
