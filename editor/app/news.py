"""What is new in a text that was kept, against the one that was saved: how much, and word by word. No Qt here."""

from typing import Literal

from msgspec import Struct

from editor.app.counting import count_words
from editor.app.recovery import Kept
from editor.comparing.compare import compare
from editor.comparing.comparison import Comparison, Entry
from editor.model.clause import Clause
from editor.model.text import cut
from editor.numbering import Labels, labels, words

Part = tuple[Literal["same", "inserted", "deleted"], str]
"""Words, and whether they stayed, came or went."""


class Line(Struct, frozen=True):
    """A clause with something new: its number as printed, empty where it has none, and its words."""

    number: str
    parts: tuple[Part, ...]


class News(Struct, frozen=True):
    """What is new: words that came or went, in how many clauses, whether the cover changed, and the clauses."""

    words: int
    clauses: int
    cover: bool
    lines: tuple[Line, ...]


def news(one: Kept) -> News:
    """Return what is new in `one`; of a text that was never saved all words count."""
    comparison = compare(one.saved, one.text)
    scheme = one.template.scheme
    old, new = (labels(text.body, scheme(text.language)) for text in (one.saved, one.text))
    lines = tuple(_line(entry, old, new) for entry in comparison.changes)
    changed = sum(len(said.split()) for line in lines for kind, said in line.parts if kind != "same")
    count = count_words(one.text.body) if one.standing == "never-saved" else changed
    return News(count, len(lines), _cover(comparison), lines)


def _cover(comparison: Comparison) -> bool:
    return bool(comparison.cover or comparison.paper)


def _line(entry: Entry, old: Labels, new: Labels) -> Line:
    number = (new if entry.new else old).of(entry.clause.id).text
    return Line(number, tuple(part for part in _parts(entry, old, new) if part[1]))


def _parts(entry: Entry, old: Labels, new: Labels) -> list[Part]:
    if entry.new is None or entry.old is None:
        kind: Literal["inserted", "deleted"] = "inserted" if entry.new else "deleted"
        return [(kind, words(entry.clause.text, new if entry.new else old))]
    if not entry.segments:
        return [("same", words(entry.new.text, new))]
    found: list[Part] = []
    for part in entry.segments:
        if part.kind == "deleted":
            found.append(("deleted", _cut(entry.old, part.start, part.end, old)))
        else:
            kind_: Literal["inserted", "same"] = "inserted" if part.kind == "inserted" else "same"
            found.append((kind_, _cut(entry.new, part.to_start, part.to_end, new)))
    return found


def _cut(clause: Clause, start: int, end: int, labels_: Labels) -> str:
    return words(cut(clause.text, start, end), labels_)
