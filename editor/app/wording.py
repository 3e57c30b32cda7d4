"""From a code with its parameters to the sentence a person reads."""

from collections.abc import Callable, Mapping

from editor.app import sentences
from editor.app.documents import Document
from editor.model.errors import EditorError

Translate = Callable[[str, str], str]
"""Takes a context and an English sentence, returns the sentence in the reader's language."""

_TABLES: dict[str, tuple[str, Mapping[str, str]]] = {
    "EditError": ("Edits", sentences.EDITS),
    "ProjectError": ("Files", sentences.FILES),
    "SaveError": ("Files", sentences.FILES),
    "DocumentError": ("Files", sentences.FILES),
    "CopyError": ("Files", sentences.FILES),
    "TemplateError": ("Templates", sentences.TEMPLATES),
    "PatternError": ("Templates", sentences.TEMPLATES),
    "ImportFailure": ("Imports", sentences.IMPORTS),
}


def untranslated(context: str, text: str) -> str:
    """Return `text` as it is: the command line speaks English."""
    del context
    return text


def sentence(error: EditorError, translate: Translate = untranslated) -> str:
    """Return the sentence for `error`: what happened, what is safe, what to do."""
    context, table = _TABLES[type(error).__name__]
    parameters = error.parameters
    if isinstance(reason := parameters.get("reason"), str) and reason in sentences.REASONS:
        why = filled(translate("Templates", sentences.REASONS[reason]), parameters)
        place = ", ".join(str(parameters[name]) for name in ("file", "key") if parameters.get(name))
        parameters = {**parameters, "why": why, "place": place}
    return filled(translate(context, table[error.code]), parameters)


def finding_sentence(code: str, parameters: Mapping[str, object], translate: Translate = untranslated) -> str:
    """Return the sentence for what a check or a page found."""
    return filled(translate("Findings", sentences.FINDINGS[code]), parameters)


def guess_sentence(code: str, parameters: Mapping[str, object], translate: Translate = untranslated) -> str:
    """Return the sentence for what an import guessed."""
    return filled(translate("Guesses", sentences.GUESSES[code]), parameters)


def notices(document: Document, translate: Translate = untranslated) -> list[str]:
    """Return what a person should know of a file that could be opened, though it was not as it should be."""
    found: list[tuple[str, Mapping[str, object]]] = []
    if document.project and document.project.read_only:
        found.append(("newer-version", {}))
    if not document.own_template:
        found.append(("template-replaced", {"template": document.template.id}))
    if document.project:
        found += [(mended.code, {"place": mended.place}) for mended in document.project.mended]
    return [filled(translate("Notices", sentences.NOTICES[code]), parameters) for code, parameters in found]


def filled(sentence_: str, parameters: Mapping[str, object]) -> str:
    """Return the sentence with its places filled; a place without a parameter shows its name."""
    return sentence_.format_map(_Shown(parameters))


class _Shown(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return key
