"""Two ways of numbering that bodies have, as small as tests want them."""

from editor.model.scheme import LevelRule, NumberFormat, Scheme

_LETTERS = NumberFormat("letters", label="{}.")
_BRACKETED = NumberFormat("letters", label="({})", bare="({})")
_ROMAN = NumberFormat("roman", label="({})", bare="({})")
_CHAPTER = LevelRule("part", 0, NumberFormat("roman", upper=True, label="Chapter {}"))

CONTINUOUS = Scheme(
    (
        LevelRule("preambular", 0, NumberFormat(), "paragraphs"),
        LevelRule("operative", 0, NumberFormat(), "paragraphs"),
        LevelRule("item", 1, _LETTERS),
        LevelRule("item", 2, _ROMAN),
        _CHAPTER,
        LevelRule("part", 1, NumberFormat(label="Section {}")),
        LevelRule("annex", 0, NumberFormat("letters", upper=True, label="Annex {}.")),
    )
)
"""One series through preamble and operative part, which an annex begins anew."""

OPERATIVE_ONLY = Scheme(
    (
        LevelRule("operative", 0, NumberFormat()),
        LevelRule("item", 1, _BRACKETED),
        LevelRule("item", 2, _ROMAN),
        _CHAPTER,
    ),
    restarts=frozenset({"part", "annex"}),
    single_unnumbered=True,
    reference=("paragraph {}", "subparagraph {}"),
)
"""No numbers in the preamble, sections that count for themselves, a lone paragraph without its number."""
