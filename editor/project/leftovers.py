"""Half-written files that a killed program left beside those it meant to replace, taken away once it is dead.

The file that was to be replaced is the whole old one then, and what was not saved stands in a journal.
"""

from contextlib import suppress
from pathlib import Path

from editor.project.owner import machine, start_of
from editor.project.temporary import owner_of


def sweep(*folders: Path) -> None:
    """Remove from `folders` what programs that are dead on this machine left half written; failing is no harm."""
    for folder in folders:
        with suppress(OSError):
            for path in folder.iterdir():
                owner = owner_of(path.name)
                if owner and owner[0] == machine() and start_of(owner[1]) is None:
                    with suppress(OSError):
                        path.unlink()
