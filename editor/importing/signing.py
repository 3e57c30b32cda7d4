"""Members who sign below others: a heading and a line for each, anywhere before the body."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from editor.importing.shape import Sayings
from editor.importing.sheets import LONGEST
from editor.importing.source import Line
from editor.templating.patterns import WORD, Placeholder, tokens
from editor.templating.people import honorifics
from editor.templating.schema import PaperKind, Template

PEOPLE = "people"
_COUNTRY = re.compile(r"[^()]+\([^()]+\)")
_APART = re.compile(r";\s*|(?<=\)),\s*|(?<=\))\s+and\s+")
_AFTER = re.compile(
    r"(?:,?\s+(?:MPs?|M\.P\.|MEPs?|MdB|MdEP|MSP|TD|Députée?|Deputato|Deputata|Diputad[oa]))+(?=\s*(?:[(,]|$))"
)
"""What a member's name may have after it, which is no part of it."""


class Signing(Struct, frozen=True):
    """The positions of a heading and its lines, and what each line says, with its position."""

    lines: frozenset[int] = frozenset()
    persons: tuple[tuple[int, str], ...] = ()


def read_signing(lines: Sequence[Line], template: Template) -> Signing:
    """Return the members who stand in `lines` below a heading for several, as the template words it in any language.

    A line is a member's that begins with an honorific or has the country in brackets; "Co-sponsors: A (B), C (D)" is
    read as well.
    """
    headings = Sayings(_headings(template))
    known = tuple(f"{honorific} " for honorific in honorifics(template))
    positions: set[int] = set()
    persons: list[tuple[int, str]] = []
    below = False
    for at, line in enumerate(lines):
        words = line.words if len(line.words) <= LONGEST else ""
        heading, _, rest = words.partition(":")
        if heading in headings:
            below = True
            found = [person for person in _APART.split(rest.strip()) if person]
        else:
            below = below and _is_person(words, known)
            found = [person for person in _APART.split(words) if person] if below else []
        if below:
            positions.add(at)
            persons += [(at, person) for person in found]
    return Signing(frozenset(positions), tuple(persons))


def _is_person(words: str, honorifics: tuple[str, ...]) -> bool:
    return words.startswith(honorifics) or all(_COUNTRY.fullmatch(one) for one in _APART.split(words))


def _headings(template: Template) -> Iterator[str]:
    """Yield how a heading for several members is worded: a field's label, or a form's line above rows for them."""
    keys = {key for kind in template.file.kinds for key in _keys(kind)}
    for language in template.words:
        yield from (word for key in keys if (word := template.word(language, key)))


def _keys(kind: PaperKind) -> Iterator[str]:
    yield from (field.label for field in kind.fields if field.kind == PEOPLE)
    for part, following in pairwise(kind.form):
        if part.line and following.table and following.table.rows > 1:
            for token in tokens(part.line.pattern):
                if isinstance(token, Placeholder) and token.name.startswith(WORD):
                    yield token.name.removeprefix(WORD)


def without_title(name: str) -> tuple[str, str]:
    """Return a name without what stands after it ("MP"), and that."""
    found = _AFTER.search(name)
    return (name[: found.start()] + name[found.end() :], found.group().strip(" ,")) if found else (name, "")
