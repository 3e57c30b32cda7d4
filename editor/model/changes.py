"""Every edit is a change: frozen, invertible, JSON-able. Applying one cannot fail on the state it was made for."""

from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from editor.model.clause import Body
from editor.model.cover import Cover
from editor.model.errors import EditError
from editor.model.resolution import Remark, Resolution


class Splice(Struct, frozen=True, tag="splice"):
    """At position `at`, the clauses `removed` make place for `inserted`."""

    at: int
    removed: Body
    inserted: Body


class SetCover(Struct, frozen=True, tag="cover"):
    """The cover `before` becomes `after`."""

    before: Cover
    after: Cover


class SetRemarks(Struct, frozen=True, tag="remarks"):
    """The remarks `before` become `after`."""

    before: tuple[Remark, ...]
    after: tuple[Remark, ...]


class SetWords(Struct, frozen=True, tag="words"):
    """The text's own words, which spelling takes for right, change from `before` to `after`."""

    before: tuple[str, ...]
    after: tuple[str, ...]


class PaperFields(Struct, frozen=True):
    """What a resolution says of itself as a paper: kind, languages, revision."""

    kind: str
    language: str
    original_language: str
    revision: str


class SetPaper(Struct, frozen=True, tag="paper"):
    """The paper's kind, languages and revision change from `before` to `after`."""

    before: PaperFields
    after: PaperFields


class Compound(Struct, frozen=True, tag="compound"):
    """Several changes that are done and undone as one, in order."""

    changes: tuple["Change", ...]


Change: TypeAlias = Splice | SetCover | SetRemarks | SetWords | SetPaper | Compound

NOTHING = Compound(())


def apply(resolution: Resolution, change: Change) -> Resolution:
    """Return `resolution` after `change`; EditError "stale" if the change was not made for this state."""
    match change:
        case Splice(at, removed, inserted):
            end = at + len(removed)
            if not 0 <= at <= len(resolution.body) or resolution.body[at:end] != removed:
                raise EditError("stale")
            return replace(resolution, body=resolution.body[:at] + inserted + resolution.body[end:])
        case SetCover(before, after):
            if resolution.cover != before:
                raise EditError("stale")
            return replace(resolution, cover=after)
        case SetRemarks(before, after):
            if resolution.remarks != before:
                raise EditError("stale")
            return replace(resolution, remarks=after)
        case SetWords(before, after):
            if resolution.words != before:
                raise EditError("stale")
            return replace(resolution, words=after)
        case SetPaper(before, after):
            if paper_fields(resolution) != before:
                raise EditError("stale")
            return replace(
                resolution,
                kind=after.kind,
                language=after.language,
                original_language=after.original_language,
                revision=after.revision,
            )
        case Compound(changes):
            for part in changes:
                resolution = apply(resolution, part)
            return resolution


def inverse(change: Change) -> Change:
    """Return the change that takes `change` back."""
    match change:
        case Splice(at, removed, inserted):
            return Splice(at, inserted, removed)
        case SetCover(before, after):
            return SetCover(after, before)
        case SetRemarks(before, after):
            return SetRemarks(after, before)
        case SetWords(before, after):
            return SetWords(after, before)
        case SetPaper(before, after):
            return SetPaper(after, before)
        case Compound(changes):
            return Compound(tuple(inverse(part) for part in reversed(changes)))


def compound(*changes: Change) -> Change:
    """Return `changes` as one change: without empty ones, unwrapped if only one is left."""
    kept = tuple(change for change in changes if not is_empty(change))
    return kept[0] if len(kept) == 1 else Compound(kept)


def is_empty(change: Change) -> bool:
    """Return whether `change` leaves everything as it is."""
    match change:
        case Splice(_, removed, inserted):
            return removed == inserted
        case SetCover(before, after):
            return before == after
        case SetRemarks(before, after):
            return before == after
        case SetWords(before, after):
            return before == after
        case SetPaper(before, after):
            return before == after
        case Compound(changes):
            return all(is_empty(part) for part in changes)


def paper_fields(resolution: Resolution) -> PaperFields:
    """Return what `resolution` says of itself as a paper."""
    return PaperFields(resolution.kind, resolution.language, resolution.original_language, resolution.revision)


def body_change(before: Body, after: Body) -> Change:
    """Return the smallest splice that turns `before` into `after`."""
    start = 0
    shortest = min(len(before), len(after))
    while start < shortest and (before[start] is after[start] or before[start] == after[start]):
        start += 1
    end = 0
    while end < shortest - start and (before[-1 - end] is after[-1 - end] or before[-1 - end] == after[-1 - end]):
        end += 1
    return Splice(start, before[start : len(before) - end], after[start : len(after) - end])
