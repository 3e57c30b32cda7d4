"""The one recogniser: lines of any source become a resolution and a report."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from editor.importing.building import build
from editor.importing.front import Front, read_front
from editor.importing.furniture import form_report, form_start, furniture
from editor.importing.joining import paragraphs
from editor.importing.languages import guess_language
from editor.importing.markers import ALPHABETS
from editor.importing.numbers import kept_numbers, number_guesses
from editor.importing.outlining import outline
from editor.importing.parts import Parts
from editor.importing.report import Guess, Imported, ImportFailure, Report
from editor.importing.shape import Sayings
from editor.importing.source import Line, SourceText
from editor.model.ids import NewId
from editor.model.resolution import Resolution
from editor.templating.begin import ENACTING
from editor.templating.schema import Template


class Choice(Struct, frozen=True):
    """Kind and language of the paper, and the guesses if nothing said them."""

    kind: str
    language: str
    guesses: tuple[Guess, ...]


def recognise(
    source: SourceText, template: Template, *, kind: str | None, language: str | None, fresh: NewId
) -> Imported:
    """Return the resolution that `source` holds, under `template`.

    `kind` and `language` are taken as given, else from the cover, else guessed; ImportFailure "import-kind" or
    "import-language" for what the template does not have, "import-no-body" for what has no body. Every word of
    the source stands in the resolution or in the report's `dropped`.
    """
    check_arguments(template, kind, language)
    file = template.file
    phrases = Sayings(template.word(known, ENACTING) for known in template.words)
    front = read_front(source.lines, template, kind, language, phrases)
    end = form_start(source.lines, front.end, template)
    lines, removed = furniture(source.lines[front.end : end], front.code)
    choice = choose(template, kind, language, front, lines)
    found = paragraphs(lines, phrases, _alphabets(template, choice.language))
    parts = Parts(outline(found, phrases, file.grammar), file.grammar, file.punctuation)
    built = build(parts.ordered, file.grammar, fresh)
    scheme = template.scheme(choice.language)
    body = kept_numbers(built.body, built.drafts, scheme)
    form, form_guesses = form_report(source.lines[end:])
    guesses = (
        *source.guesses,
        *choice.guesses,
        *front.guesses,
        *(Guess("furniture", (("text", piece.text),), piece.line) for piece in removed),
        *form_guesses,
        *parts.guesses,
        *built.guesses,
        *number_guesses(body, built.drafts, scheme),
    )
    dropped = (*source.dropped, *front.dropped, *removed, *parts.dropped, *built.dropped, *form)
    fields = front.fields
    return Imported(
        Resolution(template.id, choice.kind, choice.language, fields.original, fields.revision, fields.cover, body),
        Report(
            tuple(sorted(guesses, key=lambda guess: guess.line)),
            tuple(sorted(dropped, key=lambda piece: piece.line)),
            built.sources,
        ),
    )


def check_arguments(template: Template, kind: str | None, language: str | None) -> None:
    """Raise ImportFailure for a kind of paper or a language that `template` does not have."""
    if kind is not None and all(known.id != kind for known in template.file.kinds):
        raise ImportFailure("import-kind", kind=kind)
    if kind is not None and not template.kind(kind).body:
        raise ImportFailure("import-no-body", kind=kind)
    if language is not None and all(known.code != language for known in template.file.languages):
        raise ImportFailure("import-language", language=language)


def choose(template: Template, kind: str | None, language: str | None, front: Front, lines: Sequence[Line]) -> Choice:
    """Return kind and language as given, as the cover has them, or as they are guessed."""
    guesses: list[Guess] = []
    chosen = kind or front.kind
    if not chosen:
        chosen = template.file.default_kind
        guesses.append(Guess("kind", (("kind", chosen),)))
    spoken = language or front.language
    if not spoken:
        spoken = guess_language(template, " ".join(_sample(lines)))
        guesses.append(Guess("language", (("language", spoken),)))
    return Choice(chosen, spoken, tuple(guesses))


def _sample(lines: Sequence[Line]) -> Iterator[str]:
    return (line.words for line in lines[:400])


def _alphabets(template: Template, language: str) -> tuple[str, ...]:
    """Return the alphabets that letters may count in, the template's own first."""
    own = (rule.format.alphabet for rule in template.scheme(language).rules if rule.format.digits == "letters")
    return tuple(dict.fromkeys((*own, *ALPHABETS)))
