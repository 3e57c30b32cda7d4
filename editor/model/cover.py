"""The cover sheet's values; which fields there are, and how they print, is the template's affair."""

import datetime
from typing import TypeAlias

from msgspec import Struct

from editor.model.clause import Extra


class Person(Struct, frozen=True, tag="person"):
    """A member: honorific ("Mr."), given name, family name, country or delegation.

    `capitals` holds the family name in capital letters where upper-casing would get it wrong (particles, Turkish i).
    `extra` keeps what else a project file says of the person.
    """

    honorific: str = ""
    given: str = ""
    family: str = ""
    country: str = ""
    capitals: str = ""
    extra: Extra = ()


class DateRange(Struct, frozen=True, tag="dates"):
    """The first and the last day of a session, both included."""

    first: datetime.date
    last: datetime.date


class Code(Struct, frozen=True, tag="code"):
    """The parts of a document code by the template's token names, as ("body", "SC"), ("year", "11").

    The language letter and the revision are not among them: they follow the document.
    """

    parts: tuple[tuple[str, str], ...] = ()

    def get(self, token: str) -> str:
        """Return the part called `token`, or an empty string."""
        return next((value for name, value in self.parts if name == token), "")


CoverValue: TypeAlias = str | Code | Person | DateRange | tuple[Person, ...]


class Cover(Struct, frozen=True):
    """The cover's values by field key, in the order they were written; an absent key is an empty field."""

    fields: tuple[tuple[str, CoverValue], ...] = ()
    extra: Extra = ()

    def get(self, key: str) -> CoverValue | None:
        """Return the value of field `key`, or None where it is empty."""
        return next((value for name, value in self.fields if name == key), None)

    def text(self, key: str) -> str:
        """Return field `key` if it holds plain text, else an empty string."""
        value = self.get(key)
        return value if isinstance(value, str) else ""

    def person(self, key: str) -> Person | None:
        """Return field `key` if it holds one person."""
        value = self.get(key)
        return value if isinstance(value, Person) else None

    def people(self, key: str) -> tuple[Person, ...]:
        """Return the list of people in field `key`, empty where there is none."""
        value = self.get(key)
        return value if isinstance(value, tuple) else ()

    def dates(self, key: str) -> DateRange | None:
        """Return field `key` if it holds a range of dates."""
        value = self.get(key)
        return value if isinstance(value, DateRange) else None

    def code(self, key: str = "code") -> Code:
        """Return the code's parts; no parts where the field is empty."""
        value = self.get(key)
        return value if isinstance(value, Code) else Code()

    def with_value(self, key: str, value: CoverValue | None) -> "Cover":
        """Return the cover with field `key` set to `value`, or emptied if it is None, "" or ()."""
        others = tuple(pair for pair in self.fields if pair[0] != key)
        if value is None or value in ("", (), Code(), Person()):
            return Cover(others, self.extra)
        if len(others) == len(self.fields):
            return Cover((*self.fields, (key, value)), self.extra)
        return Cover(tuple((name, value if name == key else old) for name, old in self.fields), self.extra)
