"""How a body is numbered in one language: the part of a template that `numbering` needs."""

from typing import Literal

from msgspec import Struct

from editor.model.clause import Kind

Digits = Literal["decimal", "letters", "roman", "none"]
Beyond = Literal["double", "positional"]


class NumberFormat(Struct, frozen=True):
    """How one level of numbers is written.

    `digits` says what counts: decimal, the letters of `alphabet` (any script), small roman, or nothing printed. `upper`
    takes capital letters. After the alphabet's last letter `beyond` goes on with aa, bb, cc ("double", as Word does) or
    aa, ab, ac ("positional"). `label` is the printed form and `bare` that inside references, "{}" standing for the
    number.

    `word` names the counterpart in Word (w:numFmt), empty where Word has none; such labels are written out there.
    """

    digits: Digits = "decimal"
    alphabet: str = "abcdefghijklmnopqrstuvwxyz"
    upper: bool = False
    beyond: Beyond = "double"
    label: str = "{}."
    bare: str = "{}"
    word: str = "decimal"


class LevelRule(Struct, frozen=True):
    """The format of the clauses of `kind` at `level`, and the series they count in.

    Clauses of one series share one count (preamble and operative part of a continuous body); sub-items count afresh
    under each clause whatever their series is called, parts afresh under each part of the level above and each annex.
    `reference` is the full form of a reference to such a clause ("annex {}"), empty for the scheme's.
    """

    kind: Kind
    level: int
    format: NumberFormat
    series: str = ""
    reference: str = ""


class Scheme(Struct, frozen=True):
    """The numbering of a body.

    A kind and level without a rule is not numbered. `restarts` names the dividers after which every series of
    paragraphs begins again; a clause's own `restart` wins. `single_unnumbered` leaves a lone operative clause of a
    division without its number. `reference` is the full form of a reference by the depth of its target ("paragraph {}"
    at 0, "sub-paragraph {}" at 1; the last serves all deeper ones) where its rule has none; a part or annex is then
    called by its label. `joint` is what stands between the numbers of a composite ("11 a"), `broken` what a reference
    without a target prints as its number.
    """

    rules: tuple[LevelRule, ...] = ()
    restarts: frozenset[Kind] = frozenset({"annex"})
    single_unnumbered: bool = False
    reference: tuple[str, ...] = ("paragraph {}",)
    joint: str = " "
    broken: str = "?"
