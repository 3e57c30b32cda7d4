"""The cover in the file: values by field key, each of a shape that says by itself what it is.

A string; a code {"parts": {token: value}}; dates {"first": "2011-07-06", "last": "2011-07-10"}; a person {"honorific",
"given", "family", "country", "capitals"}, "family" always and the others where they are not empty; a list of people.
A value of any other shape is kept as it is.
"""

import datetime
from contextlib import suppress

from editor.model.cover import Code, Cover, CoverValue, DateRange, Person
from editor.model.text import clean
from editor.project.document import Mended
from editor.project.errors import ProjectError
from editor.project.reader import Reader, shaped, unknown, wrong_type
from editor.project.strict_json import compact, raw

_PERSON = ("honorific", "given", "family", "country", "capitals")


def written(cover: Cover) -> dict[str, object]:
    """Return `cover` as JSON values by key; where a field has the key of something kept aside, the field stands."""
    found: dict[str, object] = {}
    for key, value in cover.fields:
        found.setdefault(key, _value(value))
    for key, kept in cover.extra:
        found.setdefault(key, raw(kept))
    return found


def _value(value: CoverValue) -> object:
    match value:
        case str():
            return value
        case Code(parts):
            return {"parts": dict(parts)}
        case Person():
            return _person(value)
        case DateRange(first, last):
            return {"first": first.isoformat(), "last": last.isoformat()}
        case people:
            return [_person(person) for person in people]


def _person(person: Person) -> dict[str, object]:
    found: dict[str, object] = {}
    for key in _PERSON:
        text: str = getattr(person, key)
        if text or key == "family":
            found[key] = text
    for key, value in person.extra:
        if key not in _PERSON:
            found[key] = raw(value)
    return found


def read(value: object, reader: Reader) -> Cover:
    """Return the cover that the JSON `value` stands for."""
    fields: list[tuple[str, CoverValue]] = []
    extra: list[tuple[str, str]] = []
    for key, inner in shaped(value, dict, "cover").items():
        place = f"cover.{key}"
        try:
            fields.append((_key(key, place), _read_value(inner, place, reader)))
        except ProjectError:
            extra.append((key, compact(inner)))
            reader.mended.append(Mended("kept-aside", place))
    return Cover(tuple(fields), tuple(extra))


def _key(key: str, place: str) -> str:
    if clean(key) != key:
        raise ProjectError("wrong-value", place=place, value=key)
    return key


def _read_value(value: object, place: str, reader: Reader) -> CoverValue:
    if isinstance(value, str):
        return reader.string(value, place)
    if isinstance(value, list):
        return tuple([_read_person(inner, place, reader) for inner in value])
    found = shaped(value, dict, place)
    if found.keys() == {"parts"}:
        parts = shaped(found["parts"], dict, place)
        return Code(tuple((_key(name, place), reader.string(part, place)) for name, part in parts.items()))
    if found.keys() == {"first", "last"}:
        return DateRange(_date(found["first"], place), _date(found["last"], place))
    return _read_person(value, place, reader)


def _read_person(value: object, place: str, reader: Reader) -> Person:
    found = shaped(value, dict, place)
    if found.keys().isdisjoint(_PERSON):
        raise wrong_type(place, "person")
    texts = {key: reader.string(found[key], f"{place}.{key}") for key in _PERSON if key in found}
    return Person(**texts, extra=unknown(found, frozenset(_PERSON)))


def _date(value: object, place: str) -> datetime.date:
    text = shaped(value, str, place)
    with suppress(ValueError):
        date = datetime.date.fromisoformat(text)
        if date.isoformat() == text:  # ISO 8601 has other spellings, which would not be written back
            return date
    raise ProjectError("wrong-value", place=place, value=text)
