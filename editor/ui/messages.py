"""Errors, findings and names of languages as the reader says them."""

from PySide6.QtCore import QCoreApplication, QLocale

from editor.app.wording import finding_sentence, sentence
from editor.model.errors import EditorError
from editor.templating.schema import Language

_ENGLISH = {QLocale.Language.English, QLocale.Language.C}


def said(error: EditorError) -> str:
    """Return the sentence for `error`."""
    return sentence(error, _translate)


def found(code: str, parameters: dict[str, object]) -> str:
    """Return the sentence for something a page or a check found."""
    return finding_sentence(code, parameters, _translate)


def language_name(language: Language) -> str:
    """Return what a reader of English calls `language`, for all others what it calls itself."""
    return language.english if QLocale().language() in _ENGLISH else language.name


def _translate(context: str, text: str) -> str:
    return QCoreApplication.translate(context, text)
