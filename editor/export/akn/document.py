"""The whole file: what it says of itself, its masthead, its text."""

from collections.abc import Iterable, Iterator

from editor.compose.composition import Composition, Entry, Metadata, Paper, Paragraph
from editor.export.akn.body import Text, clauses
from editor.export.akn.inline import paragraph as running
from editor.export.akn.xml import AKN, OWN, Element, element, words

_LANGUAGES = {"en": "eng", "fr": "fra", "es": "spa", "ru": "rus", "ar": "ara", "zh": "zho", "de": "deu", "it": "ita"}
_STATEMENTS = {"resolution": "resolution", "draft-resolution": "draftResolution"}
_SOURCE = "#editor"
_NO_DATE = "0001-01-01"
"""What the published files have where a date is asked for and there is none."""


def document(composition: Composition) -> Element:
    """Return the file's root."""
    metadata = composition.metadata
    paper = metadata.paper or Paper("", "")
    text = Text(clauses(block for section in composition.sections for block in section.blocks))
    lines = [line for section in composition.sections for line in section.blocks if isinstance(line, Paragraph)]
    statement = element(
        "statement",
        _meta(composition, metadata, paper),
        element("coverPage", *_masthead(paper, lines)),
        *_preface(paper),
        *text.elements(),
        *text.attachments(),
        name=_STATEMENTS.get(paper.kind, "draftResolution"),
    )
    return element("akomaNtoso", statement, xmlns=AKN, xmlns__own=OWN)


def _meta(composition: Composition, metadata: Metadata, paper: Paper) -> Element:
    language = _LANGUAGES.get(composition.language, composition.language)
    day = metadata.date.isoformat() if metadata.date else _NO_DATE
    name = "".join(one if one.isalnum() else "-" for one in metadata.code.lower()).strip("-") or "draft"
    work = f"/akn/un/statement/{paper.kind or 'resolution'}/{day}/{name}"
    levels = (
        ("Work", work, ""),
        ("Expression", f"{work}/{language}@", ""),
        ("Manifestation", f"{work}/{language}@.xml", ""),
    )
    identification = element(
        "identification", *(_level(level, uri, day, language) for level, uri, _ in levels), source=_SOURCE
    )
    program = element(
        "TLCOrganization", eId="editor", href="/akn/ontology/organization/editor", showAs="Resolution Editor"
    )
    proprietary = element("proprietary", _paper(composition, paper), source=_SOURCE)
    return element("meta", identification, element("references", program, source=_SOURCE), proprietary)


def _level(level: str, uri: str, day: str, language: str) -> Element:
    parts = [
        element("FRBRthis", value=f"{uri}/!main"),
        element("FRBRuri", value=uri),
        element("FRBRdate", date=day, name="document"),
        element("FRBRauthor", href=_SOURCE, as_="editor"),
    ]
    if level == "Work":
        parts.append(element("FRBRcountry", value="un"))
    if level == "Expression":
        parts.append(element("FRBRlanguage", language=language))
    return element(f"FRBR{level}", *parts)


def _paper(composition: Composition, paper: Paper) -> Element:
    """Return what only this program reads: the cover's values as they are in the project."""
    return element(
        "own:paper",
        *map(_field, paper.entries),
        template=paper.template,
        kind=paper.kind,
        language=composition.language,
        original=paper.original_language,
        revision=paper.revision,
    )


def _field(entry: Entry) -> Element:
    if entry.type == "text":
        return words("own:field", entry.text, key=entry.key)
    if entry.type == "dates":
        return element("own:field", key=entry.key, **dict(entry.parts[0]))
    if entry.type == "code":
        parts = (words("own:part", value, name=name) for name, value in entry.parts[0])
        return element("own:field", *parts, key=entry.key)
    people = (Element("own:person", person) for person in entry.parts)
    return element("own:field", *people, key=entry.key)


def _masthead(paper: Paper, lines: Iterable[Paragraph]) -> Iterator[Element]:
    """Yield the masthead: values that the format has elements for in these, other lines of the sheet as they stand."""
    printed = {entry.text: entry for entry in paper.entries if entry.text and entry.key not in ("title", "number")}
    for line in lines:
        if line.role not in ("cover", "head", "title"):
            continue
        text = "".join(getattr(span, "text", " ") for span in line.spans).strip()
        entry = printed.get(text)
        yield element("p", *_known(entry)) if entry and _known(entry) else running(line.spans, {})


def _known(entry: Entry) -> list[Element]:
    """Return the element that the format has for a value, none where it has none."""
    match entry.key:
        case "code":
            return [words("docNumber", entry.text, refersTo="#symbol")]
        case "session":
            return [words("session", entry.text)]
        case "basis":
            return [words("docProponent", entry.text)]
        case "organ":
            return [words("docAuthority", entry.text, refersTo="#issuingBody")]
    return []


def _preface(paper: Paper) -> Iterator[Element]:
    """Yield number and title."""
    values = {entry.key: entry.text for entry in paper.entries}
    parts = []
    if values.get("number"):
        parts.append(words("docNumber", f"{values['number']}."))
    if values.get("title"):
        parts.append(words("docTitle", values["title"], refersTo="#resolutionTitle"))
    if parts:
        yield element("preface", element("p", *parts))
