"""A clause, and the kinds of clause there are."""

from typing import Literal

from msgspec import Struct

from editor.model.text import Text

Kind = Literal["preambular", "enacting", "operative", "item", "closing", "heading", "part", "annex"]
"""What a clause is in a resolution.

preambular, operative: a paragraph of the preamble or of the operative part; enacting: the phrase that names the organ
and joins the two; item: a sub-item of any depth; closing: text that goes on after a clause's sub-items; heading: an
unnumbered thematic heading; part: opens a section or chapter; annex: opens an annex after the body.
"""

Extra = tuple[tuple[str, str], ...]
"""Keys this version does not know, each with its JSON text: kept and written back."""

NESTED: frozenset[Kind] = frozenset({"item", "closing"})
"""Kinds that stand below a clause, at level 1 or deeper; all others but a nested part stand at level 0."""

PARAGRAPHS: frozenset[Kind] = frozenset({"preambular", "operative"})
"""Kinds that a reader calls a paragraph of the resolution."""

DIVIDERS: frozenset[Kind] = frozenset({"part", "annex"})
"""Kinds that open a division with a preamble, enacting phrase and operative part of its own."""

HIGHEST_NUMBER = 9999
"""The highest number an override may set: no list is longer, and letters and roman numerals grow with the number."""

LONGEST_NUMBER = 24
"""The most characters an override in words may have; it stands in the margin ("12 quinquies" has 12)."""


class Clause(Struct, frozen=True, gc=False):
    """One clause of the body; the tree is the flat list of clauses with their levels.

    `level` is 0 for a top clause, 1 for its sub-items, and so on; a closing text has the level of the sub-items before
    it. `number` overrides the label: digits set the series, any other text ("12 bis") stands outside it, "" prints no
    number. `restart` says whether a part or annex begins its paragraphs at 1 again (None: as the scheme says).
    """

    id: str
    kind: Kind
    level: int = 0
    text: Text = ()
    number: str | None = None
    restart: bool | None = None
    extra: Extra = ()


Body = tuple[Clause, ...]


def sets_series(number: str) -> bool:
    """Return whether the override `number` is a number to count on from, not words that stand outside the series."""
    return number.isascii() and number.isdigit() and len(number) <= len(str(HIGHEST_NUMBER))
