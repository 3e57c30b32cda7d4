"""The journal of a session as bytes: what was done to a text since it was saved, a line at a time.

A line is the CRC-32 of what follows in eight hexadecimal digits, a blank, and a JSON object, which is one of

    {"journal": 1, "session", "owner", "path", "stamp"}   the head: whose it is, and what file it belongs to
    {"n": 1, "at": ..., "saved": PROJECT}                 the text as it is in the file, or as it was begun
    {"n": 2, "at": ..., "text": PROJECT}                  the whole text as it stood then
    {"n": 3, "at": ..., "body": [[at, removed, [CLAUSE, ...]], ...], "cover": ..., "remarks": ..., ...}

PROJECT, CLAUSE and what the other keys hold are as in the project file. The last kind of line says what became
different since the line before: `removed` clauses from position `at` made place for others, and whole values of other
keys. Lines are numbered; their "at" is in seconds since 1970 (UTC). What follows a damaged or missing line is not
believed, as it is meant for a state that is not known; what stands before it is.
"""

from collections.abc import Iterator
from contextlib import suppress
from zlib import crc32

import msgspec
from msgspec import Struct

from editor.model.changes import Splice, body_change
from editor.model.clause import Body
from editor.model.resolution import Resolution
from editor.project import body_form, cover_form, remark_form
from editor.project.codec import decode, encode
from editor.project.document import ProjectFile
from editor.project.errors import ProjectError
from editor.project.owner import Owner
from editor.project.stamp import Stamp
from editor.project.strict_json import lines, parse

VERSION = 1

_PAPER = {
    "kind": "kind",
    "language": "language",
    "original_language": "original_language",
    "paper_revision": "revision",
}
"""Keys at the top of a project file, and the fields of the resolution that they hold."""

_WHOLE = frozenset({*_PAPER, "cover", "remarks", "words"})


class Head(Struct, frozen=True):
    """Whose journal it is: the session's name, the program, the text's file ("" if it has none) and what that held."""

    session: str
    owner: Owner
    path: str = ""
    stamp: Stamp | None = None


class Journal(Struct, frozen=True):
    """What a journal tells: the text as it was saved, as it was last, and from when to when it was typed.

    Times are in seconds since 1970 (UTC). `whole` is False where the last lines were damaged and are missing.
    """

    head: Head
    saved: ProjectFile
    text: ProjectFile
    first: float
    last: float
    whole: bool


def opening(head: Head, at: float, saved: ProjectFile, text: ProjectFile | None = None) -> tuple[bytes, int]:
    """Return the lines that a journal begins with, and the number of the last; `text` where it is not as `saved`."""
    data = _line(lines([{"journal": VERSION, **msgspec.to_builtins(head)}]))
    data += _line(_snapshot(1, at, "saved", saved))
    if text is None:
        return data, 1
    return data + _line(_snapshot(2, at, "text", text)), 2


def step(number: int, at: float, before: Resolution, after: Resolution) -> bytes:
    """Return the line that leads from `before` to `after`; of changes to one clause only the last shows."""
    return _line(lines([{"n": number, "at": at, **_differences(before, after)}]))


def _line(json: bytes) -> bytes:
    json = json.removesuffix(b"\n")
    return b"%08x %b\n" % (crc32(json), json)


def _snapshot(number: int, at: float, name: str, project: ProjectFile) -> bytes:
    inside = msgspec.Raw(encode(project).replace(b"\n", b""))  # JSON has line ends between values only
    return lines([{"n": number, "at": at, name: inside}])


def _differences(before: Resolution, after: Resolution) -> dict[str, object]:
    found: dict[str, object] = {}
    if before.body is not after.body:
        found["body"] = [
            [splice.at, len(splice.removed), list(map(body_form.written, splice.inserted))]
            for splice in _splices(before.body, after.body)
        ]
    if before.cover != after.cover:
        found["cover"] = cover_form.written(after.cover)
    if before.remarks != after.remarks:
        found["remarks"] = list(map(remark_form.written, after.remarks))
    if before.words != after.words:
        found["words"] = after.words
    for key, name in _PAPER.items():
        if getattr(before, name) != getattr(after, name):
            found[key] = getattr(after, name)
    return found


def _splices(before: Body, after: Body) -> list[Splice]:
    """Return the splices between two bodies, one a clause where no clause came or went."""
    change = body_change(before, after)
    assert isinstance(change, Splice)
    if len(change.removed) != len(change.inserted):
        return [change]
    pairs = enumerate(zip(change.removed, change.inserted, strict=True), change.at)
    return [Splice(at, (old,), (new,)) for at, (old, new) in pairs if old is not new and old != new]


# Reading


def read(data: bytes) -> Journal:
    """Return what the journal `data` tells; ProjectError "no-journal" if not even its beginning is whole."""
    entries = list(_entries(data))
    try:
        head = msgspec.convert(entries[0], Head)
        trees = [_tree(entries[1]["saved"])]
        times = [_time(entries[1])]
        saved = _project(trees[0])
    except (LookupError, TypeError, ValueError, ProjectError):
        raise ProjectError("no-journal") from None
    for number, entry in enumerate(entries[2:], 2):
        try:
            trees.append(_followed(trees[-1], entry, number))
            times.append(_time(entry))
        except (LookupError, TypeError, ValueError):
            break
    text = _newest(trees)
    whole = len(trees) + 1 == data.count(b"\n") and data.endswith(b"\n") and text is not None
    return Journal(head, saved, text or saved, times[min(1, len(times) - 1)], times[-1], whole)


def _entries(data: bytes) -> Iterator[dict[str, object]]:
    """Yield what the lines say, until one is damaged or torn."""
    for line in data.splitlines(keepends=True):
        json = line[9:-1]
        if line != b"%08x %b\n" % (crc32(json), json):
            return
        try:
            yield parse(json)
        except ProjectError:
            return


def _newest(trees: list[dict[str, object]]) -> ProjectFile | None:
    """Return the last of `trees` that makes a project."""
    for tree in reversed(trees):
        with suppress(ProjectError):
            return _project(tree)
    return None


def _project(tree: dict[str, object]) -> ProjectFile:
    return decode(lines([tree]))


def _tree(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise TypeError(value)
    return value


def _time(entry: dict[str, object]) -> float:
    return msgspec.convert(entry["at"], float, strict=False)


def _followed(tree: dict[str, object], entry: dict[str, object], number: int) -> dict[str, object]:
    """Return the project `tree` after the line `entry`; ValueError if it is not line `number`, or for another state."""
    if entry.get("n") != number:
        raise ValueError(number)
    if "text" in entry:
        return _tree(entry["text"])
    found = dict(tree)
    body = list(msgspec.convert(tree["body"], list[object]))
    for at, removed, inserted in msgspec.convert(entry.get("body", []), list[tuple[int, int, list[object]]]):
        if not 0 <= at <= at + removed <= len(body):
            raise ValueError(number)
        body[at : at + removed] = inserted
    found["body"] = body
    found |= {key: value for key, value in entry.items() if key in _WHOLE}
    return found
