"""What a template's word list says in one language; data only, as all of a template (see `templating.schema`)."""

from msgspec import Struct

from editor.model.scheme import Scheme

SOURCES = ("[S] ", "[U] ", "[P] ")
"""How a source begins: seen in a paper of the body, in one of another body, in prose about the body."""


class Word(Struct, frozen=True, forbid_unknown_fields=True):
    """A fixed wording in one language, which may hold placeholders; an empty one is not printed in that language.

    `source` says where it was seen and begins with one of SOURCES; empty means a neutral default of this program.
    """

    text: str
    source: str = ""

    @property
    def confirmed(self) -> bool:
        """Whether the wording was seen in a real paper of the body."""
        return self.source.startswith(SOURCES[0])


class DatePattern(Struct, frozen=True, forbid_unknown_fields=True):
    """A printed range of dates, by what its ends share.

    Placeholders: {d1} {m1} {y1} first day, month name, year; {d2} {m2} {y2} the last; forms upper and lower. `one_day`
    is used for a session of one day, `same_month`, `same_year` and `other` by what the ends share. `first` is how the
    first of a month is written ("1er"), empty where it is "1". `source` is that of a `Word`.
    """

    same_month: str
    same_year: str
    other: str
    one_day: str
    first: str = ""
    source: str = ""


class Countries(Struct, frozen=True, forbid_unknown_fields=True):
    """The countries or delegations by a key that is the same in every language, and where their names are from."""

    names: dict[str, str] = {}
    source: str = ""


class Lettering(Struct, frozen=True, forbid_unknown_fields=True):
    """Other letters for the lettered levels of a numbering, and the name Word has for such a list (empty: none)."""

    alphabet: str
    word: str = ""


class Words(Struct, frozen=True, forbid_unknown_fields=True):
    """All that a language adds.

    Wordings by key, month names as they stand in a date, date patterns by name, honorifics, countries. `reference` is
    that of a `Scheme`, empty for the file's own. `lettering` offers other letters by name, `letters` is the name of
    those in use, empty for the file's own. `numbering` replaces the whole scheme of the file.
    """

    words: dict[str, Word]
    months: tuple[str, ...]
    dates: dict[str, DatePattern]
    honorifics: tuple[str, ...] = ()
    countries: Countries = Countries()
    reference: tuple[str, ...] = ()
    lettering: dict[str, Lettering] = {}
    letters: str = ""
    numbering: Scheme | None = None
