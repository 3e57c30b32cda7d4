"""What a check found."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from editor.model.changes import Change

Severity = Literal["error", "advice"]

FINDING_CODES: Mapping[str, tuple[str, ...]] = {
    "bracket-not-closed": (),  # or not opened
    "broken-reference": (),  # its target is gone, or has no number
    "clauses-alike": ("place",),  # the number or the first words of the earlier clause
    "code-incomplete": ("part",),  # a token of the template's code
    "code-part": ("part", "value"),  # what may not stand at that token
    "dates-reversed": (),
    "double-space": (),
    "doubled-word": ("word",),
    "empty-clause": (),
    "empty-note": (),
    "ending": ("expected",),  # the mark that the house style puts there
    "grammar": ("reason",),  # a code of EditError; its own parameters follow
    "lone-item": (),
    "no-enacting-phrase": (),
    "no-operative": (),
    "no-original-language": (),
    "number-twice": ("number",),
    "open-brackets": ("words",),  # what stands in them, cut where it is long
    "parenthesis-not-closed": (),
    "person-incomplete": (),
    "person-twice": ("name",),
    "required": (),
    "right-to-left": (),
    "space-before-comma": (),
    "typed-number": (),  # before the number that the program gives
    "unknown-kind": ("kind",),  # the template has no such kind of paper
    "unknown-language": ("language",),  # the template has no such language
}
"""Every code of a finding with the names of its parameters; the sentences live in `ui` and `cli`."""


class Finding(Struct, frozen=True):
    """One thing to mend: `code` with parameters, the clause or cover field it stands at, and a remedy if there is one.

    Errors are faults of structure that would print something wrong; advice is house style and what is still empty.
    `place` is the stretch of the clause that is meant, in code points, where it is not the whole. The remedies that one
    check gives for one code touch different clauses: these may all be applied, in any order.
    """

    code: str
    severity: Severity
    clause: str = ""
    field: str = ""
    parameters: tuple[tuple[str, str], ...] = ()
    remedy: Change | None = None
    place: tuple[int, int] | None = None
