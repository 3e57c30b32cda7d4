"""`recover`: list the texts that a program did not live to save, or write one of them to a file."""

import argparse
import datetime

from editor.app import recovery
from editor.app.documents import DocumentError, save_new
from editor.app.news import news
from editor.app.recovery import Kept
from editor.cli.outcome import OK
from editor.cli.parser import UsageError
from editor.paths import user_state_folder
from editor.project.journal_file import JOURNALS

_STANDINGS = {"never-saved": "never saved", "as-saved": "", "changed": "changed since", "gone": "not there any more"}


def run(options: argparse.Namespace) -> int:
    """List the texts kept, or write the one asked for to the output file; its journal then goes."""
    if options.id is None or options.list:
        if options.output is not None:
            raise UsageError("recover -o FILE needs the name of a text, as recover --list shows it.")
        for one in recovery.kept(user_state_folder()):
            print("\t".join(_row(one)))
        return OK
    if options.output is None:
        raise UsageError(f"recover {options.id} needs -o FILE.")
    one = _named(options.id)
    save_new(options.output, one.text, one.template, replace=options.replace)
    recovery.forget(one)
    return OK


def _named(name: str) -> Kept:
    folders = (recovery.kept(user_state_folder(), folder) for folder in (JOURNALS, recovery.ASIDE))
    for one in (one for found in folders for one in found):
        if one.id == name:
            return one
    raise DocumentError("no-such-text", name=name)


def _row(one: Kept) -> tuple[str, ...]:
    """Return name, time of the last change, how much is new, title, and file with what became of it."""
    much = news(one)
    clauses = "clause" if much.clauses == 1 else "clauses"
    new = f"{much.words} words in {much.clauses} {clauses}" + (", cover" if much.cover else "")
    standing = _STANDINGS[one.standing]
    where = " ".join(filter(None, (str(one.file or ""), f"({standing})" if standing else "")))
    return one.id, _local(one.last), new, " ".join(one.title.split()) or "Untitled", where


def _local(when: datetime.datetime) -> str:
    return when.astimezone().strftime("%Y-%m-%d %H:%M:%S")
