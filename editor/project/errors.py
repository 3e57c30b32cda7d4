"""What this package refuses, as codes with parameters; the sentences live in `ui` and `cli`."""

from editor.model.errors import EditorError


class ProjectError(EditorError):
    """A file that cannot be opened as a project; it was not touched.

    The file as such: no-such-file, no-permission, is-a-folder, not-a-file, held, unreadable (reason), too-big (size,
    limit). Its content as a whole: empty, wrong-encoding (position), not-a-project, truncated, damaged (line, column),
    merge-conflict (line), duplicate-key (key), bad-number (NaN, Infinity, beyond all
    measure), too-deep (limit), newer-version (version). A place in
    it, as "body[12].text": wrong-type (expected), wrong-value (value), missing-key, unknown-key (key), bad-id,
    duplicate-id (id), bad-level (level).
    """


class SaveError(EditorError):
    """A file that was not written: what stood there before still does.

    Always with `path`. The disk: disk-full, disk-error, drive-gone, read-only-filesystem, written-wrong (what was read
    back differs). The place: no-permission, folder-gone, is-a-folder, not-a-file, link-loop, name-too-long, bad-name,
    held (another program has the file open). The file: changed-outside, removed-outside, newer-version (version),
    read-only, too-big (size, limit). Anything else: not-written (reason).
    """
