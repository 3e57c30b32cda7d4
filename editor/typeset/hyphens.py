"""Where words may be hyphenated, by the patterns of their language."""

import re
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

# What each language is hyphenated by where its code alone does not say.
_PREFERRED = {"en": "en_GB", "de": "de_DE", "pt": "pt_PT", "sr": "sr_Latn"}
_WORD = re.compile("[^\\W\\d_]{6,}")
_LEAST_BEFORE, _LEAST_AFTER = 3, 3


class Hyphens:
    """The hyphenation of one language, with the words met so far."""

    def __init__(self, language: str) -> None:
        self._language = language.replace("-", "_")
        self._known: dict[str, tuple[int, ...]] = {}

    def cuts(self, word: str) -> tuple[int, ...]:
        """Return the offsets at which `word` may be cut; none for short words, acronyms and words with figures."""
        if word not in self._known:
            self._known[word] = self._find(word)
        return self._known[word]

    def _find(self, word: str) -> tuple[int, ...]:
        found = _WORD.search(word)
        if not found or self._patterns is None or found.group().isupper() or len(_WORD.findall(word)) > 1:
            return ()
        return tuple(found.start() + place for place in self._patterns.positions(found.group()))

    @cached_property
    def _patterns(self) -> "Pyphen | None":
        # Imported when it is needed first: most documents are not hyphenated.
        import pyphen

        name = _PREFERRED.get(self._language) or pyphen.language_fallback(self._language)
        if not name or name not in pyphen.LANGUAGES:
            return None
        return pyphen.Pyphen(lang=name, left=_LEAST_BEFORE, right=_LEAST_AFTER)
