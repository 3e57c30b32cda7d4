"""The masthead of a file: the values of a cover, read from where the markup says what they are.

This program's own files carry them as they are in the project; in others they are looked for by what the United
Nations' files call them (docNumber, session, docProponent and so on).
"""

import datetime
import re
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from editor.importing.akn.names import LANGUAGES, OWN, XML, below, child, every, local, words
from editor.model.cover import Code, Cover, CoverValue, DateRange, Person
from editor.model.text import LINE_BREAK, clean
from editor.templating.codes import parse_code
from editor.templating.people import parse_person
from editor.templating.schema import CoverField, PaperKind, Template

_PAPERS = {"draftResolution": "draft-resolution", "resolution": "resolution"}
"""Kinds of paper by the name of the statement, as templates call them; another template has its usual kind."""

_COUNCIL = "council-resolution"
"""What a template calls the resolutions of other organs than its own, if it knows any."""

_NAMES = ("honorific", "given", "family", "country", "capitals")
_AGENDA_ITEM = re.compile(r"\d+(?: \(\w+\))*")
"""The number of an agenda item with its letter: "28 (b)"."""


class Front(Struct, frozen=True):
    """What a file says of its paper; empty where it says nothing."""

    kind: str = ""
    language: str = ""
    original: str = ""
    revision: str = ""
    cover: Cover = Cover()


def own_paper(root: etree._Element) -> etree._Element | None:
    """Return what this program wrote of the paper, None in the files of others."""
    return next(root.iter(f"{{{OWN}}}paper"), None)


def read_front(root: etree._Element, template: Template, kind: str | None) -> Front:
    """Return what the file says; `kind` is the paper's where it is known."""
    paper = own_paper(root)
    if paper is not None:
        return _own(root, paper, template, kind)
    statement = next((one for one in below(root) if local(one) != "meta"), root)
    known = {one.id for one in template.file.kinds}
    said = _PAPERS.get(statement.get("name", ""), "")
    if said == "resolution" and _COUNCIL in known and not _symbol(statement).startswith("A/RES/"):
        said = _COUNCIL
    found = kind or (said if said in known else "")
    read = _Masthead(statement, template, template.kind(found or template.file.default_kind))
    return Front(found, _language(root), read.original, read.revision, read.cover)


def _language(root: etree._Element) -> str:
    said = next((one.get("language", "") for one in every(root, "FRBRlanguage")), "") or root.get(f"{XML}lang", "")
    return LANGUAGES.get(said.lower(), said.lower()[:2])


