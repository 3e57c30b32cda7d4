"""What a comparison of two resolutions holds: one frozen value that screen, writers and amendments all read."""

from typing import Literal

from msgspec import Struct

from editor.comparing.words import Segment
from editor.model.clause import Clause
from editor.model.cover import CoverValue
from editor.model.resolution import Remark

Fate = Literal["same", "changed", "inserted", "deleted", "moved", "moved-away"]
"""What became of a clause.

"changed": words or properties, at its place; "moved": where it stands now (changed or not), "moved-away": where it
stood before.
"""

Aspect = Literal["words", "look", "kind", "level", "number", "restart", "extra", "id"]
"""What of a clause changed; "look" is the marks and languages of words that stayed."""


class Entry(Struct, frozen=True, gc=False):
    """A clause as it was and as it is, None where it was not there.

    `segments` are its words compared, empty where they are the same. `along` is the new id of the moved clause that it
    was moved with, empty for what was moved by itself.
    """

    fate: Fate
    old: Clause | None = None
    new: Clause | None = None
    aspects: frozenset[Aspect] = frozenset()
    segments: tuple[Segment, ...] = ()
    along: str = ""

    @property
    def clause(self) -> Clause:
        """The clause as it is, as it was where it is gone."""
        found = self.new or self.old
        assert found is not None
        return found


class FieldChange(Struct, frozen=True):
    """A field of the cover, or of the paper ("kind", "language", "original_language", "revision", "template").

    None stands for an empty field of the cover.
    """

    key: str
    old: CoverValue | None
    new: CoverValue | None


class Comparison(Struct, frozen=True):
    """Two resolutions compared, `entries` in reading order: what is gone stands where it was.

    `pairs` are the old ids of all clauses that both have, with their new ones.
    """

    entries: tuple[Entry, ...] = ()
    cover: tuple[FieldChange, ...] = ()
    paper: tuple[FieldChange, ...] = ()
    remarks: tuple[tuple[Remark | None, Remark | None], ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()

    @property
    def changes(self) -> tuple[Entry, ...]:
        """The entries that say something: one for each change, none for what only moved along or stayed."""
        return tuple(
            entry
            for entry in self.entries
            if entry.fate not in ("same", "moved-away") and (not entry.along or entry.aspects)
        )

    @property
    def alike(self) -> bool:
        """Whether the texts say the same: remarks are colleagues' own and do not count."""
        return not (self.changes or self.cover or self.paper)
