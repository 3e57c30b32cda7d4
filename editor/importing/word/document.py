"""From a reading of a Word file to a resolution: this program's own files exactly, all others by the recogniser."""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from editor.importing.front import read_front
from editor.importing.furniture import form_report
from editor.importing.recognise import check_arguments, choose, recognise
from editor.importing.report import Dropped, Guess, Imported, ImportFailure, Report, Source
from editor.importing.shape import Sayings
from editor.importing.source import SourceText
from editor.importing.word.citations import Citations
from editor.importing.word.labels import shown, with_overrides
from editor.importing.word.lines import lines
from editor.importing.word.own import OwnText, clause_id, read_own
from editor.importing.word.paragraphs import Ids, Paragraph
from editor.importing.word.reading import Reading, WordFile
from editor.importing.word.remarks import remarks
from editor.importing.word.texts import in_language, resolved
from editor.model.clause import Body, Clause
from editor.model.errors import EditError
from editor.model.grammar import check_body
from editor.model.resolution import Resolution
from editor.model.text import Run, set_mark
from editor.templating.begin import ENACTING
from editor.templating.codes import parse_code
from editor.templating.openings import emphasised, printed
from editor.templating.schema import Template

_LONGEST_CODE = 60
"""Characters beyond which a line of a header is no document code."""


class _Asked(Struct, frozen=True):
    """What the text shall be under, as far as that is known."""

    template: Template
    kind: str | None
    language: str | None
    phrases: Sayings


def resolution_of(
    file: WordFile, reading: Reading, template: Template, kind: str | None, language: str | None, ids: Ids
) -> Imported:
    """Return the resolution in one reading of `file`, with its remarks, and the report on it."""
    check_arguments(template, kind, language)
    if not any(paragraph.has_words for paragraph in reading.paragraphs):
        raise ImportFailure("import-empty")
    phrases = Sayings(template.word(known, ENACTING) for known in template.words)
    code, spoken = _code(reading.furniture, template)
    asked = _Asked(template, kind, language, phrases)
    imported = _own(file, reading, asked, ids) if file.is_own else None
    if imported is None:
        imported = _anybody(reading, asked, spoken, ids)
    imported = _with_code(imported, code, template)
    return _finished(file, reading, imported, template, ids)


def _own(file: WordFile, reading: Reading, asked: _Asked, ids: Ids) -> Imported | None:
    """Return the text of a file of this program's, None where it is not one under this template."""
    paragraphs, template = reading.paragraphs, asked.template
    found = read_own(paragraphs, template)
    if found is None:
        return None
    before = lines(paragraphs[: found.first], asked.phrases)
    front = read_front(before, template, asked.kind, asked.language, asked.phrases)
    known = {code.code for code in template.file.languages}
    spoken = file.sheet.language if file.sheet.language in known else None  # every file of ours says it
    choice = choose(template, asked.kind, asked.language or front.language or spoken, front, ())
    body = _body(found, ids)
    try:
        check_body(body, template.file.grammar)
    except EditError:
        return None
    numbers = [shown(piece.paragraph.label) if piece.known else None for piece in found.pieces]
    body = with_overrides(body, numbers, template.scheme(choice.language))
    unread = before[front.end :]
    form, form_guesses = form_report(lines(paragraphs[found.last :], asked.phrases))
    fields = front.fields
    guesses = (
        *choice.guesses, *front.guesses, *form_guesses,
        *(Guess("unread", (("text", line.words),), line.number) for line in unread),
    )  # fmt: skip
    dropped = (*front.dropped, *form, *(Dropped(line.words, line.number, "unread") for line in unread))
    sources = tuple(
        Source(clause.id, piece.paragraph.number, piece.paragraph.number, _typed(piece.paragraph))
        for clause, piece in zip(body, found.pieces, strict=True)
    )
    resolution = Resolution(
        template.id, choice.kind, choice.language, fields.original, fields.revision, fields.cover, body
    )
    return Imported(resolution, Report(guesses, dropped, sources))


def _typed(paragraph: Paragraph) -> str:
    return paragraph.label.text if paragraph.label else ""


def _body(found: OwnText, ids: Ids) -> Body:
    """Return the clauses with the ids that their bookmarks carry, each once; others have those of their paragraphs."""
    taken: set[str] = set()
    body = []
    for piece in found.pieces:
        carried = clause_id(piece.paragraph)
        name = carried if carried and carried not in taken else ids.of(piece.paragraph.number)
        taken.add(name)
        body.append(replace(piece.clause, id=name))
    return tuple(body)


