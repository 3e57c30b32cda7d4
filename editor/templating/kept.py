"""Templates kept ready: what was read and found in order once is read back at a tenth of the cost at the next start.

What is kept is bound to every byte of the template's files by a hash, so that it can be old but never wrong; it may be
taken away at any time.
"""

import hashlib
import os
from pathlib import Path

import msgspec

from editor.templating.faults import TEMPLATE_FILE
from editor.templating.load import load_template, template_to_json
from editor.templating.schema import SCHEMA, Template

_REVISION = 1
"""Raise it when the rules that `load_template` holds a template against become stricter."""


def load_kept(folder: Path, kept: Path) -> Template:
    """Return the template in `folder` as `load_template` does, from what lies in the folder `kept` if that is it.

    TemplateError as there. A folder `kept` that takes nothing costs time, no more.
    """
    mark = _mark(folder)
    path = kept / f"{folder.name}.json"
    try:
        found, _, data = path.read_bytes().partition(b"\n")
        if found == mark:
            return msgspec.json.decode(data, type=Template)
    except (OSError, msgspec.MsgspecError, ValueError):
        pass  # nothing kept, or nothing that can be used
    template = load_template(folder)
    _keep(path, mark + b"\n" + template_to_json(template).encode())
    return template


def _mark(folder: Path) -> bytes:
    """Return what the files of the template in `folder` are known by."""
    digest = hashlib.blake2b(f"{SCHEMA}.{_REVISION} {folder.resolve()}".encode(), digest_size=20)
    files = (file for part in ("words", "phrases") for file in sorted((folder / part).glob("*.toml")))
    for file in (folder / TEMPLATE_FILE, *files):
        try:
            data = file.read_bytes()
        except OSError:
            continue  # the loader says what is wrong with it
        digest.update(f"\n{file.parent.name}/{file.name} {len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest().encode()


def _keep(path: Path, data: bytes) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        beside.replace(path)
    except OSError:
        return
