"""Remarks in the file: {"id", "clause", "author", "date", "text", "resolved"}, one a line.

"resolved" is left out where it is false; unknown keys are kept. A date with a time zone is written in UTC, so that
equal remarks are written alike; one without stays so.
"""

import datetime
import re

from editor.model.resolution import Remark
from editor.project.errors import ProjectError
from editor.project.reader import Reader, needed, shaped, unknown
from editor.project.strict_json import raw

_KEYS = frozenset({"id", "clause", "author", "date", "text", "resolved"})
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)?", re.ASCII)


def written(remark: Remark) -> dict[str, object]:
    """Return `remark` as a JSON object."""
    found: dict[str, object] = {
        "id": remark.id,
        "clause": remark.clause,
        "author": remark.author,
        "date": _in_utc(remark.date).isoformat(),
        "text": remark.text,
    }
    if remark.resolved:
        found["resolved"] = True
    for key, value in remark.extra:
        if key not in _KEYS:
            found[key] = raw(value)
    return found


def _in_utc(date: datetime.datetime) -> datetime.datetime:
    return date if date.tzinfo is None else date.astimezone(datetime.UTC)


def read(value: object, reader: Reader) -> tuple[Remark, ...]:
    """Return the remarks that the JSON `value` stands for; their clauses may be gone."""
    remarks = shaped(value, list, "remarks")
    return tuple([_remark(inner, f"remarks[{at}]", reader) for at, inner in enumerate(remarks)])


def _remark(value: object, place: str, reader: Reader) -> Remark:
    found = shaped(value, dict, place)
    return Remark(
        reader.own_id(needed(found, "id", place), place, "remark"),
        reader.identifier(needed(found, "clause", place), f"{place}.clause"),
        reader.string(needed(found, "author", place), f"{place}.author"),
        _date(needed(found, "date", place), f"{place}.date"),
        reader.string(needed(found, "text", place), f"{place}.text"),
        shaped(found.get("resolved", False), bool, f"{place}.resolved"),
        unknown(found, _KEYS),
    )


def _date(value: object, place: str) -> datetime.datetime:
    text = shaped(value, str, place)
    try:
        if not _DATE.fullmatch(text):
            raise ValueError
        return _in_utc(datetime.datetime.fromisoformat(text))
    except (ValueError, OverflowError):  # overflow: a zone that carries it out of the calendar
        raise ProjectError("wrong-value", place=place, value=text) from None
