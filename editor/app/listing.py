"""A list of members as people paste it: rows of a spreadsheet, lines with commas or semicolons, plain lines of names.

Nothing of the list is lost silently: columns that the cover has no place for are named in what is returned.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from editor.app.collation import alike
from editor.app.countries import CountryNames
from editor.model.cover import Person
from editor.model.text import LINE_BREAK, clean
from editor.templating.people import honorifics, parse_person, with_capitals
from editor.templating.schema import Template

Row = tuple[str, ...]

LONGEST = 500_000
"""Characters of a list that are read; no parliament has more members."""

_HEADINGS = {
    "honorific": "form|form of address|title|honorific|salutation|prefix|civilité|titre|anrede|titel|titolo|appellativo"
    "|trattamento|tratamiento|título|обращение|mr/ms|mr./ms.",
    "given": "given|given name|given names|first name|first names|forename|firstname|prénom|prénoms|vorname|vornamen"
    "|nome|nombre|nombres|имя|имя отчество",
    "family": "family|family name|last name|surname|lastname|family name in capitals|family, in capitals|nom"
    "|nom de famille|name|nachname|familienname|zuname|cognome|apellido|apellidos|фамилия",
    "country": "country|delegation|state|participating state|pays|délégation|état|land|staat|delegazione|paese|stato"
    "|país|delegación|estado|страна|делегация|государство",
    "name": "full name|name and surname|member|member of parliament|parliamentarian|nom et prénom|nom complet|députés"
    "|vollständiger name|name, vorname|nominativo|nome e cognome|nombre y apellidos|nombre completo|фио|депутат",
}
"""The headings by which a column is known, in the six working languages."""

_COUNTING = re.compile(r"(?:[\u2022\u2023\u25aa\u00b7*\u2013\u2014-]|\(?\d{1,3}[.)])\s*(?=\D)")
"""A bullet or a number before a line."""


class Listed(Struct, frozen=True):
    """The members of a pasted list, and the columns of it that were left out: by heading, else by number from 1."""

    people: tuple[Person, ...]
    left_out: tuple[str, ...] = ()


def read_list(text: str, template: Template, language: str) -> Listed:
    """Return the members that `text` lists, their countries as a text in `language` calls them."""
    lines = [line for line in clean(text[:LONGEST].removeprefix("\ufeff")).split(LINE_BREAK) if line.strip()]
    return _Reader(template, language).read(lines)


class _Reader:
    """One reading of one list."""

    def __init__(self, template: Template, language: str) -> None:
        self.template = template
        self.language = language
        self.countries = CountryNames(template)
        self.honorifics = honorifics(template)
        self.forms = {form.casefold() for form in self.honorifics}

    def read(self, lines: Sequence[str]) -> Listed:
        separator = _separator(lines)
        if separator:
            rows = _rows(lines, separator)
            if rows and self._is_table(rows, separator):
                return self._table(rows, separator == ",")
        return Listed(tuple(self._lines(lines)))

    def _is_table(self, rows: Sequence[Row], separator: str) -> bool:
        """Return whether the rows are cells: "Ms. A B; Mr. C D" are members, "Ms. A B, Canada" is one."""
        if separator == "\t" or _heading(rows[0]):
            return True
        cells = [cell for row in rows for cell in row if cell]
        whole = sum(cell.partition(" ")[0].casefold() in self.forms and " " in cell for cell in cells)
        pairs = sum(len(row) == 2 and bool(self.countries.key(row[1])) for row in rows)
        return whole * 2 <= len(cells) and (separator == ";" or pairs * 2 < len(rows))

    def _lines(self, lines: Iterable[str]) -> Iterator[Person]:
        """Yield the members of lines of names; a line that is but a country stands over its members."""
        country = ""
        for line in lines:
            for words in _cells(line.split(";")):
                words = _COUNTING.sub("", words, count=1) if _COUNTING.match(words) else words
                if self.countries.key(words.rstrip(":")):
                    country = words.rstrip(":")
                elif words:
                    person = parse_person(words, self.honorifics)
                    yield self._settled(replace(person, country=person.country or country))

    def _table(self, rows: list[Row], commas: bool) -> Listed:
        width = max(map(len, rows))
        rows = [row + ("",) * (width - len(row)) for row in rows]
        columns = _heading(rows[0])
        heads = rows[0] if columns else ("",) * width
        rows = rows[1:] if columns else rows
        columns = columns or self._guessed(rows, commas)
        left_out = tuple(
            heads[at] or str(at + 1)
            for at in range(width)
            if not columns[at] and any(row[at] and not _is_count(row[at]) for row in rows)
        )
        people = (self._member(dict(zip(columns, row, strict=True))) for row in rows)
        return Listed(tuple(person for person in people if person != Person()), left_out)

    def _guessed(self, rows: Sequence[Row], commas: bool) -> Row:
        """Return what each column holds, by what stands in most of its cells; "" where that is nothing known."""
        columns = [[row[at] for row in rows if row[at]] for at in range(len(rows[0]))]
        kinds = [self._kind(cells) for cells in columns]
        places = [at for at, kind in enumerate(kinds) if kind == "words"]
        if "country" not in kinds and len(places) > 2:
            kinds[places.pop()] = "country"
        for at, name in zip(places, _names([columns[at] for at in places], commas and 0 in places), strict=True):
            kinds[at] = name
        return tuple(kind if kinds.index(kind) == at else "" for at, kind in enumerate(kinds))

    def _kind(self, cells: Sequence[str]) -> str:
        shares = {
            "honorific": sum(cell.casefold() in self.forms for cell in cells),
            "country": sum(bool(self.countries.key(cell)) for cell in cells),
            "": sum(_is_count(cell) or "@" in cell for cell in cells),
        }
        best = max(shares, key=lambda name: shares[name])
        return best if shares[best] * 2 > len(cells) else "words" if cells else ""

    def _member(self, cells: dict[str, str]) -> Person:
        family, comma, given = cells.get("name", "").partition(",")
        if comma:
            person = Person(given=given.strip(), family=family.strip())
        elif family:
            person = parse_person(family, self.honorifics)
        else:
            person = Person(given=cells.get("given", ""), family=cells.get("family", ""))
        honorific = cells.get("honorific") or person.honorific
        return self._settled(replace(person, honorific=honorific, country=cells.get("country") or person.country))

    def _settled(self, person: Person) -> Person:
        """Return `person` as the form keeps members: the country by its own name, the family's not in capitals."""
        return with_capitals(replace(person, country=self.countries.name(person.country, self.language)), self.template)


