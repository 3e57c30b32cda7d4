"""`redline`: two texts as one document that shows what came and what went."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from editor.comparing.compare import compare
from editor.comparing.comparison import Comparison, Entry
from editor.comparing.sequence import common
from editor.comparing.words import compare_texts
from editor.compose.changed import Sides, changed
from editor.compose.compose import Options, compose
from editor.compose.composition import (
    Block,
    Composition,
    Former,
    Hand,
    LineBreak,
    NumberedList,
    Paragraph,
    Section,
    Words,
)
from editor.model.resolution import Resolution
from editor.model.text import LINE_BREAK, Inline, Run, Text
from editor.numbering import labels
from editor.templating.openings import printed
from editor.templating.schema import Template


def redline(
    old: Resolution,
    new: Resolution,
    template: Template,
    options: Options | None = None,
    hand: Hand | None = None,
    comparison: Comparison | None = None,
) -> Composition:
    """Return `new` as its template prints it, with what `hand` did to `old` marked; KeyError as `compose`.

    Without its changes it is `old` under the same template. `comparison` is that of the two, made here if not given. A
    reference whose number only followed its clause is not marked.
    """
    comparison = comparison or compare(old, new)
    before = replace(
        old,
        kind=old.kind if any(kind.id == old.kind for kind in template.file.kinds) else new.kind,
        language=old.language if old.language in template.words else new.language,
        remarks=(),
    )
    one, other = compose(before, template, options), compose(new, template, options)
    sides = Sides(
        labels(before.body, template.scheme(before.language)),
        labels(new.body, template.scheme(new.language)),
        frozenset(entry.new.id for entry in comparison.entries if entry.new and entry.fate == "moved"),
    )
    entries = [_printed(entry, before.language, new.language, template) for entry in comparison.entries]
    earlier = {section.name: section for section in one.sections}
    return replace(
        other,
        sections=tuple(_section(earlier.get(section.name), section, entries, sides) for section in other.sections),
        lists=_lists(one.lists, other.lists),
        hands={"": hand or Hand()},
    )


def _printed(entry: Entry, language: str, later: str, template: Template) -> Entry:
    """Return `entry` with its clauses as they are printed; their words and offsets stay."""
    old = entry.old and replace(entry.old, text=printed(entry.old, template, language))
    return replace(entry, old=old, new=entry.new and replace(entry.new, text=printed(entry.new, template, later)))


def _lists(old: tuple[NumberedList, ...], new: tuple[NumberedList, ...]) -> tuple[NumberedList, ...]:
    """Return the lists of both texts, each as deep as either needs."""
    found = {one.name: one for one in new}
    for one in old:
        if one.name not in found or len(one.levels) > len(found[one.name].levels):
            found[one.name] = one
    return tuple(found.values())


def _section(old: Section | None, new: Section, entries: Sequence[Entry], sides: Sides) -> Section:
    if old is None:
        old = Section(new.name, ())
    body = new.name == "body"
    before, after = ([_is_clause(block) and body for block in side.blocks] for side in (old, new))
    lines: tuple[Block, ...] = _lines(
        tuple(block for block, clause in zip(old.blocks, before, strict=True) if not clause),
        tuple(block for block, clause in zip(new.blocks, after, strict=True) if not clause),
    )
    clauses: tuple[Block, ...] = ()
    if body:
        clauses = tuple(_clauses(entries, _by_anchor(old), _by_anchor(new), sides))
    return replace(
        new,
        blocks=(*lines, *clauses),
        header=tuple(block for block in _lines(old.header, new.header) if isinstance(block, Paragraph)),
        footer=tuple(block for block in _lines(old.footer, new.footer) if isinstance(block, Paragraph)),
    )


def _is_clause(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(block.anchor)


def _by_anchor(section: Section) -> dict[str, Paragraph]:
    return {block.anchor: block for block in section.blocks if isinstance(block, Paragraph) and block.anchor}


def _clauses(
    entries: Sequence[Entry], old: Mapping[str, Paragraph], new: Mapping[str, Paragraph], sides: Sides
) -> Iterator[Paragraph]:
    for entry in entries:
        if entry.new is None or entry.fate == "moved-away":
            assert entry.old is not None
            gone = old[entry.old.id]
            moved = entry.fate == "moved-away"
            # What moved has its id where it stands now.
            yield replace(
                gone,
                spans=sides.gone(gone.spans),
                change="deleted",
                moved=moved,
                anchor="" if moved or entry.old.id in new else gone.anchor,
                begins="",
            )
        elif entry.old is None or entry.fate == "moved":
            yield replace(new[entry.new.id], change="inserted", moved=entry.fate == "moved")
        else:
            was, now = old[entry.old.id], new[entry.new.id]
            place = Former(was.style, was.label, was.level)
            former = None if place == Former(now.style, now.label, now.level) else place
            yield replace(now, spans=changed(entry.old.text, entry.new.text, entry.segments, sides), former=former)


def _lines(old: Sequence[Block], new: Sequence[Block]) -> tuple[Block, ...]:
    """Return the lines of a cover, head or form, those of one style in one order taken for the same."""
    found: list[Block] = []
    at = to = 0
    for one, other in [*common([_look(block) for block in old], [_look(block) for block in new]), (len(old), len(new))]:
        found += [replace(block, change="deleted") for block in old[at:one] if isinstance(block, Paragraph)]
        found += [
            replace(block, change="inserted") if isinstance(block, Paragraph) else block for block in new[to:other]
        ]
        if one < len(old):
            found.append(_line(old[one], new[other]))
        at, to = one + 1, other + 1
    return tuple(found)


def _look(block: Block) -> object:
    return (block.style, block.role) if isinstance(block, Paragraph) else block


def _line(old: Block, new: Block) -> Block:
    if not isinstance(old, Paragraph) or not isinstance(new, Paragraph) or old.spans == new.spans:
        return new
    before, after = _text(old), _text(new)
    if before is None or after is None:  # page numbers stand among its words
        return new
    return replace(new, spans=changed(before, after, compare_texts(before, after), None))


def _text(paragraph: Paragraph) -> Text | None:
    """Return the words of a line as a text, None if it holds more than words."""
    pieces: list[Inline] = []
    for span in paragraph.spans:
        if isinstance(span, Words):
            pieces.append(Run(span.text, span.marks, span.language))
        elif isinstance(span, LineBreak):
            pieces.append(Run(LINE_BREAK))
        else:
            return None
    return tuple(pieces)
