"""Choosing the clause that a reference points at: what can be chosen, and when typing asks for it. No Qt.

The words of a reference are the scheme's ("paragraph {}", "пункт {}"), so this holds in every language of a template.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from editor.app.outline import first_words
from editor.model.scheme import Scheme
from editor.model.text import OBJECT, Reference, ReferenceForm, Text
from editor.numbering import Labels, reference_pattern, words

_ENDING = 3
"""How much longer than the scheme's own word a typed one may be: "paragraphs", "Absatzes", "пунктов"."""

_AND = "and|or|to|through|et|ou|à|und|oder|bis|e|o|a|y|u|и|или|по"
"""What joins a number to the next one in the languages of the templates, besides a comma and a dash."""

_NEXT = rf"(?:{OBJECT}(?:,? (?:{_AND})[ \u00a0]|,[ \u00a0]|[-\u2013]))"
"""A reference in a row of them, with what leads on to the next."""

_LONGEST = 40
"""How many characters before the caret are looked at: longer than any word with the number after it."""


class Target(Struct, frozen=True):
    """A clause that a reference can point at.

    `number` is that in references ("11 a"), `full` the whole reference ("paragraph 11 a"); `words` are its first ones.
    """

    clause: str
    number: str
    full: str
    words: str


class Asked(Struct, frozen=True):
    """What typing asks for: the number typed so far, and where it and the word before it begin (code points).

    `form` is "full" where the typed word is the scheme's own, which then gives way to the reference; another form of it
    ("Paragraph", "paragraphs") stays and the number alone is put in.
    """

    typed: str
    start: int
    form: ReferenceForm


def targets(labels: Labels, but: str = "") -> tuple[Target, ...]:
    """Return every numbered clause, in order, save the one with the id `but`."""
    found: list[Target] = []
    for clause in labels.body:
        number = number_of(labels, clause.id) if clause.id != but else ""
        if number:
            full = labels.reference(Reference(clause.id))
            found.append(Target(clause.id, number, full, first_words(clause, labels)))
    return tuple(found)


def number_of(labels: Labels, clause_id: str) -> str:
    """Return the number of a clause in references ("11 a"), an empty string if it has none."""
    return labels.scheme.joint.join(labels.numbers(clause_id) or ())


def matching(found: Iterable[Target], typed: str, within: str = "") -> tuple[Target, ...]:
    """Return the targets that `typed` names: by number ("11 a", "11.a"), by full reference, or by words, in that order.

    `within` is the number of the clause that refers: from "11 b", "b ii" names "11 b ii", and so does "ii". Accents and
    capitals make no difference. Nothing typed names all of them.
    """
    wanted = _folded(typed).split()
    known = tuple(found)
    if not wanted:
        return known
    here = _folded(within).split()
    ranked = [(rank, target) for target in known if (rank := _rank(target, wanted, here)) is not None]
    return tuple(target for _, target in sorted(ranked, key=lambda pair: pair[0]))


def _rank(target: Target, wanted: list[str], here: list[str]) -> int | None:
    number = _folded(target.number).split()
    if number == wanted:
        return 0
    if _begins(number, wanted) or _begins(_folded(target.full).split(), wanted):
        return 1
    depths = range(1, len(here) + 1)
    if any(number[:depth] == here[:depth] and _begins(number[depth:], wanted) for depth in depths):
        return 1
    words = _folded(target.words).split()
    if all(any(word.startswith(part) for word in words) for part in wanted):
        return 2
    joined = " ".join(words)
    return 3 if " ".join(wanted) in joined else None


def _begins(parts: list[str], wanted: list[str]) -> bool:
    """Return whether `parts` begin with `wanted`, the last of which may be the beginning of a part."""
    count = len(wanted) - 1
    return parts[:count] == wanted[:count] and len(parts) > count and parts[count].startswith(wanted[count])


@lru_cache(maxsize=4096)
def _folded(words: str) -> str:
    """Return `words` without capitals, accents and the dots and brackets around numbers."""
    parts = unicodedata.normalize("NFD", words.casefold())
    plain = "".join(part for part in parts if not unicodedata.combining(part))
    return re.sub(r"[.()\[\]]", " ", plain)


def numbered(found: Iterable[Target], typed: str) -> tuple[Target, ...]:
    """Return the targets whose number begins with `typed`: what an offer shows while digits follow the word."""
    wanted = typed.casefold()
    return tuple(target for target in found if target.number.casefold().startswith(wanted))


def asked(before: str, scheme: Scheme) -> Asked | None:
    """Return what the words `before` the caret ask for, None if they do not end in a reference's word and a blank.

    A number may have begun after the blank; whether any clause has it is for `numbered` to say. Behind references that
    stand as numbers alone, a comma or "and" asks for the next: "paragraphs 4, 6 and ".
    """
    part = before[-_LONGEST:]
    best: Asked | None = None
    for word in _leads(scheme):
        pattern = rf"(?<!\w)({re.escape(word)}\w{{0,{_ENDING}}})[ \u00a0]({_NEXT}*)([\w.() ]*)\Z"
        found = re.search(pattern, part, re.IGNORECASE)
        if found is None or found[3][:1] == " ":
            continue
        shift = len(before) - len(part)
        own = found[1] == word and not found[2]
        start = shift + (found.start(1) if own else found.start(3))
        if best is None or start <= best.start:
            best = Asked(found[3], start, "full" if own else "number")
    return best


def _leads(scheme: Scheme) -> tuple[str, ...]:
    """Return the words that stand before the number in the references of `scheme`, the longest first."""
    patterns = [reference_pattern(scheme, depth) for depth in range(len(scheme.reference))]
    patterns += [rule.reference for rule in scheme.rules if rule.reference]
    leads = {pattern.partition("{}")[0].strip() for pattern in patterns}
    return tuple(sorted((lead for lead in leads if lead), key=len, reverse=True))


def as_read(text: Text, labels: Labels) -> str:
    """Return `text` in plain words, references as they read now, notes left out."""
    return words(text, labels)


Trouble = Literal["gone", "unnumbered"]


def trouble(labels: Labels, reference: Reference) -> Trouble | None:
    """Return why `reference` is broken: its clause is gone, or has no number; None if it is whole."""
    if labels.resolves(reference):
        return None
    return "unnumbered" if reference.target in labels.places else "gone"
