"""Labels: the number of every clause and the words of every reference, derived afresh from the body.

Domain rules: one continuous arabic series through preamble and operative part, lettered sub-items (OSCE PA); a preamble
without numbers and an operative part that restarts by section (UN). Which applies is the template's scheme.
"""

from msgspec import Struct

from editor.model.clause import DIVIDERS, NESTED, Body, Clause, Kind, sets_series
from editor.model.numerals import written
from editor.model.scheme import LevelRule, NumberFormat, Scheme
from editor.model.text import Note, Reference, Text

__all__ = ["UNNUMBERED", "Label", "Labels", "labels", "notes", "reference_pattern", "words"]


class Label(Struct, frozen=True, gc=False):
    """A clause's number: `text` as printed ("12."), `bare` as in references ("12").

    `value` is its place in the series, None where the clause stands outside it (a textual override, no number).
    `counts` tells whether the value follows from the clause before (False: set by an override or a restart).
    """

    text: str = ""
    bare: str = ""
    value: int | None = None
    counts: bool = True
    format: NumberFormat | None = None
    series: str = ""


UNNUMBERED = Label()


class Labels(Struct, frozen=True):
    """The labels of one body: `by_place` follows the body, `scheme` words the references."""

    body: Body
    scheme: Scheme
    by_place: tuple[Label, ...]
    places: dict[str, int]
    parents: tuple[int, ...]

    def of(self, clause_id: str) -> Label:
        """Return the label of clause `clause_id`; an empty one if it is not in the body."""
        at = self.places.get(clause_id)
        return UNNUMBERED if at is None else self.by_place[at]

    def numbers(self, clause_id: str) -> tuple[str, ...] | None:
        """Return the bare numbers from the top clause down to `clause_id`, None if it has none itself or is gone.

        Clauses above it that have no number (a lone operative paragraph) are passed over.
        """
        chain = self._chain(clause_id)
        return tuple(self.by_place[at].bare for at in chain) or None

    def reference(self, reference: Reference) -> str:
        """Return the words of `reference` as printed: "paragraph 4", "11 a"; the scheme's `broken` without target."""
        return "".join(words for words, _ in self.pieces(reference))

    def pieces(self, reference: Reference) -> tuple[tuple[str, str], ...]:
        """Return the words of `reference` in pieces, each number with the id of its clause, all else with ""."""
        chain = self._chain(reference.target)
        before, after = self._around(reference.target) if reference.form == "full" else ("", "")
        found = [(before, "")]
        for place, at in enumerate(chain):
            found += [(self.scheme.joint, "")] if place else []
            found.append((self.by_place[at].bare, self.body[at].id))
        found += [(after, "")] if chain else [(self.scheme.broken, ""), (after, "")]
        return tuple(piece for piece in found if piece[0])

    def resolves(self, reference: Reference) -> bool:
        """Return whether the reference's target is in the body and has a number."""
        return bool(self._chain(reference.target))

    def _chain(self, clause_id: str) -> list[int]:
        """Return the places of the numbers in a reference to `clause_id`, from the top; none if it is not numbered."""
        at = self.places.get(clause_id, -1)
        if at < 0 or not self.by_place[at].bare:
            return []
        chain: list[int] = []
        while at >= 0:
            if self.by_place[at].bare:
                chain.append(at)
            at = self.parents[at]
        return chain[::-1]

    def _around(self, clause_id: str) -> tuple[str, str]:
        """Return what stands before and after the number in the full form of a reference to `clause_id`."""
        at = self.places.get(clause_id, -1)
        if at < 0:
            return _halves(reference_pattern(self.scheme, 0))
        clause, label = self.body[at], self.by_place[at]
        for rule in self.scheme.rules:
            if rule.reference and (rule.kind, rule.level) == (clause.kind, clause.level):
                return _halves(rule.reference)
        if clause.kind in DIVIDERS and label.bare:
            before, _, after = label.text.rpartition(label.bare)
            return before, after.rstrip(".")
        return _halves(reference_pattern(self.scheme, clause.level if clause.kind in NESTED else 0))


def _halves(pattern: str) -> tuple[str, str]:
    before, _, after = pattern.partition("{}")
    return before, after


def reference_pattern(scheme: Scheme, depth: int) -> str:
    """Return the full form of a reference to a clause `depth` levels down, "{}" standing for the number."""
    return scheme.reference[min(depth, len(scheme.reference) - 1)] if scheme.reference else "{}"


