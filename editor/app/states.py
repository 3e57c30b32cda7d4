"""Earlier states of saved texts: what a file held before it was written over, a few for each, in the program's folder.

They are a help and no duty: what cannot be kept never stops a save.
"""

import datetime
import hashlib
import os
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from editor.app.documents import SUFFIX
from editor.model.errors import EditorError
from editor.model.resolution import Resolution
from editor.project.disk import DISK
from editor.project.limits import FILE_SIZE
from editor.project.loading import load_project
from editor.project.saving import save_bytes

EARLIER = "earlier"
"""The folder of earlier states in the program's folder of states."""

MOST = 10
"""How many states of one file are kept; the oldest goes."""

_TIME = "%Y%m%dT%H%M%S%fZ"


class State(Struct, frozen=True):
    """An earlier state of a file, and until when that was what the file held (UTC)."""

    path: Path
    when: datetime.datetime


def keep(file: Path, folder: Path) -> None:
    """Keep what `file` holds, which is about to be written over, in the program's `folder` of states."""
    with suppress(OSError, EditorError):
        data = DISK.contents(file, FILE_SIZE)
        known = states_of(file, folder)
        if len(data) > FILE_SIZE or (known and known[0].path.read_bytes() == data):
            return
        inside = _folder_of(file, folder)
        inside.mkdir(mode=0o700, parents=True, exist_ok=True)
        now = datetime.datetime.now(datetime.UTC)
        save_bytes(inside / f"{now.strftime(_TIME)}{SUFFIX}", data)
        for old in known[MOST - 1 :]:
            old.path.unlink(missing_ok=True)


def states_of(file: Path, folder: Path) -> list[State]:
    """Return the earlier states of `file`, the latest first."""
    found = []
    for path in _folder_of(file, folder).glob(f"*{SUFFIX}"):
        with suppress(ValueError):
            when = datetime.datetime.strptime(path.stem, _TIME).replace(tzinfo=datetime.UTC)
            found.append(State(path, when))
    return sorted(found, key=lambda state: state.when, reverse=True)


def read_state(state: State) -> Resolution:
    """Return the text as it was; ProjectError if it cannot be read."""
    return load_project(state.path).project.resolution


def _folder_of(file: Path, folder: Path) -> Path:
    name = os.path.normcase(os.path.realpath(file))
    return folder / EARLIER / hashlib.sha256(os.fsencode(name)).hexdigest()[:24]
