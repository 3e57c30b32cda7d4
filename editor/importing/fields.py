"""From what stood at a cover's placeholders to the cover's values."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from editor.importing.report import Guess
from editor.importing.shape import fold, is_capitals, recased, unquoted
from editor.importing.sheets import CoverReader
from editor.importing.signing import without_title
from editor.model.cover import Cover, CoverValue, Person
from editor.templating.patterns import Placeholder
from editor.templating.people import parse_person

TITLE = "title"
"""The field that keeps its capitals: small letters would spoil its acronyms."""


class Capture(Struct, frozen=True):
    """What stood at a placeholder, and in which line of the source."""

    placeholder: Placeholder
    text: str
    line: int

    @property
    def key(self) -> str:
        """The cover field."""
        return self.placeholder.name.partition(".")[0]

    @property
    def part(self) -> str:
        """The part of a person, empty for the whole."""
        return self.placeholder.name.partition(".")[2]


class Fields(Struct, frozen=True):
    """The cover, what follows from its code and original language, and what was guessed; empty where nothing says."""

    cover: Cover = Cover()
    language: str = ""
    original: str = ""
    revision: str = ""
    guesses: tuple[Guess, ...] = ()


def read_fields(captures: Sequence[Capture], reader: CoverReader) -> Fields:
    """Return the cover that `captures` fill; of two wordings of one text the one not in capitals is taken."""
    guesses: list[Guess] = []
    values: list[tuple[str, CoverValue]] = []
    for field in reader.kind.fields:
        own = [capture for capture in captures if capture.key == field.key]
        value = _value(field.kind, own, reader, guesses) if own else None
        if value:
            values.append((field.key, value))
    code = next((found for capture in captures if capture.key == "code" and (found := reader.code(capture.text))), None)
    original = next((capture.text for capture in captures if capture.key == "original"), "")
    return Fields(
        Cover(tuple(values)),
        code.language if code else "",
        reader.language_names.get(fold(original), ""),
        code.revision if code else "",
        tuple(guesses),
    )


def _value(kind: str, own: list[Capture], reader: CoverReader, guesses: list[Guess]) -> CoverValue | None:
    match kind:
        case "code":
            codes = (reader.code(capture.text) for capture in own)
            return next((found.code for found in codes if found), None)
        case "dates":
            return next((found for capture in own if (found := reader.dates(capture.text))), None)
        case "person":
            return _person([_bare(capture, guesses) for capture in own], reader)
        case "people":
            members = (_bare(capture, guesses) for capture in own)
            return tuple(parse_person(member.text, reader.honorifics) for member in members)
        case "choice":
            chosen = reader.choices(own[0].key)
            return next((chosen[fold(capture.text)] for capture in own if fold(capture.text) in chosen), own[0].text)
        case _:
            return _text(own, guesses)


def _bare(capture: Capture, guesses: list[Guess]) -> Capture:
    """Return what names a member without "MP" and the like, which is reported."""
    name, after = without_title(capture.text)
    if after:
        guesses.append(Guess("unread", (("text", after),), capture.line))
    return replace(capture, text=name)


def _text(own: list[Capture], guesses: list[Guess]) -> str:
    """Return the best wording of a text; others that say something else are reported."""
    chosen = next((capture for capture in own if not is_capitals(capture.text)), own[0])
    text = unquoted(chosen.text)
    for other in own:
        if fold(other.text) != fold(text):
            guesses.append(Guess("unread", (("text", other.text),), other.line))
    small = text if chosen.key == TITLE else recased(text)
    if small != text:
        guesses.append(Guess("recased", (("was", text), ("is", small)), chosen.line))
    return small


def _person(own: list[Capture], reader: CoverReader) -> Person | None:
    names = [capture.text for capture in own if capture.part in ("", "name")]
    if not names:
        return None
    name = next((name for name in names if not is_capitals(name)), names[0])
    person = parse_person(name, reader.honorifics)
    countries = [capture.text for capture in own if capture.part == "country"]
    written = next((text for text in countries if not is_capitals(text)), "") or next(iter(countries), person.country)
    return Person(person.honorific, person.given, person.family, _country(written, reader), person.capitals)


def _country(text: str, reader: CoverReader) -> str:
    """Return a country in capitals as the template's lists write it."""
    if not is_capitals(text):
        return text
    return next((name for name in _countries(reader) if fold(name) == fold(text)), text)


def _countries(reader: CoverReader) -> Iterator[str]:
    for words in reader.template.words.values():
        yield from words.countries.names.values()
