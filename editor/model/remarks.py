"""Builders of changes to remarks. Their text comes in as people type it and is cleaned here."""

import datetime

from msgspec.structs import replace

from editor.model import tree
from editor.model.changes import Change, SetRemarks
from editor.model.errors import EditError
from editor.model.ids import NewId, new_id
from editor.model.resolution import Remark, Resolution
from editor.model.text import clean


def find_remark(resolution: Resolution, remark_id: str) -> Remark:
    """Return the remark `remark_id`; EditError "no-such-remark" if there is none."""
    return resolution.remarks[_position(resolution, remark_id)]


def add_remark(
    resolution: Resolution,
    clause_id: str,
    author: str,
    text: str,
    when: datetime.datetime,
    fresh: NewId = new_id,
) -> Change:
    """Add a remark by `author` to the clause `clause_id`, behind those it has; EditError "no-such-clause"."""
    tree.position(resolution.body, clause_id)
    remark = Remark(fresh(), clause_id, clean(author), when, clean(text))
    last = max((at for at, other in enumerate(resolution.remarks) if other.clause == clause_id), default=-1)
    at = last + 1 if last >= 0 else len(resolution.remarks)
    return _changed(resolution, (*resolution.remarks[:at], remark, *resolution.remarks[at:]))


def set_remark(resolution: Resolution, remark_id: str, text: str) -> Change:
    """Give the remark other words; EditError "no-such-remark"."""
    return _replaced(resolution, replace(find_remark(resolution, remark_id), text=clean(text)))


def resolve_remark(resolution: Resolution, remark_id: str, resolved: bool) -> Change:
    """Say whether the remark is dealt with; EditError "no-such-remark"."""
    return _replaced(resolution, replace(find_remark(resolution, remark_id), resolved=resolved))


def delete_remark(resolution: Resolution, remark_id: str) -> Change:
    """Take the remark away; EditError "no-such-remark"."""
    at = _position(resolution, remark_id)
    return _changed(resolution, resolution.remarks[:at] + resolution.remarks[at + 1 :])


def _position(resolution: Resolution, remark_id: str) -> int:
    for at, remark in enumerate(resolution.remarks):
        if remark.id == remark_id:
            return at
    raise EditError("no-such-remark", remark=remark_id)


def _replaced(resolution: Resolution, remark: Remark) -> Change:
    at = _position(resolution, remark.id)
    return _changed(resolution, (*resolution.remarks[:at], remark, *resolution.remarks[at + 1 :]))


def _changed(resolution: Resolution, remarks: tuple[Remark, ...]) -> Change:
    return SetRemarks(resolution.remarks, remarks)
