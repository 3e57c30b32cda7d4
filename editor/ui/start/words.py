"""What the start page says of kinds of paper and of texts opened lately."""

import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from editor.app import recent
from editor.app.recent import Standing
from editor.app.store import Recent
from editor.model.clause import Kind
from editor.templating.schema import PaperKind, Template


def kind_name(template: Template, kind: PaperKind) -> str:
    """Return what a kind of paper is called: in the reader's language where the template knows it, else in English."""
    own = template.word(QLocale().name()[:2], kind.name)
    return own or template.word("en", kind.name) or kind.id


def parts_words(kind: PaperKind) -> str:
    """Return the parts that papers of `kind` have."""
    parts = [_tr("cover sheet")] if kind.cover else []
    parts.append(_tr("draft resolution"))
    if kind.form:
        parts.append(_tr("amendment form"))
    return _capital(", ".join(parts))


def text_words(template: Template) -> str:
    """Return how texts under `template` are numbered."""
    numbered = template_numbers(template)
    if "preambular" in numbered:
        return _tr("Numbered preamble and operative part")
    if "operative" in numbered:
        return _tr("Preamble without numbers, numbered operative part")
    return _tr("Preamble and operative part without numbers")


def template_numbers(template: Template) -> set[Kind]:
    """Return which kinds of clause have a number under `template`."""
    return {rule.kind for rule in template.file.numbering.rules if not rule.level and rule.format.digits != "none"}


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def title_words(entry: Recent) -> str:
    """Return what a text opened lately is called: its title, else its file's name."""
    return entry.title or Path(entry.path).stem


def place_words(entry: Recent, standing: Standing, home: Path) -> str:
    """Return the code of a text and where it lies, with the reason where it is not there."""
    path = Path(entry.path)
    where = " / ".join(recent.place(path, home))
    match standing.missing:
        case "drive":
            drive = recent.drive_of(path)
            where = _tr("{drive}, not connected").format(drive=(drive.name or str(drive)) if drive else where)
        case "folder":
            where = _tr("{place}, the folder is not there").format(place=where)
        case "file":
            where = _tr("{place}, the file is not there").format(place=where)
    return f"{entry.code}  ·  {where}" if entry.code else where


def tag_words(standing: Standing, unsaved: bool) -> str:
    """Return the words of the tag; none where nothing is known."""
    if unsaved:
        return _tr("not saved")
    match standing.tag:
        case "draft":
            return _tr("draft")
        case "issued":
            return _tr("issued, {revision}").format(revision=standing.revision)
        case "newer":
            return _tr("newer version")
        case "damaged":
            return _tr("cannot be read")
    return ""


def when_words(when: datetime.datetime, now: datetime.datetime) -> str:
    """Return when a text was opened last, as seen from `now`, both with their zones."""
    local = when.astimezone(now.tzinfo)
    locale = QLocale()
    match recent.day(local, now):
        case "today":
            return _tr("today, {time}").format(time=locale.toString(QTime(local.hour, local.minute), "HH:mm"))
        case "yesterday":
            return _tr("yesterday")
        case "this-year":
            return locale.toString(QDate(local.year, local.month, local.day), _tr("d MMMM"))
        case _:
            return locale.toString(QDate(local.year, local.month, local.day), _tr("d MMMM yyyy"))


def _tr(words: str) -> str:
    return QCoreApplication.translate("Start", words)
