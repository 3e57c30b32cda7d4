"""What a check found."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from editor.model.changes import Change

Severity = Literal["error", "advice"]

FINDING_CODES: Mapping[str, tuple[str, ...]] = {
    "bracket-not-closed": (),
    "broken-reference": (),  # its target is gone, or has no number
    "code-incomplete": ("part",),  # a token of the template's code
    "dates-reversed": (),
    "empty-clause": (),
    "empty-note": (),
    "ending": ("expected",),  # the mark that the house style puts there
    "grammar": ("reason",),  # a code of EditError; its own parameters follow
    "lone-item": (),
    "no-enacting-phrase": (),
    "no-operative": (),
    "no-original-language": (),
    "number-twice": ("number",),
    "open-brackets": (),
    "person-incomplete": (),
    "person-twice": ("name",),
    "required": (),
    "right-to-left": (),
    "unknown-kind": ("kind",),  # the template has no such kind of paper
    "unknown-language": ("language",),  # the template has no such language
}
"""Every code of a finding with the names of its parameters; the sentences live in `ui` and `cli`."""


class Finding(Struct, frozen=True):
    """One thing to mend: `code` with parameters, the clause or cover field it stands at, and a remedy if there is one.

    Errors are faults of structure that would print something wrong; advice is house style and what is still empty. The
    remedies of one check touch different clauses: several may be applied, in any order.
    """

    code: str
    severity: Severity
    clause: str = ""
    field: str = ""
    parameters: tuple[tuple[str, str], ...] = ()
    remedy: Change | None = None