def labels(body: Body, scheme: Scheme) -> Labels:
    """Return the labels of `body`, in one pass over it."""
    counter = _Counter(scheme, _lone_operatives(body) if scheme.single_unnumbered else frozenset())
    found: list[Label] = []
    parents: list[int] = []
    chain: list[int] = []
    for at, clause in enumerate(body):
        if clause.kind in NESTED:
            del chain[clause.level :]
            parent = chain[-1] if chain else -1
        else:
            chain.clear()
            parent = -1
        chain.append(at)
        parents.append(parent)
        found.append(counter.label(clause, parent))
    places = {clause.id: at for at, clause in enumerate(body)}
    return Labels(body, scheme, tuple(found), places, tuple(parents))


_Key = str | int | tuple[Kind, int]  # what counts: a series of paragraphs, a parent's sub-items, parts of one level


class _Series:
    """A rule of the scheme with the labels it has given: most sub-items are a, b or c."""

    def __init__(self, rule: LevelRule) -> None:
        self.format = rule.format
        self.key = rule.series or rule.kind
        self._counted: dict[int, Label] = {}

    def label(self, value: int, counts: bool) -> Label:
        """Return the label of `value`, which follows from the clause before if it `counts`."""
        found = self._counted.get(value) if counts else None
        if found is None:
            text, bare = written(self.format, value)
            found = Label(text, bare, value, counts, self.format, self.key)
            if counts:
                self._counted[value] = found
        return found


class _Counter:
    """The running counts of one pass: paragraphs by series, sub-items by their parent, parts by kind and level."""

    def __init__(self, scheme: Scheme, alone: frozenset[str]) -> None:
        self._series = {(rule.kind, rule.level): _Series(rule) for rule in scheme.rules}
        self._restarts = scheme.restarts
        self._alone = alone
        self._counts: dict[_Key, int] = {}
        self._restarted: set[_Key] = set()

    def label(self, clause: Clause, parent: int) -> Label:
        """Return the label of `clause`, the next in the body, which belongs to the clause at place `parent`."""
        kind, level, number = clause.kind, clause.level, clause.number
        series = self._series.get((kind, level))
        key: _Key = parent
        if kind in DIVIDERS:
            self._divide(clause)
            key = (kind, level)
        elif kind not in NESTED and series is not None:
            key = series.key
        if series is None or (number is not None and not sets_series(number)):
            return UNNUMBERED if number is None else _override(number, series.format if series else None)
        if number is None and clause.id in self._alone:
            return UNNUMBERED
        value = self._counts.get(key, 0) + 1 if number is None else int(number)
        counts = number is None and key not in self._restarted
        self._counts[key] = value
        self._restarted.discard(key)
        return series.label(value, counts)

    def _divide(self, clause: Clause) -> None:
        """Begin a part or annex: the parts below it count afresh, and its paragraphs where it or the scheme says so."""
        restarts = clause.kind in self._restarts if clause.restart is None else clause.restart
        kept: dict[_Key, int] = {}
        for key, value in self._counts.items():
            if isinstance(key, str):
                if restarts:
                    self._restarted.add(key)
                else:
                    kept[key] = value
            elif isinstance(key, tuple) and (key[0] == "annex" or (clause.kind == "part" and key[1] <= clause.level)):
                kept[key] = value
        self._counts = kept


def _override(number: str, format_: NumberFormat | None) -> Label:
    """Return the label of an override in words: "12 bis" is dressed as its neighbours are, "12 bis." or "(12 bis)".

    What ends in a mark of its own ("12 bis)", "*") stands as it was given, and so does what no rule numbers.
    """
    if format_ is not None:
        before, after = _halves(format_.label)
        core = number.removeprefix(before).removesuffix(after)
        if core[-1:].isalnum():
            return Label(format_.label.replace("{}", core), format_.bare.replace("{}", core), None, False)
    bare = number.rstrip(".")
    return Label(number, bare if "(" in bare else bare.rstrip(")"), None, False)


def _lone_operatives(body: Body) -> frozenset[str]:
    """Return the ids of operative clauses that are the only one in their division (UN: such a clause has no number)."""
    alone: set[str] = set()
    inside: list[str] = []
    for clause in (*body, Clause("", "part")):
        if clause.kind in DIVIDERS:
            if len(inside) == 1:
                alone.update(inside)
            inside = []
        elif clause.kind == "operative":
            inside.append(clause.id)
    return frozenset(alone)


def words(text: Text, labels_: Labels) -> str:
    """Return `text` as plain words: references resolved, notes left out."""
    pieces: list[str] = []
    for piece in text:
        if isinstance(piece, Reference):
            pieces.append(labels_.reference(piece))
        elif not isinstance(piece, Note):
            pieces.append(piece.text)
    return "".join(pieces)


def notes(body: Body) -> tuple[tuple[str, Note], ...]:
    """Return every note of `body` with its clause's id, in order: the first is note 1."""
    return tuple((clause.id, piece) for clause in body for piece in clause.text if isinstance(piece, Note))