class _Masthead:
    """The values of a published paper."""

    def __init__(self, statement: etree._Element, template: Template, paper: PaperKind) -> None:
        self._template = template
        self._statement = statement
        self._cover = child(statement, "coverPage")
        self._preface = child(statement, "preface")
        self.revision = ""
        self.original = self._original()
        values = [(field.key, value) for field in paper.fields if (value := self._value(field))]
        self.cover = Cover(tuple(values))

    def _value(self, field: CoverField) -> CoverValue | None:
        if field.kind == "code":
            return self._code()
        if field.kind == "dates":
            return self._day(field.key)
        text = clean(self._text(field.key))
        if field.kind == "choice":
            return self._choice(field, text)
        if field.kind == "text":
            return text
        return None

    def _code(self) -> Code | None:
        symbol = _symbol(self._statement)
        found = parse_code(self._template, symbol) if symbol else None
        self.revision = found.revision if found else ""
        return found.code if found else None

    def _text(self, key: str) -> str:
        match key:
            case "title":
                return self._title()
            case "number":
                return words(next(every(self._preface, "docNumber"), None)).rstrip(".")
            case "session" | "distribution":
                name = "session" if key == "session" else "docStatus"
                return words(next(every(self._cover, name), None))
            case "agenda" | "agenda_title":
                return self._agenda(key)
            case "organ":
                return words(next((one for one in every(self._cover, "docAuthority") if _about(one, "issuing")), None))
            case "basis":
                return words(next(every(self._cover, "docProponent"), None))
            case "adoption":
                lines = [words(one) for one in every(self._cover, "docTitle")]
                return LINE_BREAK.join(filter(None, lines))
            case "sponsors":
                return self._sponsors()
            case "meeting":
                conclusions = child(self._statement, "conclusions")
                places = (*every(conclusions, "location"), *every(conclusions, "inline"))
                return words(next(iter(places), None))
        return ""

    def _title(self) -> str:
        titles = [one for one in every(self._preface, "docTitle") if not _about(one, "sponsor")]
        return words(next(iter(titles), None))

    def _agenda(self, key: str) -> str:
        name = "agenda item" if key == "agenda" else "agenda item name"
        found = next((one for one in every(self._cover, "inline") if one.get("name") == name), None)
        if found is None or key != "agenda":
            return words(found)
        number = _AGENDA_ITEM.search(found.get("title", "") or words(found))
        return number[0] if number else words(found)

    def _sponsors(self) -> str:
        line = words(next((one for one in every(self._preface, "docTitle") if _about(one, "sponsor")), None))
        if line:
            return line.partition(":")[0].rstrip()
        steps = (one.get("by", "") for one in every(self._statement, "step") if one.get("outcome") == "draftResolution")
        return next(steps, "")

    def _choice(self, field: CoverField, text: str) -> str:
        said = text.casefold()
        for choice in field.choices:
            if said and any(self._template.word(one, choice).casefold() == said for one in self._template.words):
                return choice
        return ""

    def _day(self, key: str) -> DateRange | None:
        dates = (*every(self._cover, "docDate"), *every(child(self._statement, "conclusions"), "docDate"))
        about = "adoption" if key == "adopted" else "issuance"
        said = [one.get("date", "") for one in dates if _about(one, about)]
        if key == "adopted":
            said += [one.get("date", "") for one in every(self._statement, "FRBRdate") if one.get("name") == "adoption"]
        return next((DateRange(day, day) for one in said if (day := _iso(one))), None)

    def _original(self) -> str:
        line = next((one for one in every(self._cover, "inline") if words(one).startswith("Original:")), None)
        said = words(line).partition(":")[2].strip().casefold()
        return next((one.code for one in self._template.file.languages if one.english.casefold() == said), "")


def _symbol(statement: etree._Element) -> str:
    return words(next(every(child(statement, "coverPage"), "docNumber"), None))


def _about(element: etree._Element, what: str) -> bool:
    return what in element.get("refersTo", "").casefold()


def _iso(text: str) -> datetime.date | None:
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year > 1 else None


def _own(root: etree._Element, paper: etree._Element, template: Template, kind: str | None) -> Front:
    """Return what a file of this program's says, as far as `template` has such a paper and such fields."""
    same = paper.get("template") == template.id
    known = {one.id for one in template.file.kinds}
    said = kind or (paper.get("kind", "") if same else "")
    found = said if said in known else ""
    fields = template.kind(found or template.file.default_kind).fields
    kinds = {field.key: field.kind for field in fields}
    values: list[tuple[str, CoverValue]] = []
    for one in paper.iter(f"{{{OWN}}}field"):
        key = one.get("key", "")
        value = _own_value(one, kinds.get(key, ""))
        if value is not None and key not in dict(values):
            values.append((key, value))
    languages = {one.code for one in template.file.languages}
    original = paper.get("original", "")
    return Front(
        found, _language(root), original if original in languages else "", clean(paper.get("revision", "")),
        Cover(tuple(values)),
    )  # fmt: skip


def _own_value(element: etree._Element, kind: str) -> CoverValue | None:
    text = clean("".join(str(words_) for words_ in element.itertext()))
    match kind:
        case "text" | "choice":
            return text
        case "code":
            parts = ((one.get("name", ""), clean(one.text or "")) for one in below(element))
            return Code(tuple(parts))
        case "dates":
            first, last = (_iso(element.get(end, "")) for end in ("first", "last"))
            return DateRange(first, last) if first and last else None
        case "person":
            return next(_people(element), None) or parse_person(text)
        case "people":
            return tuple(_people(element))
    return None


def _people(element: etree._Element) -> Iterator[Person]:
    for one in below(element):
        honorific, given, family, country, capitals = (clean(one.get(name, "")) for name in _NAMES)
        yield Person(honorific, given, family, country, capitals)
