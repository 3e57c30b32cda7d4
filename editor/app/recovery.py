"""Texts that a program did not live to save: which there are, what is new in them, and how they come back. No Qt here.

Nothing is deleted on doubt: a journal goes when its text is in the file, or is recorded by another session; one that
its user does not want is set aside.
"""

import datetime
import time
from contextlib import suppress
from pathlib import Path
from typing import Literal

from msgspec import Struct

from editor.app.documents import Document, open_document, template_of
from editor.model.changes import (
    Change,
    SetCover,
    SetPaper,
    SetRemarks,
    SetWords,
    body_change,
    compound,
    paper_fields,
)
from editor.model.errors import EditorError
from editor.model.resolution import Resolution
from editor.project.journal import Journal
from editor.project.journal_file import JOURNALS, SUFFIX, read_journal
from editor.project.loading import load_project
from editor.project.owner import runs
from editor.templating.codes import compose_code
from editor.templating.schema import Template

ASIDE = "set-aside"
"""The folder of journals that were set aside, in the program's folder of states."""

QUIET = 24 * 3600.0
"""Seconds after which a journal of another machine, of which nothing can be known here, is offered all the same."""

Standing = Literal["never-saved", "as-saved", "changed", "gone"]
"""What became of a text's file since: there never was one, it is as it was, another hand changed it, it is gone."""


class Kept(Struct, frozen=True):
    """A text that was kept; `saved_at` is when its file was written last, None where there is none."""

    path: Path
    journal: Journal
    template: Template
    standing: Standing
    saved_at: datetime.datetime | None

    @property
    def id(self) -> str:
        """The name of the session, by which it is asked for."""
        return self.path.stem

    @property
    def file(self) -> Path | None:
        """The file of the text."""
        return Path(self.journal.head.path) if self.journal.head.path else None

    @property
    def text(self) -> Resolution:
        """The text as it was last."""
        return self.journal.text.resolution

    @property
    def saved(self) -> Resolution:
        """The text as it was saved, or begun."""
        return self.journal.saved.resolution

    @property
    def title(self) -> str:
        """What the text is called, an empty string if nothing says so."""
        return self.text.cover.text("title") or (self.file.stem if self.file else "")

    @property
    def code(self) -> str:
        """The code of the paper, as far as it is filled in."""
        return compose_code(self.template, self.text.cover.code(), self.text.language, self.text.revision)

    @property
    def first(self) -> datetime.datetime:
        """When the first change was made, in UTC."""
        return datetime.datetime.fromtimestamp(self.journal.first, datetime.UTC)

    @property
    def last(self) -> datetime.datetime:
        """When the last change was made, in UTC."""
        return datetime.datetime.fromtimestamp(self.journal.last, datetime.UTC)


def any_kept(state: Path) -> bool:
    """Return whether there is any journal at all; this reads none, so that a usual start costs nothing."""
    return next((state / JOURNALS).glob(f"*{SUFFIX}"), None) is not None


def kept(state: Path, folder: str = JOURNALS) -> list[Kept]:
    """Return the texts kept for dead sessions, the newest first; those whose files hold all of it by now are dropped.

    A journal that cannot be read stays where it is.
    """
    found = []
    for path in (state / folder).glob(f"*{SUFFIX}"):
        with suppress(EditorError, OSError):
            journal = read_journal(path)
            if folder == ASIDE or _is_left(journal):
                one = _kept(path, journal)
                if folder == JOURNALS and _is_saved(one):
                    path.unlink(missing_ok=True)
                else:
                    found.append(one)
    return sorted(found, key=lambda one: -one.journal.last)


def _is_left(journal: Journal) -> bool:
    """Return whether nobody works on the text any more."""
    running = runs(journal.head.owner)
    return time.time() - journal.last > QUIET if running is None else not running


def _kept(path: Path, journal: Journal) -> Kept:
    template, _ = template_of(journal.saved, path)
    head = journal.head
    if not head.path:
        return Kept(path, journal, template, "never-saved", None)
    file = Path(head.path)
    try:
        loaded = load_project(file)
        saved_at = datetime.datetime.fromtimestamp(file.stat().st_mtime, datetime.UTC)
    except (EditorError, OSError):
        return Kept(path, journal, template, "changed" if file.exists() else "gone", None)
    return Kept(path, journal, template, "as-saved" if loaded.stamp == head.stamp else "changed", saved_at)


def _is_saved(one: Kept) -> bool:
    """Return whether nothing of the text would be lost without its journal."""
    if not one.journal.whole:
        return False
    if one.text == one.saved and one.standing in ("as-saved", "never-saved"):
        return True
    if one.standing != "changed" or one.file is None:
        return False
    with suppress(EditorError):
        return load_project(one.file).project.resolution == one.text
    return False


# Coming back


def restored(one: Kept) -> tuple[Document, Change]:
    """Return the document as it was saved, and the change that makes it what was kept: so it can be taken back.

    Where another hand changed the file since, saving is refused until another name is chosen; where the file is not
    there any more, the text has none.
    """
    saved = one.journal.saved
    if one.standing == "as-saved" and one.file is not None:
        document = open_document(one.file)
    elif one.standing == "changed":
        document = Document(saved.resolution, one.template, one.file, saved, one.journal.head.stamp)
    else:
        document = Document(saved.resolution, one.template)
    return document, change_between(document.resolution, one.text)


def change_between(before: Resolution, after: Resolution) -> Change:
    """Return the change that makes `before` the text `after`, a paper under the same template."""
    return compound(
        body_change(before.body, after.body),
        SetCover(before.cover, after.cover),
        SetPaper(paper_fields(before), paper_fields(after)),
        SetRemarks(before.remarks, after.remarks),
        SetWords(before.words, after.words),
    )


def forget(one: Kept) -> None:
    """Take the journal away: its text is somewhere else by now."""
    with suppress(OSError):
        one.path.unlink(missing_ok=True)


def set_aside(one: Kept, state: Path) -> None:
    """Put the journal where it is not offered any more, and stays; OSError if that cannot be."""
    folder = state / ASIDE
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    one.path.replace(folder / one.path.name)
