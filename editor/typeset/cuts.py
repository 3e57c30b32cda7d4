"""Lines as cuts through a paragraph's material, and the ways to cut a word."""

from msgspec import Struct

from editor.typeset.hyphens import Hyphens
from editor.typeset.material import NEVER, Material

SLACK = 0.01
"""By how much rounding may make a line seem wider than it is, in thousandths of the type size."""


class Measure(Struct, frozen=True, gc=False):
    """The widths of a paragraph's first line and of the others, in thousandths of its size."""

    first: float
    rest: float


class Cut(Struct, frozen=True, gc=False):
    """One line: tokens `first` to `last`; `skip` characters of the first stand in the line before.

    `take` characters of the last stand in this line before a hyphen (0: the whole token). `begin` is where it begins in
    the material and `width` its own width.
    """

    first: int
    skip: int
    last: int
    take: int
    begin: float
    width: float


def prefixes(material: Material, token: int, skip: int, hyphens: Hyphens) -> list[tuple[int, float, float]]:
    """Return the ways to hyphenate `token`: characters before the hyphen, their width with it, and that of the rest."""
    if token >= len(material.ends) or (material.after[token] == NEVER and token + 1 < len(material.ends)):
        return []
    word = material.text[material.begins[token] : material.finish(token)]
    look = material.look_of(token)
    if look.language or look.link or look.box:
        return []
    face, scale = look.face, look.scale
    if skip == 0 and scale == 1.0:
        return hyphens.measured(word, face)
    return [
        (cut, face.width(word[skip:cut] + "-") * scale, face.width(word[cut:]) * scale)
        for cut in hyphens.cuts(word)
        if cut > skip + 1
    ]
