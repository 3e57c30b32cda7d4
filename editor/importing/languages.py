"""Which of a template's languages a text is in, by its letters and by the words that the template itself has."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from editor.templating.schema import Template
from editor.templating.wordlist import Words

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
"""Characters of a text that are looked at."""

_EAST_ASIAN = ("CJK", "HIRAGANA", "KATAKANA")
"""Scripts that are written together in one text."""


def guess_language(template: Template, text: str) -> str:
    """Return the language of `template` that `text` is most likely in; the template's first where nothing tells.

    First the script decides, then, among languages of one script, the words and word beginnings that the template's own
    word lists have.
    """
    sample = text[:_SAMPLE].casefold()
    codes = [language.code for language in template.file.languages if language.code in template.words]
    script = _script(sample)
    vocabularies = {code: _vocabulary(_wordings(template.words[code])) for code in codes}
    same = [code for code in codes if _script(" ".join(vocabularies[code])) == script]
    if not same:
        return codes[0] if codes else template.file.languages[0].code
    shared = Counter(word for code in same for word in vocabularies[code])
    counts = Counter(_WORD.findall(sample))

    def likeness(code: str) -> float:
        return sum(count / shared[word] for word, count in counts.items() if word in vocabularies[code])

    # Long word lists would win by their length alone.
    return max(same, key=lambda code: likeness(code) / (50 + len(vocabularies[code])))


def _wordings(words: Words) -> tuple[str, ...]:
    fixed = (word.text for word in words.words.values())
    return (*fixed, *words.months, *words.countries.names.values())


@lru_cache(maxsize=64)
def _vocabulary(wordings: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for text in wordings for word in _WORD.findall(_without_placeholders(text).casefold()))


def _without_placeholders(text: str) -> str:
    return re.sub(r"\{[^{}]*\}", " ", text)


def _script(text: str) -> str:
    """Return the script of most letters in `text`, by the first word of their Unicode names."""
    found = Counter(_script_of(character) for character in _sampled(text) if character.isalpha())
    return found.most_common(1)[0][0] if found else ""


def _sampled(text: str) -> Iterable[str]:
    return text[:: max(1, len(text) // 500)]


@lru_cache(maxsize=4096)
def _script_of(character: str) -> str:
    name = unicodedata.name(character, "").partition(" ")[0]
    return "CJK" if name in _EAST_ASIAN else name
