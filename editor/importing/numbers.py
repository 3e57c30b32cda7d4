"""The numbers that were typed, held against those that will be printed."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from editor.importing.drafts import Draft
from editor.importing.markers import Marker
from editor.importing.report import Guess
from editor.model.clause import PARAGRAPHS, Body, Clause
from editor.model.scheme import NumberFormat, Scheme
from editor.numbering import Labels, labels

_SIGNS = " .()（）、．-–‘’'\u00a0"
"""Signs around a number, in any dress."""


def kept_numbers(body: Body, drafts: Sequence[Draft], scheme: Scheme) -> Body:
    """Return `body` with what its typed numbers say beyond their series.

    Numbers outside it ("12 bis", "36a.") become overrides in the dress of the template; a part whose clauses begin at 1
    again restarts the numbering.
    """
    formats = {(rule.kind, rule.level): rule.format for rule in scheme.rules}
    restarts = _restarts(body, drafts, "part" in scheme.restarts)
    return tuple(
        _kept(clause, draft.marker, formats.get((clause.kind, clause.level)), restarts.get(clause.id))
        for clause, draft in zip(body, drafts, strict=True)
    )


def _kept(clause: Clause, marker: Marker | None, format_: NumberFormat | None, restart: bool | None) -> Clause:
    if restart is not None:
        return replace(clause, restart=restart)
    if marker and marker.suffix and format_:
        return replace(clause, number=_override(marker, format_))
    return clause


def _restarts(body: Body, drafts: Sequence[Draft], usual: bool) -> dict[str, bool]:
    """Return by part whether it restarts the numbering, for those whose typed numbers differ from what is `usual`."""
    found: dict[str, bool] = {}
    first = next((at for at, clause in enumerate(body) if clause.kind in PARAGRAPHS), len(body))
    following: Marker | None = None
    for at in range(len(body) - 1, first, -1):
        marker = drafts[at].marker
        if body[at].kind in PARAGRAPHS and marker and marker.is_decimal:
            following = marker
        elif body[at].kind == "part":
            if following and (following.value == 1) != usual:
                found[body[at].id] = not usual
            following = None
    return found


def _override(marker: Marker, format_: NumberFormat) -> str:
    space = " " if len(marker.suffix) > 1 else ""
    return format_.label.replace("{}", f"{marker.value}{space}{marker.suffix}")


def number_guesses(body: Body, drafts: Sequence[Draft], scheme: Scheme) -> Iterator[Guess]:
    """Yield a guess for each clause whose typed number is not the one that `scheme` prints, of dashes for the first."""
    labelled = labels(body, scheme)
    for at, (clause, draft) in enumerate(zip(body, drafts, strict=True)):
        marker, label = draft.marker, labelled.by_place[at]
        if marker is None:
            continue
        if clause.number is not None:
            yield Guess("number-kept", (("number", clause.number),), draft.first, clause.id)
        elif marker.is_bullet:
            before = drafts[at - 1].marker if at else None
            if label.text and not (before and before.is_bullet):
                yield Guess("bullets", (("was", marker.typed), ("is", label.text)), draft.first, clause.id)
        elif not _is_same(marker, clause, labelled, label.bare):
            yield Guess("renumbered", (("was", bare(marker)), ("is", label.bare)), draft.first, clause.id)


def _is_same(marker: Marker, clause: Clause, labelled: Labels, printed: str) -> bool:
    typed, printed = bare(marker), printed.strip(_SIGNS)
    if marker.is_decimal and printed.isdigit():
        return marker.value == int(printed)
    label = labelled.of(clause.id)
    if label.format and label.format.digits == "letters" and len(typed) == len(printed):
        return any(reading.digits == "letters" and reading.value == label.value for reading in marker.readings)
    whole = [number.strip(_SIGNS) for number in labelled.numbers(clause.id) or ()]
    return typed.casefold() in (printed.casefold(), ".".join(whole).casefold())


def bare(marker: Marker) -> str:
    """Return a typed number without the signs around it."""
    return marker.typed.strip(_SIGNS)
