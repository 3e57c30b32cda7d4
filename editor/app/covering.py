"""What the cover form does and says: pure functions from the state of a text to changes, orders and what is to mend."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from editor.app.collation import country_key, sort_key
from editor.checking import cover as cover_checks
from editor.model.changes import Change, SetCover, SetPaper, compound, paper_fields
from editor.model.cover import Code, CoverValue, Person
from editor.model.resolution import Resolution
from editor.templating.codes import fits
from editor.templating.people import filing_name
from editor.templating.schema import CodeToken, CoverField, PaperKind, Template

Order = Literal["country", "name"]
"""What a list of members is sorted by: country and then name, or name and then country."""

People = tuple[Person, ...]


class Mark(Struct, frozen=True):
    """What is to mend in a field: a code of a finding with its parameters; an error is shown louder than advice."""

    code: str
    severity: Literal["error", "advice"]
    parameters: tuple[tuple[str, str], ...] = ()


def marks(resolution: Resolution, template: Template) -> dict[str, Mark]:
    """Return the first thing to mend in each cover field by key, errors before advice; "" is the paper itself.

    Parts that may not stand in the code are left out: the form judges each when it is left, not while one types.
    """
    found: dict[str, Mark] = {}
    for one in cover_checks.findings(resolution, template):
        if one.code == "code-part":
            continue
        key = one.field if one.field != "original_language" else ""
        if key not in found or (one.severity == "error" and found[key].severity != "error"):
            found[key] = Mark(one.code, one.severity, one.parameters)
    return found


def groups(fields: Iterable[CoverField]) -> tuple[tuple[CoverField, ...], ...]:
    """Return the fields in order, those together that follow each other with the same group."""
    found: list[list[CoverField]] = []
    for field in fields:
        if found and field.group and found[-1][-1].group == field.group:
            found[-1].append(field)
        else:
            found.append([field])
    return tuple(map(tuple, found))


def counted(people: People) -> tuple[int, int]:
    """Return how many members there are, and from how many countries."""
    countries = {" ".join(person.country.split()).casefold() for person in people if person.country.strip()}
    return len(people), len(countries)


def in_order(people: People, language: str, order: Order) -> People:
    """Return `people` sorted as a text in `language` lists them; those without a country come last among countries.

    Names are sorted by the family name without its small particles, then by given name.
    """

    def name(person: Person) -> tuple[object, ...]:
        family, particles = filing_name(person.family)
        return sort_key(family, language), sort_key(person.given, language), sort_key(particles, language)

    if order == "country":
        return tuple(sorted(people, key=lambda person: (country_key(person.country, language), *name(person))))
    return tuple(sorted(people, key=lambda person: (*name(person), country_key(person.country, language))))


def order_of(people: People, language: str) -> Order | None:
    """Return what `people` are sorted by, None if by neither or if there are fewer than two."""
    if len(people) < 2:
        return None
    orders: tuple[Order, Order] = ("country", "name")
    return next((order for order in orders if in_order(people, language, order) == people), None)


def moved(people: People, rows: Iterable[int], step: int) -> tuple[People, tuple[int, ...]]:
    """Return `people` with those in `rows` moved up (-1) or down (1) by one place, and the rows where they are now."""
    order = list(range(len(people)))
    chosen = frozenset(rows)
    places = range(1, len(order)) if step < 0 else range(len(order) - 2, -1, -1)
    for at in places:
        other = at + step
        if order[at] in chosen and order[other] not in chosen:
            order[at], order[other] = order[other], order[at]
    return tuple(people[one] for one in order), tuple(at for at, one in enumerate(order) if one in chosen)


def tidy_part(token: CodeToken, written: str) -> str:
    """Return what was `written` for a part of the code as the code has it: "2027" is the year 27, "04" number 4."""
    word = "".join(written.split())
    if token.type == "year" and len(word) == 4 and word.isascii() and word.isdigit():
        word = word[2:]
    if token.type == "number" and word.isascii() and word.isdigit():
        word = word.lstrip("0") or "0"
    if fits(token, word):
        return word
    return word.upper() if fits(token, word.upper()) else written.strip()


def kinds(resolution: Resolution, template: Template) -> tuple[PaperKind, ...]:
    """Return the kinds of paper that this text can become: those with a body if it has one, else those without."""
    here = next((kind for kind in template.file.kinds if kind.id == resolution.kind), None)
    body = here.body if here else bool(resolution.body)
    return tuple(kind for kind in template.file.kinds if kind.body == body)


def change_kind(resolution: Resolution, template: Template, kind: str) -> Change:
    """Return the change that makes the paper one of `kind`; KeyError if the template has no such kind.

    The parts of the code that the old kind decided take what the new one says; all fields keep what they hold.
    """
    new = template.kind(kind)
    old = next((one.code for one in template.file.kinds if one.id == resolution.kind), {})
    before = paper_fields(resolution)
    key = next((field.key for field in new.fields if field.kind == "code"), "")
    cover = resolution.cover
    if key:
        parts = {name: value for name, value in cover.code(key).parts if old.get(name) != value} | new.code
        cover = cover.with_value(key, Code(_as_in_code(parts, template)))
    return compound(SetPaper(before, replace(before, kind=kind)), SetCover(resolution.cover, cover))


def _as_in_code(parts: dict[str, str], template: Template) -> tuple[tuple[str, str], ...]:
    names = [token.name for token in template.file.code]
    return tuple(sorted(parts.items(), key=lambda part: names.index(part[0]) if part[0] in names else len(names)))


def words_in(value: CoverValue) -> str:
    """Return how many words `value` has: with the next one begins a new step of undo."""
    if isinstance(value, Person):
        value = f"{value.honorific} {value.given} {value.family} {value.country}"
    return str(len(value.split())) if isinstance(value, str) else ""
