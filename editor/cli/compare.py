"""`compare`: what became of one text in another, as lines on the terminal or as a redline in a file."""

import argparse
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from editor.app.copies import write
from editor.app.documents import Document
from editor.app.wording import finding_sentence
from editor.cli.opening import opened
from editor.cli.outcome import OK, say
from editor.cli.outline import plain_value
from editor.cli.parser import UsageError
from editor.comparing.compare import compare
from editor.comparing.comparison import Comparison, Entry, Fate, FieldChange
from editor.comparing.words import Segment, compare_texts
from editor.model.clause import Clause
from editor.model.cover import Code, CoverValue, DateRange
from editor.model.text import LINE_BREAK, Note, Text, cut, plain_text
from editor.numbering import Labels, labels, words
from editor.templating.people import name_with_country

FORMATS = ("docx", "pdf", "html", "txt")
"""What a redline can be written as; in plain text it is the new words alone."""

_FATES: dict[Fate, str] = {"changed": "Changed", "inserted": "Added", "deleted": "Deleted", "moved": "Moved"}

_ASPECTS = {
    "look": "formatting",
    "kind": "kind",
    "level": "level",
    "number": "number",
    "restart": "counting",
    "extra": "other properties",
}


def run(options: argparse.Namespace) -> int:
    """Compare two projects; that they differ is no error."""
    target = options.output
    format_ = target.suffix.lower().removeprefix(".") if target else ""
    if target and format_ not in FORMATS:
        raise UsageError(f"{target}: its ending names no format; there are {', '.join(FORMATS)}.")
    old, new = opened(options.old), opened(options.new)
    comparison = compare(old.resolution, new.resolution)
    if target is None:
        for line in summary(comparison, old, new):
            print(line)
        return OK
    from editor.compose.composition import Hand
    from editor.compose.redline import redline
    from editor.project.saving import save_bytes

    hand = Hand(options.author)
    composition = redline(old.resolution, new.resolution, new.template, None, hand, comparison)
    copy = write(composition, format_)
    save_bytes(target, copy.data)
    for code, parameters in copy.faults:
        say(f"{target}: {finding_sentence(code, parameters)}")
    return OK


def summary(comparison: Comparison, old: Document, new: Document) -> Iterator[str]:
    """Yield what changed in lines: fields first, then clauses as they are read, at last how many there are."""
    if comparison.alike:
        yield "The texts are the same."
        return
    one, other = _labels(old), _labels(new)
    for field in comparison.paper:
        yield f"{field.key.replace('_', ' ').capitalize()}: {_field(field, old, new)}"
    for field in comparison.cover:
        yield f"Cover, {field.key}: {_field(field, old, new)}"
    for entry in comparison.changes:
        yield f"{_FATES[entry.fate]} {_place(entry, one, other)}{_how(entry)}: {_words(entry, one, other)}"
    counts = Counter(entry.fate for entry in comparison.changes)
    parts = [f"{counts[fate]} {name.lower()}" for fate, name in _FATES.items() if counts[fate]]
    fields = len(comparison.paper) + len(comparison.cover)
    parts += [f"{fields} {'field' if fields == 1 else 'fields'} of the cover or paper"] if fields else []
    yield f"{', '.join(parts)}."


def _labels(document: Document) -> Labels:
    return labels(document.resolution.body, document.template.scheme(document.resolution.language))


def _field(field: FieldChange, old: Document, new: Document) -> str:
    gone, come = _value(field.old, old), _value(field.new, new)
    if gone and come:
        before, after = plain_text(gone), plain_text(come)
        return "".join(_segment(one, gone, come) for one in compare_texts(before, after))
    return (f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else "")


def _segment(segment: Segment, old: str, new: str) -> str:
    if segment.kind == "same":
        return old[segment.start : segment.end]
    gone, come = old[segment.start : segment.end], new[segment.to_start : segment.to_end]
    return (f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else "")


def _value(value: CoverValue | None, document: Document) -> str:
    if value is None:
        return ""
    if isinstance(value, DateRange):
        return f"{value.first.isoformat()} to {value.last.isoformat()}"
    if isinstance(value, str | Code):
        return str(plain_value(value, document.resolution, document.template)).replace(LINE_BREAK, " ")
    people = value if isinstance(value, tuple) else (value,)
    return "; ".join(name_with_country(person) for person in people)


def _place(entry: Entry, old: Labels, new: Labels) -> str:
    before = _name(entry.old, old) if entry.old else ""
    after = _name(entry.new, new) if entry.new else ""
    return f"{before} -> {after}" if before and after and before != after else after or before


def _name(clause: Clause, labelled: Labels) -> str:
    """Return what a reader calls a clause: its numbers from the top down, its kind where it has none."""
    numbers = labelled.numbers(clause.id) if labelled.of(clause.id).text else None
    return " ".join(numbers) if numbers else "enacting phrase" if clause.kind == "enacting" else clause.kind


def _how(entry: Entry) -> str:
    found = [name for aspect, name in _ASPECTS.items() if aspect in entry.aspects]
    return f" ({', '.join(found)})" if found else ""


def _words(entry: Entry, old: Labels, new: Labels) -> str:
    if entry.old is None or entry.new is None or not entry.segments:
        found = _plain(entry.clause.text, new if entry.new else old)
        return f"[-{found}-]" if entry.new is None else f"{{+{found}+}}" if entry.old is None else found
    pieces: list[str] = []
    for segment in entry.segments:
        before = cut(entry.old.text, segment.start, segment.end)
        after = cut(entry.new.text, segment.to_start, segment.to_end)
        if segment.kind in ("same", "look"):
            pieces.append(_plain(after, new))
            continue
        pieces.append(f"[-{_plain(before, old)}-]" if before else "")
        pieces.append(f"{{+{_plain(after, new)}+}}" if after else "")
    return "".join(pieces)


def _plain(text: Text, labelled: Labels) -> str:
    pieces = (
        [" (note: ", words(one.text, labelled), ")"] if isinstance(one, Note) else [words((one,), labelled)]
        for one in text
    )
    return "".join(chain.from_iterable(pieces)).replace(LINE_BREAK, " ")
