"""Texts opened lately: what they are called, where they lie, and what became of them. No Qt here."""

import datetime
from pathlib import Path, PurePath
from typing import Literal

from msgspec import Struct

from editor.app.documents import Document
from editor.app.store import Store
from editor.model.errors import EditorError
from editor.project.loading import load_project
from editor.templating.codes import compose_code

Tag = Literal["", "draft", "issued", "newer", "damaged"]
Missing = Literal["", "file", "folder", "drive"]
Day = Literal["today", "yesterday", "this-year", "earlier"]

_MOUNTS = (("media",), ("run", "media"), ("mnt",), ("Volumes",))
"""Folders in which systems put drives that come and go, without their root; /media and /run/media by user."""

_SHOWN = 2
"""How many folders of a place are named."""


class Standing(Struct, frozen=True):
    """What became of a text: a tag for its row, the revision it was issued with, why its file is not there."""

    tag: Tag = ""
    revision: str = ""
    missing: Missing = ""


def remember(store: Store, document: Document) -> None:
    """Put `document`, if it has a file, at the head of the texts opened lately."""
    if document.path is not None:
        resolution = document.resolution
        code = compose_code(document.template, resolution.cover.code(), resolution.language, resolution.revision)
        store.add_recent(document.path, resolution.cover.text("title"), code)


def standing(path: Path) -> Standing:
    """Return what became of the text at `path`; this reads the file, which may take long on a drive far away.

    A revision mark says that the paper was issued once; without one it is taken as a draft.
    """
    try:
        project = load_project(path).project
    except EditorError as error:
        return Standing(missing=_missing(path)) if error.code == "no-such-file" else Standing("damaged")
    if project.read_only:
        return Standing("newer")
    revision = project.resolution.revision
    return Standing("issued", revision) if revision else Standing("draft")


def _missing(path: Path) -> Missing:
    if path.parent.is_dir():
        return "file"
    drive = drive_of(path)
    return "drive" if drive is not None and not drive.is_dir() else "folder"


def drive_of(path: Path) -> Path | None:
    """Return where the drive of `path` is joined on, None for one that is always there."""
    if path.drive:
        return Path(path.anchor)
    inside = path.parts[1:]
    for mount in _MOUNTS:
        if inside[: len(mount)] == mount and len(inside) > len(mount) + 1:
            depth = len(mount) + (2 if mount[-1] == "media" and len(inside) > len(mount) + 2 else 1)
            return Path(path.anchor, *inside[:depth])
    return None


def place(path: PurePath, home: PurePath) -> tuple[str, ...]:
    """Return the last folders that `path` lies in, from the outer to the inner, those above `home` left out."""
    folder = path.parent
    inside = folder.relative_to(home) if folder.is_relative_to(home) else folder.relative_to(folder.anchor)
    names = inside.parts or (folder.name or folder.anchor,)
    return names[-_SHOWN:]


def day(when: datetime.datetime, now: datetime.datetime) -> Day:
    """Return how the day of `when` is called at `now`; both in the same zone."""
    age = (now.date() - when.date()).days
    if age in (0, 1):
        return "yesterday" if age else "today"
    return "this-year" if when.year == now.year else "earlier"
