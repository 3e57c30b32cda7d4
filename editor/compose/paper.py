"""The values of a cover by what they mean, beside the lines that print them."""

from editor.compose.composition import Entry, Paper
from editor.compose.values import Values, inert
from editor.model.cover import Code, CoverValue, DateRange, Person
from editor.model.resolution import Resolution
from editor.templating.patterns import Placeholder

_NAMES = ("honorific", "given", "family", "country", "capitals")


def paper(resolution: Resolution, values: Values) -> Paper:
    """Return what `resolution` says of its paper, its fields in the order of the cover."""
    entries = tuple(_entry(key, value, values) for key, value in resolution.cover.fields)
    return Paper(resolution.template, resolution.kind, resolution.original_language, resolution.revision, entries)


def _entry(key: str, value: CoverValue, values: Values) -> Entry:
    if isinstance(value, Code):
        return Entry(key, "code", values.text(Placeholder("code")), (value.parts,))
    if isinstance(value, DateRange):
        days = (("first", value.first.isoformat()), ("last", value.last.isoformat()))
        return Entry(key, "dates", value.first.isoformat(), (days,))
    if isinstance(value, Person):
        return Entry(key, "person", values.text(Placeholder(key)), (_person(value),))
    if isinstance(value, tuple):
        return Entry(key, "people", "", tuple(map(_person, value)))
    return Entry(key, "text", inert(value))


def _person(person: Person) -> tuple[tuple[str, str], ...]:
    return tuple((name, str(getattr(person, name))) for name in _NAMES if getattr(person, name))
