"""The name of a hidden file that is being written, which tells whose it is."""

import os
import re
import secrets

from editor.project.owner import machine

_NAME = ".resolution-editor-{}-{}-{}.tmp"
_OWN = re.compile(r"\.resolution-editor-([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{8}\.tmp")


def temporary_name() -> str:
    """Return a new name: the machine, the process, random letters; only a power cut or a kill leaves such a file."""
    return _NAME.format(machine(), os.getpid(), secrets.token_hex(4))


def owner_of(name: str) -> tuple[str, int] | None:
    """Return the machine and the process that the file `name` was written by, None for any other file."""
    found = _OWN.fullmatch(name)
    return (found[1], int(found[2])) if found else None
