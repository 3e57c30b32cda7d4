"""The one notation of templates: words with `{name}` or `{name:form}` in them. Nothing else is interpreted."""

from collections.abc import Callable
from functools import lru_cache

from msgspec import Struct

from editor.model.errors import EditorError

WORD = "word."
"""How the name of a placeholder begins that stands for a wording of the word list."""


class PatternError(EditorError):
    """A pattern that cannot be read; code "open-brace", "stray-brace" or "empty-placeholder"."""


class Placeholder(Struct, frozen=True):
    """A place to be filled: the value's name, and the form it shall take (empty: as it is)."""

    name: str
    form: str = ""


@lru_cache(maxsize=1024)
def tokens(pattern: str) -> tuple[str | Placeholder, ...]:
    """Return `pattern` as literal words and placeholders, in order; PatternError if its braces do not match."""
    found: list[str | Placeholder] = []
    rest = pattern
    while rest:
        literal, brace, rest = rest.partition("{")
        if "}" in literal:
            raise PatternError("stray-brace", pattern=pattern)
        if literal:
            found.append(literal)
        if not brace:
            break
        inside, end, rest = rest.partition("}")
        if not end or "{" in inside:
            raise PatternError("open-brace", pattern=pattern)
        name, _, form = inside.partition(":")
        if not name:
            raise PatternError("empty-placeholder", pattern=pattern)
        found.append(Placeholder(name, form))
    return tuple(found)


def expand(pattern: str, word: Callable[[str], str]) -> tuple[str | Placeholder, ...]:
    """Return the tokens of `pattern`, those of the wording itself in place of each {word.KEY} without a form.

    A word may hold placeholders of its own, so that every language can order and letter a line in its way; words do not
    hold words. An empty word stays a placeholder, which has no value then.
    """
    found: list[str | Placeholder] = []
    for token in tokens(pattern):
        is_word = isinstance(token, Placeholder) and token.name.startswith(WORD) and not token.form
        text = word(token.name.removeprefix(WORD)) if isinstance(token, Placeholder) and is_word else ""
        found.extend(tokens(text) if text else (token,))
    return tuple(found)