def _anybody(reading: Reading, asked: _Asked, spoken: str, ids: Ids) -> Imported:
    """Return the text of a file of any other program, as the recogniser understands it, with the ids that it carries.

    `spoken` is the language that the code in a header says.
    """
    source = SourceText(lines(reading.paragraphs, asked.phrases))
    language = asked.language or spoken or None
    imported = recognise(source, asked.template, kind=asked.kind, language=language, fresh=ids.fresh)
    carried = {paragraph.number: clause_id(paragraph) for paragraph in reading.paragraphs}
    names: dict[str, str] = {}
    taken: set[str] = set()
    for place in imported.report.sources:
        name = carried.get(place.first) or ids.of(place.first)
        if name not in taken:
            names[place.clause] = name
            taken.add(name)
    body = tuple(replace(clause, id=names.get(clause.id, clause.id)) for clause in imported.resolution.body)
    report = imported.report
    return Imported(
        replace(imported.resolution, body=body),
        Report(
            tuple(replace(guess, clause=names.get(guess.clause, guess.clause)) for guess in report.guesses),
            report.dropped,
            tuple(replace(place, clause=names.get(place.clause, place.clause)) for place in report.sources),
        ),
    )


def _code(furniture: Sequence[str], template: Template) -> tuple[str, str]:
    """Return the document code among the lines of headers and footers, and the language that it says."""
    for text in furniture:
        found = parse_code(template, text) if len(text) < _LONGEST_CODE else None
        if found is not None:
            return text, found.language
    return "", ""


def _with_code(imported: Imported, text: str, template: Template) -> Imported:
    """Return the resolution with the code that its headers have, where its cover has none."""
    resolution = imported.resolution
    fields = template.kind(resolution.kind).fields
    found = parse_code(template, text) if text else None
    if found is None or resolution.cover.get("code") or all(field.key != "code" for field in fields):
        return imported
    cover = resolution.cover.with_value("code", found.code)
    report = imported.report
    return Imported(
        replace(resolution, cover=cover, revision=resolution.revision or found.revision),
        replace(report, guesses=(Guess("header-code", (("text", text),)), *report.guesses)),
    )


def _finished(file: WordFile, reading: Reading, imported: Imported, template: Template, ids: Ids) -> Imported:
    """Return the resolution with references, remarks and languages, and the report with what the reading left out."""
    resolution, report = imported.resolution, imported.report
    citations = Citations(resolution.body, template.scheme(resolution.language), reading, report.sources)
    usual = dict.fromkeys((None, resolution.language, file.sheet.language if file.is_own else _most(reading)))
    body = tuple(
        replace(clause, text=in_language(resolved(clause.text, reading.citations, citations.resolve), usual))
        for clause in resolution.body
    )
    if template.file.emphasis:
        body = tuple(_unemphasised(clause, template, resolution.language) for clause in body)
    said, more = remarks(reading.paragraphs, file.comments, report.sources, body, ids)
    guesses = (*report.guesses, *more, *_told(reading, report))
    dropped = (*report.dropped, *reading.dropped, *(Dropped(text, 0, "furniture") for text in reading.furniture))
    return Imported(
        replace(resolution, body=body, remarks=said),
        Report(
            tuple(sorted(guesses, key=lambda guess: guess.line)),
            tuple(sorted(dropped, key=lambda piece: piece.line)),
            report.sources,
        ),
    )


def _unemphasised(clause: Clause, template: Template, language: str) -> Clause:
    """Return `clause` without the emphasis that its template gives to opening words by itself."""
    mark = template.file.emphasis
    first = clause.text[0] if clause.text else None
    if not mark or not isinstance(first, Run) or mark not in first.marks:
        return clause
    unmarked = replace(clause, text=set_mark(clause.text, 0, len(first.text), mark, False))
    bare = replace(clause, text=set_mark(clause.text, 0, emphasised(unmarked, template, language), mark, False))
    return bare if printed(bare, template, language) == clause.text else clause


def _most(reading: Reading) -> str | None:
    """Return the language that most words are marked to be in, which says little: it is that of somebody's Word."""
    counts: Counter[str | None] = Counter()
    for paragraph in reading.paragraphs:
        for piece in paragraph.pieces:
            if isinstance(piece, Run):
                counts[piece.language] += len(piece.text)
    return counts.most_common(1)[0][0] if counts else None


def _told(reading: Reading, report: Report) -> Iterator[Guess]:
    """Yield what the reading itself tells of; a table of the blank form at the end is told of as that."""
    form = next((guess.line for guess in report.guesses if guess.code == "form"), None)
    for guess in reading.guesses:
        if guess.code != "table" or form is None or guess.line < form:
            yield guess
