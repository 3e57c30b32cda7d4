"""Reading the files of a template, within limits: a folder of somebody else's is not to be trusted."""

import tomllib
from pathlib import Path

from editor.templating.faults import Problem, problem
from editor.templating.structure import cleaned

LARGEST = 256 * 1024
"""Bytes that one file of a template may have."""

LARGEST_COPY = 4 * 1024 * 1024
"""Characters that a template's copy inside a project may have."""


def read_table(path: Path, file: str) -> dict[str, object] | Problem:
    """Return the TOML table in `path`, called `file` in problems; every text in it is clean."""
    try:
        if not path.is_file():
            return problem(file, "", "no-such-file")
        with path.open("rb") as stream:
            raw = stream.read(LARGEST + 1)
    except OSError as error:
        return problem(file, "", "not-readable", detail=error.strerror or "")
    if len(raw) > LARGEST:
        return problem(file, "", "too-big", limit=LARGEST)
    try:
        return _decoded(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return problem(file, "", "not-utf8", byte=error.start)
    except ValueError as error:  # besides syntax: impossible dates, and numbers longer than Python reads
        return problem(file, "", "not-toml", detail=str(error))
    except RecursionError:
        return problem(file, "", "too-deep")


def _decoded(text: str) -> dict[str, object]:
    table = cleaned(tomllib.loads(text.replace("\r\n", "\n")))
    assert isinstance(table, dict)
    return table