def _separator(lines: Sequence[str]) -> str:
    """Return what parts the cells: a tab wherever there is one, else what most lines have."""
    if any("\t" in line.strip() for line in lines):
        return "\t"
    most = len(lines) / 2
    return next((sign for sign in ";," if sum(sign in line for line in lines) > most), "")


def _rows(lines: Sequence[str], separator: str) -> list[Row]:
    """Return the cells of `lines`; quotation marks hold a cell together where every one has its other."""
    even = sum(line.count('"') for line in lines) % 2 == 0
    try:
        rows = list(csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_MINIMAL if even else csv.QUOTE_NONE))
    except csv.Error:  # a cell longer than any
        return []
    return [row for row in map(_cells, rows) if any(row)]


def _cells(row: Iterable[str]) -> Row:
    return tuple(" ".join(cell.split()) for cell in row)


def _heading(row: Row) -> Row:
    """Return what each column holds by its heading, "" for what is not known; () if the row is no row of headings."""
    found = tuple(_known_heading(cell) for cell in row)
    known = [name for name in found if name]
    if len(known) < 2 or len(set(known)) != len(known) or not {"family", "name"} & set(known):
        return ()
    if {"name", "given"} <= set(known) or {"name", "family"} <= set(known):
        return ()
    return tuple("name" if name == "family" and "given" not in known else name for name in found)


def _known_heading(cell: str) -> str:
    plain = cell.strip(" :*").casefold()
    return next((name for name, heads in _HEADINGS.items() if plain and plain in heads.split("|")), "")


def _names(columns: Sequence[Sequence[str]], commas: bool) -> list[str]:
    """Return which columns hold which names: capitals are the family's; "Vautrin, Éliane" has the family first."""
    if len(columns) < 2:
        return ["name"] * len(columns)
    capital = [sum(cell == cell.upper() and len(cell) > 2 for cell in cells) * 2 > len(cells) for cells in columns]
    first = capital[0] and not capital[1] if any(capital[:2]) else commas
    return [*(("family", "given") if first else ("given", "family")), *("" for _ in columns[2:])]


def _is_count(cell: str) -> bool:
    return cell.rstrip(".)").isdigit()


def added(people: tuple[Person, ...], more: Iterable[Person]) -> tuple[Person, ...]:
    """Return `people` with those of `more` behind them who are not among them yet."""
    found = list(people)
    for person in more:
        if not any(_same(person, one) for one in found):
            found.append(person)
    return tuple(found)


def _same(one: Person, other: Person) -> bool:
    return alike(one.family, other.family) and alike(one.given, other.given) and alike(one.country, other.country)


def as_rows(people: Iterable[Person]) -> str:
    """Return members as rows that a spreadsheet takes, and that `read_list` reads again."""
    cells = ((person.honorific, person.given, person.family, person.country) for person in people)
    return "".join("\t".join(cell.replace("\t", " ") for cell in row) + "\n" for row in cells)
