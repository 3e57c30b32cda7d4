"""What is said of the texts that were kept."""

import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from editor.app import recent
from editor.app.news import News
from editor.app.recovery import Kept
from editor.ui.start.words import kind_name


def heading(count: int) -> str:
    """Return the heading over `count` texts."""
    if count == 1:
        return _tr("One text was kept for you")
    return _tr("Two texts were kept for you") if count == 2 else _tr("{count} texts were kept for you", count=count)


def introduction(stopped: datetime.datetime) -> str:
    """Return what happened, what is safe and what to do; `stopped` is when the last word was typed."""
    return _tr(
        "The program stopped at {time}, {day}. What you typed is here, at most its last second is missing, and your"
        " saved files are unchanged. Choose what to restore.",
        time=clock(stopped),
        day=day(stopped),
    )


def title(one: Kept) -> str:
    """Return what a text is called."""
    return one.title or _tr("Untitled")


def place(one: Kept) -> str:
    """Return the code of a text, where its file lies and what became of that; of one without a file its kind."""
    if one.file is None:
        kind = one.template.kind(one.text.kind)
        return " · ".join((_tr("never saved"), f"{one.template.file.name}, {kind_name(one.template, kind)}"))
    where = " / ".join(recent.place(one.file, Path.home()))
    if one.standing == "gone":
        standing = _tr("the file is not there any more")
    elif one.saved_at is None:
        standing = _tr("another program changed the file")
    elif one.standing == "changed":
        standing = _tr("another program changed the file at {time}", time=_moment(one.saved_at))
    else:
        standing = _tr("saved at {time}", time=_moment(one.saved_at))
    return " · ".join(filter(None, (one.code, where, standing)))


def much(one: Kept, new: News) -> str:
    """Return how much of a text is new."""
    words = _tr("1 word") if new.words == 1 else _tr("{count} words", count=new.words)
    if one.standing == "never-saved":
        return words
    if not new.clauses:
        return _tr("the cover sheet") if new.cover else _tr("remarks and names")
    if new.clauses == 1:
        return _tr("{words} in 1 clause", words=words)
    return _tr("{words} in {count} clauses", words=words, count=new.clauses)


def typed(one: Kept) -> str:
    """Return from when to when a text was typed."""
    return _tr("typed {first} to {last}", first=_moment(one.first, one.last), last=_moment(one.last))


def times(one: Kept) -> str:
    """Return between which moments the news lie."""
    kept = _moment(one.last)
    if one.standing == "as-saved" and one.saved_at:
        return _tr("saved {first}  to  kept {last}", first=_moment(one.saved_at), last=kept)
    return _tr("kept {last}", last=kept)


def clock(when: datetime.datetime) -> str:
    """Return the time of day of `when`."""
    local = when.astimezone()
    return QLocale().toString(QTime(local.hour, local.minute), "HH:mm")


def day(when: datetime.datetime) -> str:
    """Return how the day of `when` is called now."""
    local = when.astimezone()
    match recent.day(local, datetime.datetime.now().astimezone()):
        case "today":
            return _tr("today")
        case "yesterday":
            return _tr("yesterday")
        case "this-year":
            return QLocale().toString(QDate(local.year, local.month, local.day), _tr("d MMMM"))
        case _:
            return QLocale().toString(QDate(local.year, local.month, local.day), _tr("d MMMM yyyy"))


def _moment(when: datetime.datetime, other: datetime.datetime | None = None) -> str:
    """Return time and, where it is not today or that of `other`, the day."""
    now = other or datetime.datetime.now(datetime.UTC)
    if when.astimezone().date() == now.astimezone().date():
        return clock(when)
    return f"{clock(when)}, {day(when)}"


def _tr(words: str, /, **values: object) -> str:
    return QCoreApplication.translate("Recovery", words).format(**values)
