"""The countries of a template: in the order of a language, and found by any name they have there."""

from editor.app.collation import Letters, country_key, letters
from editor.templating.schema import Template


def countries(template: Template, language: str) -> tuple[str, ...]:
    """Return the names of the template's countries in `language`, in its order."""
    words = template.words.get(language)
    names = words.countries.names.values() if words else ()
    return tuple(sorted(names, key=lambda name: country_key(name, language)))


class CountryNames:
    """An index of the names that a template's countries have in its languages; capitals and accents do not matter."""

    def __init__(self, template: Template) -> None:
        self._names = {language: words.countries.names for language, words in template.words.items()}
        self._keys: dict[Letters, str] = {}
        for names in self._names.values():
            for key, name in names.items():
                self._keys.setdefault(letters(name), key)
        self._codes = {key.upper(): key for names in self._names.values() for key in names}

    def key(self, written: str) -> str:
        """Return the key of the country that was `written`, its name or "FR"; an empty string if there is none."""
        return self._codes.get(written) or self._keys.get(letters(written), "") if written.strip() else ""

    def name(self, written: str, language: str) -> str:
        """Return what a text in `language` calls the country that was `written`; `written` itself if there is none."""
        return self._names.get(language, {}).get(self.key(written), written)
