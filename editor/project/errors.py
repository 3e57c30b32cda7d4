"""What this package refuses, as codes with parameters; the sentences live in `ui` and `cli`."""

from collections.abc import Mapping

from editor.model.errors import EditorError

PROJECT_CODES: Mapping[str, tuple[str, ...]] = {
    # the file as such
    "no-such-file": (),
    "no-permission": (),
    "is-a-folder": (),
    "not-a-file": (),
    "held": (),  # another program has it open
    "unreadable": ("reason",),  # in the system's words
    "too-big": ("size", "limit"),
    # its content as a whole
    "empty": (),
    "wrong-encoding": ("position",),  # the first byte that is no UTF-8
    "not-a-project": (),
    "truncated": (),
    "damaged": ("line", "column"),
    "merge-conflict": ("line",),  # a comparing program left its marks in it
    "duplicate-key": ("key",),
    "bad-number": (),  # NaN, Infinity, beyond all measure
    "too-deep": ("limit",),
    "newer-version": ("version",),
    # a place in it, as "body[12].text[0].t"
    "wrong-type": ("place", "expected"),
    "wrong-value": ("place", "value"),
    "missing-key": ("place",),
    "unknown-key": ("place", "key"),
    "bad-id": ("place",),
    "duplicate-id": ("place", "id"),
    "bad-level": ("place", "level"),
    # a journal
    "no-journal": (),
}
"""Every code of `ProjectError` with the names of its parameters; from a disk with `path` as well."""

SAVE_CODES: Mapping[str, tuple[str, ...]] = {
    # the disk
    "disk-full": (),
    "disk-error": (),
    "drive-gone": (),
    "read-only-filesystem": (),
    "written-wrong": (),  # what was read back differs
    "not-written": ("reason",),  # in the system's words
    # the place
    "no-permission": (),
    "folder-gone": (),
    "is-a-folder": (),
    "not-a-file": (),
    "link-loop": (),
    "name-too-long": (),
    "bad-name": (),
    "held": (),  # another program has it open
    # the project
    "changed-outside": (),
    "removed-outside": (),
    "newer-version": ("version",),
    "too-big": ("size", "limit"),
}
"""Every code of `SaveError` with the names of its parameters, `path` besides."""


class ProjectError(EditorError):
    """A file or its content that cannot be opened as a project; it was not touched. Codes: `PROJECT_CODES`."""


class SaveError(EditorError):
    """A file that was not written: what stood there before still does. Codes: `SAVE_CODES`."""
