"""Three versions of a clause's words made one, word by word."""

from msgspec import Struct

from editor.comparing.words import Segment, compare_texts
from editor.model.text import Text, cut, normalise


class Edit(Struct, frozen=True):
    """Places `start` to `end` of the base give way to `text`."""

    start: int
    end: int
    text: Text


def edits(base: Text, changed: Text) -> tuple[Edit, ...]:
    """Return what was done to `base`, in its order; a word and what replaced it are one edit."""
    found: list[Edit] = []
    for segment in compare_texts(base, changed):
        if segment.kind == "same":
            continue
        text = cut(changed, segment.to_start, segment.to_end)
        if found and found[-1].end == segment.start and _follows(segment):
            found[-1] = Edit(found[-1].start, segment.end, found[-1].text + text)
        else:
            found.append(Edit(segment.start, segment.end, text))
    return tuple(found)


def _follows(segment: Segment) -> bool:
    return segment.kind in ("inserted", "deleted")


def merge_texts(base: Text, mine: Text, theirs: Text) -> Text | None:
    """Return `base` with what both did to it, None where both touched the same words in different ways.

    Changes that touch each other count as one place: which of two insertions comes first nobody can know.
    """
    if mine == theirs or theirs == base:
        return mine
    if mine == base:
        return theirs
    pieces: Text = ()
    at = 0
    done: Edit | None = None
    for edit in sorted({*edits(base, mine), *edits(base, theirs)}, key=lambda edit: (edit.start, edit.end)):
        if done is not None and (edit.start < done.end or edit.start == done.end):
            return None
        pieces += cut(base, at, edit.start) + edit.text
        at, done = edit.end, edit
    return normalise(pieces + cut(base, at))
