"""From an Akoma Ntoso file to a resolution and a report."""

from collections.abc import Sequence

from lxml import etree
from msgspec.structs import replace

from editor.importing.akn.citations import Citations, names_of
from editor.importing.akn.front import Front, own_paper, read_front
from editor.importing.akn.inline import Inlines
from editor.importing.akn.names import below, child, local
from editor.importing.akn.numbers import bare, overridden, plain_number
from editor.importing.akn.rows import Row, Rows
from editor.importing.akn.safe import parsed
from editor.importing.akn.tree import Built, build
from editor.importing.pieces import first_words
from editor.importing.recognise import check_arguments
from editor.importing.report import Guess, Imported, ImportFailure, Report, Source
from editor.model.clause import PARAGRAPHS, Body, Clause
from editor.model.ids import NewId, new_id
from editor.model.resolution import Resolution
from editor.model.text import length, set_mark
from editor.numbering import labels
from editor.templating.openings import emphasised, printed
from editor.templating.schema import Template


def import_akn(
    data: bytes,
    template: Template,
    *,
    kind: str | None = None,
    language: str | None = None,
    fresh: NewId = new_id,
) -> Imported:
    """Return the resolution in an Akoma Ntoso file, under `template`, and the report on it.

    `kind` and `language` are those of the paper where they are known; a language that the file says and the template
    does not have is kept and reported. What this program wrote comes back as it was. ImportFailure "import-xml",
    "import-too-large", "import-too-many", "import-no-statement" for a file of laws or debates, "import-empty", and
    those of `import_text` for kind and language.
    """
    check_arguments(template, kind, language)
    root = parsed(data)
    statement = _statement(root)
    front = read_front(root, template, kind)
    if front.kind and not template.kind(front.kind).body:
        raise ImportFailure("import-no-body", kind=front.kind)
    exact = own_paper(root) is not None
    rows = _rows(statement, Inlines(fresh, exact=exact), exact=exact)
    if not rows:
        raise ImportFailure("import-empty")
    built = build(rows, template.file.grammar, exact=exact)
    spoken, guesses = _paper(front, template, language)
    body = _body(built, template, spoken)
    paper = front.kind or template.file.default_kind
    return Imported(
        Resolution(template.id, paper, spoken, front.original, front.revision, front.cover, body),
        _report(built, body, template, spoken, guesses),
    )


def _statement(root: etree._Element) -> etree._Element:
    """Return the element that holds the text; ImportFailure "import-no-statement" where there is none."""
    if local(root) == "akomaNtoso":
        for one in below(root):
            if child(one, "mainBody", "body", "preamble") is not None:
                return one
    raise ImportFailure("import-no-statement")


def _rows(statement: etree._Element, inlines: Inlines, *, exact: bool) -> list[Row]:
    rows = Rows(inlines, exact=exact)
    for one in below(statement):
        if local(one) == "preamble":
            rows.preamble(one)
        elif local(one) in ("mainBody", "body"):
            rows.body(one)
        elif local(one) in ("attachments", "annexes"):
            for attached in below(one):
                rows.annex(attached)
    return rows.found


def _paper(front: Front, template: Template, language: str | None) -> tuple[str, list[Guess]]:
    """Return the language of the text, and what was guessed of language and kind."""
    guesses: list[Guess] = []
    if not front.kind:
        guesses.append(Guess("kind", (("kind", template.file.default_kind),)))
    spoken = language or front.language
    known = [one.code for one in template.file.languages]
    if not spoken:
        spoken = known[0]
        guesses.append(Guess("language", (("language", spoken),)))
    elif spoken not in known:
        guesses.append(Guess("language-foreign", (("language", spoken),)))
    return spoken, guesses


def _body(built: Built, template: Template, language: str) -> Body:
    """Return the clauses with their numbers and references, and without the marks that the template itself sets."""
    scheme = template.scheme(language)
    body = overridden(built.body, _printed(built.rows), scheme)
    labelled = labels(body, scheme)
    citations = Citations(names_of(body, {row.name: (*row.known, row.name) for row in built.rows}), labelled)
    body = tuple(replace(clause, text=citations.resolved(clause.text)) for clause in body)
    return tuple(_unemphasised(clause, template, language) for clause in body)


def _printed(rows: Sequence[Row]) -> list[str | None]:
    return [None if row.number is None else plain_number(row.number) for row in rows]


def _unemphasised(clause: Clause, template: Template, language: str) -> Clause:
    """Return `clause` without the emphasis on its opening words, where the template emphasises just these."""
    mark = template.file.emphasis
    if not mark or clause.kind not in PARAGRAPHS:
        return clause
    bare = replace(clause, text=set_mark(clause.text, 0, length(clause.text), mark, False))
    places = emphasised(bare, template, language)
    plain = replace(clause, text=set_mark(clause.text, 0, places, mark, False))
    return plain if places and printed(plain, template, language) == clause.text else clause


def _report(built: Built, body: Body, template: Template, language: str, guesses: list[Guess]) -> Report:
    labelled = labels(body, template.scheme(language))
    found = [*guesses, *built.guesses]
    for row, clause, label in zip(built.rows, body, labelled.by_place, strict=True):
        typed = None if row.number is None else plain_number(row.number)
        if row.guess:
            found.append(Guess(row.guess, (("text", first_words(clause.text)),), row.line, clause.id))
        if typed is not None and bare(typed) != bare(label.text):
            found.append(Guess("renumbered", (("was", typed), ("is", label.text)), row.line, clause.id))
        elif clause.number is not None and typed:
            found.append(Guess("number-kept", (("number", clause.number),), row.line, clause.id))
    sources = tuple(Source(row.name, row.line, row.line, row.number or "") for row in built.rows)
    return Report(tuple(sorted(found, key=lambda guess: guess.line)), built.dropped, sources)
