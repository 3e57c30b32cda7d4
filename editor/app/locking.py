"""Who has a file open: asked before a text is opened, and before it is written. No Qt here."""

import datetime
from pathlib import Path

from msgspec import Struct

from editor.project import lock
from editor.project.lock import Lock, Taken
from editor.project.owner import runs, this_program


class Holder(Struct, frozen=True):
    """Who has a file open, on which machine and since when (UTC).

    `certain` is False where it cannot be known here whether that program still runs.
    """

    person: str
    host: str
    since: datetime.datetime
    certain: bool


class Claim(Struct, frozen=True):
    """What came of asking for a file: `holder` has it, or nobody; `before` had it and its program is dead."""

    holder: Holder | None = None
    before: Holder | None = None


def claim(path: Path, name: str, *, over: bool = False) -> Claim:
    """Ask for the file `path` in the `name` of a person, else of the system's user; `over` takes it from others."""
    found = lock.take(path, name or this_program().user, over=over)
    if isinstance(found, Taken):
        return Claim(before=_holder(found.stale) if found.stale else None)
    return Claim(_holder(found))


def release(path: Path) -> None:
    """Let others have the file `path`."""
    lock.give(path)


def _holder(found: Lock) -> Holder:
    since = datetime.datetime.fromtimestamp(found.at, datetime.UTC)
    return Holder(found.person or found.owner.user, found.owner.host, since, runs(found.owner) is not None)
