"""Files that cannot be opened or written: what happened, what is safe, what to do."""

from editor.app.sentences.marking import QT_TRANSLATE_NOOP

FILES = {
    "bad-id": QT_TRANSLATE_NOOP("Files", "{path}: an identifier is not one ({place}); the file was left as it is."),
    "bad-level": QT_TRANSLATE_NOOP(
        "Files", "{path}: a clause hangs under nothing ({place}); the file was left as it is."
    ),
    "bad-name": QT_TRANSLATE_NOOP("Files", "{path}: this name cannot be a file; choose another."),
    "bad-number": QT_TRANSLATE_NOOP("Files", "{path}: a number in it is none; the file was left as it is."),
    "changed-outside": QT_TRANSLATE_NOOP(
        "Files", "{path}: another program changed this file; neither text was overwritten, so save under a new name."
    ),
    "damaged": QT_TRANSLATE_NOOP(
        "Files", "{path}: the file is damaged at line {line}, column {column}; it was left as it is."
    ),
    "disk-error": QT_TRANSLATE_NOOP(
        "Files", "{path}: the disk reports a fault, so the file was not written; your text is kept, so save elsewhere."
    ),
    "disk-full": QT_TRANSLATE_NOOP(
        "Files",
        "{path}: the disk is full, so the file was not written; your text is kept, so free some space or save"
        " elsewhere.",
    ),
    "drive-gone": QT_TRANSLATE_NOOP(
        "Files", "{path}: the drive is gone, so the file was not written; your text is kept, so save elsewhere."
    ),
    "duplicate-id": QT_TRANSLATE_NOOP(
        "Files", "{path}: two clauses have the same identifier ({place}); the file was left as it is."
    ),
    "duplicate-key": QT_TRANSLATE_NOOP("Files", "{path}: it says {key} twice; the file was left as it is."),
    "empty": QT_TRANSLATE_NOOP("Files", "{path}: the file is empty; it was left as it is."),
    "exists": QT_TRANSLATE_NOOP("Files", "{path}: a file is already there; it was not overwritten (--replace would)."),
    "folder-gone": QT_TRANSLATE_NOOP(
        "Files", "{path}: the folder does not exist; your text is kept, so save elsewhere."
    ),
    "held": QT_TRANSLATE_NOOP("Files", "{path}: another program holds this file; close it there and try again."),
    "is-a-folder": QT_TRANSLATE_NOOP("Files", "{path}: this is a folder, not a file."),
    "link-loop": QT_TRANSLATE_NOOP("Files", "{path}: this link leads in a circle, so nothing was written."),
    "merge-conflict": QT_TRANSLATE_NOOP(
        "Files", "{path}: a version control conflict stands at line {line}; the file was left as it is."
    ),
    "missing-key": QT_TRANSLATE_NOOP("Files", "{path}: {place} is missing; the file was left as it is."),
    "name-too-long": QT_TRANSLATE_NOOP("Files", "{path}: the name is too long for this disk; choose a shorter one."),
    "newer-version": QT_TRANSLATE_NOOP(
        "Files", "{path}: a newer version wrote this file; it stays unchanged and can be read until you update."
    ),
    "no-journal": QT_TRANSLATE_NOOP("Files", "{path}: what was kept here cannot be read; it was left as it is."),
    "no-permission": QT_TRANSLATE_NOOP(
        "Files", "{path}: this place is not open to you; nothing is lost, so choose another."
    ),
    "no-such-file": QT_TRANSLATE_NOOP("Files", "{path}: there is no such file."),
    "no-such-text": QT_TRANSLATE_NOOP(
        "Files", "No text that was kept is called {name}; resolution-editor recover --list names them."
    ),
    "no-template": QT_TRANSLATE_NOOP(
        "Files", "There is no template called {template}; `templates list` names those there are."
    ),
    "not-a-file": QT_TRANSLATE_NOOP("Files", "{path}: this is not a file."),
    "not-a-project-name": QT_TRANSLATE_NOOP("Files", "{path}: the name of a project ends in .resolution."),
    "not-a-project": QT_TRANSLATE_NOOP(
        "Files", "{path}: this is no project of Resolution Editor; it was left as it is."
    ),
    "not-written": QT_TRANSLATE_NOOP(
        "Files", "{path}: the file was not written ({reason}); your text is kept, so save elsewhere."
    ),
    "nothing-to-print": QT_TRANSLATE_NOOP("Files", "{path}: this kind of paper has none of the parts asked for."),
    "read-only": QT_TRANSLATE_NOOP("Files", "{path}: this file may only be read; save under a new name."),
    "read-only-filesystem": QT_TRANSLATE_NOOP(
        "Files", "{path}: this disk does not allow writing; nothing is lost, so choose another place."
    ),
    "removed-outside": QT_TRANSLATE_NOOP(
        "Files", "{path}: the file was taken away meanwhile; your text is kept, so save it under a name you choose."
    ),
    "template-copy": QT_TRANSLATE_NOOP(
        "Files", "{path}: its template is damaged ({place}: {why}) and no other is here."
    ),
    "too-big": QT_TRANSLATE_NOOP(
        "Files", "{path}: the file has {size} bytes, more than the {limit} that are read; it was left as it is."
    ),
    "too-deep": QT_TRANSLATE_NOOP(
        "Files", "{path}: it is nested deeper than {limit} levels; the file was left as it is."
    ),
    "truncated": QT_TRANSLATE_NOOP("Files", "{path}: this file stops in the middle; it was left as it is."),
    "unknown-key": QT_TRANSLATE_NOOP(
        "Files", "{path}: {place} says {key}, which means nothing there; the file was left as it is."
    ),
    "unknown-kind": QT_TRANSLATE_NOOP("Files", "{path}: its template {template} has no kind of paper called {kind}."),
    "unreadable": QT_TRANSLATE_NOOP("Files", "{path}: the file could not be read ({reason})."),
    "wrong-encoding": QT_TRANSLATE_NOOP(
        "Files", "{path}: the file is not UTF-8 text at byte {position}; it was left as it is."
    ),
    "wrong-type": QT_TRANSLATE_NOOP(
        "Files", "{path}: {place} should be of the type {expected}; the file was left as it is."
    ),
    "wrong-value": QT_TRANSLATE_NOOP("Files", "{path}: {place} cannot be {value}; the file was left as it is."),
    "written-wrong": QT_TRANSLATE_NOOP(
        "Files", "{path}: the disk gave back other words than were written, so the old file was kept; save elsewhere."
    ),
}

NOTICES = {
    "byte-order-mark": QT_TRANSLATE_NOOP("Notices", "A byte order mark at the start was passed over."),
    "cleaned": QT_TRANSLATE_NOOP("Notices", "Characters that no text can hold were replaced, the first in {place}."),
    "kept-aside": QT_TRANSLATE_NOOP("Notices", "{place} is not understood; it is not shown and is kept as it is."),
    "left-out": QT_TRANSLATE_NOOP("Notices", "Words or marks of a newer version are not shown ({place})."),
    "new-id": QT_TRANSLATE_NOOP("Notices", "An identifier was there twice and one of the two is new ({place})."),
    "newer-version": QT_TRANSLATE_NOOP(
        "Notices", "A newer version wrote this file; it stays unchanged and can be read until you update."
    ),
    "template-replaced": QT_TRANSLATE_NOOP(
        "Notices", "The template in this file is damaged, so the installed {template} is used instead."
    ),
}
