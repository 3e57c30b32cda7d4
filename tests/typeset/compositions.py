"""Texts of any length for tests and measurements: made up, different in every clause, the same in every run."""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator
from itertools import accumulate

from editor.compose.composition import (
    Composition,
    Field,
    Font,
    ListLabel,
    ListLevel,
    Metadata,
    NumberedList,
    Page,
    Paragraph,
    Section,
    Style,
    Words,
)
from editor.model.scheme import NumberFormat

MM = 72 / 25.4
VOCABULARY = 6000

_OPENINGS = ("Recognising", "Welcoming", "Reiterating", "Calls on", "Urges", "Requests", "Supports", "Encourages")
_SMALL = ("the", "of", "and", "to", "in", "for", "on", "by", "with", "a", "its", "which", "as", "that")
_STARTS = ("co", "re", "in", "de", "par", "trans", "sup", "con", "dis", "pre", "ex", "ad", "un", "pro", "sta", "sec")
_MIDDLES = ("oper", "vis", "tect", "lat", "form", "gress", "tribu", "mand", "liber", "tain", "port", "ligat", "sist")
_ENDS = ("ation", "ing", "ity", "ed", "ment", "ive", "ence", "al", "s", "ions", "er", "ance", "ary", "ly")


def words(seed: int = 1) -> list[str]:
    """Return thousands of different words of the length and shape of English ones, the most frequent first."""
    chance = random.Random(seed)
    found = dict.fromkeys(_SMALL)
    while len(found) < VOCABULARY:
        middle = "".join(chance.choices(_MIDDLES, k=chance.choice((0, 1, 1, 1, 2))))
        found[chance.choice(_STARTS) + middle + chance.choice(_ENDS)] = None
    return list(found)


def clauses(count: int, length: int = 60, seed: int = 1) -> Iterator[str]:
    """Yield `count` clauses of about `length` words, with names, dates, codes and dashes as resolutions have them."""
    chance = random.Random(seed)
    stock = words(seed)
    # Words are as unevenly frequent as in a language: the n-th is met 1/n as often as the first.
    weights = list(accumulate(1 / (place + 8) for place in range(len(stock))))
    for number in range(count):
        chosen = chance.choices(stock, cum_weights=weights, k=length + chance.randint(-20, 20))
        for place in range(chance.randint(6, 12), len(chosen) - 1, chance.randint(9, 16)):
            chosen[place] = chance.choice(_EXTRAS)(chance, chosen[place])
        yield f"{_OPENINGS[number % len(_OPENINGS)]} {' '.join(chosen)};"


_EXTRAS = (
    lambda chance, word: f"{word},",
    lambda chance, word: f"{word},",
    lambda chance, word: word.capitalize(),
    lambda chance, word: f"{word.capitalize()}-{chance.choice(_STARTS)}{chance.choice(_ENDS)}",
    lambda chance, word: f"{chance.randint(1, 28)} {chance.choice(('May', 'July', 'December'))} {chance.randint(1990, 2030)}",
    lambda chance, word: f"(A/{chance.randint(50, 80)}/{chance.randint(1, 300)})",
    lambda chance, word: f"– {word} –",
    lambda chance, word: f"“{word}”",
)


def styles() -> dict[str, Style]:
    """Return styles of the measures that a resolution commonly has."""
    made = (
        Style("title", "Title", size=14, leading=17, bold=True, align="centre", after=12, keep_with_next=True, outline=1),
        Style("clause", "Clause", align="justify", after=6, indent=12.5 * MM, hang=12.5 * MM),
        Style("item-1", "Sub-item 1", align="justify", after=6, indent=22.5 * MM, hang=10 * MM),
        Style("enacting", "Enacting Phrase", before=12, after=12, keep_with_next=True),
        Style("note", "Note", size=10, leading=12, align="justify"),
        Style("footer", "Page Foot", size=10, leading=12, align="centre"),
        Style("table-head", "Table Head", size=11, leading=13),
        Style("table-cell", "Table Cell"),
    )
    return {style.name: style for style in made}


def composition(*blocks: Paragraph, **changes: object) -> Composition:
    """Return `blocks` as one section with a page number at its foot, on A4."""
    fields = {
        "language": "en",
        "metadata": Metadata("On Examples", "Ms. Ana Example", code="SC (30) SI 1 E", date=datetime.date(2030, 7, 6)),
        "page": Page(210 * MM, 297 * MM, 25 * MM, 25 * MM, 25 * MM, 25 * MM, 12.5 * MM, 12.5 * MM),
        "fonts": {"serif": Font("Liberation Serif", "Times New Roman"), "sans": Font("Liberation Sans", "Arial")},
        "styles": styles(),
        "lists": (
            NumberedList(
                "paragraph",
                (ListLevel(NumberFormat(), "clause"), ListLevel(NumberFormat("letters"), "item-1")),
            ),
        ),
        "sections": (Section("body", blocks, footer=(Paragraph("footer", (Field("page"),), "furniture"),)),),
    }
    return Composition(**(fields | changes))  # type: ignore[arg-type]


def clause(number: int, text: str) -> Paragraph:
    """Return `text` as the clause numbered `number`, anchored "c" and its number."""
    label = ListLabel(f"{number}.", "paragraph", 0, number)
    return Paragraph("clause", (Words(text),), "clause", label, f"c{number}")


def long_composition(count: int) -> Composition:
    """Return a resolution of `count` clauses of about 60 words."""
    title = Paragraph("title", (Words("Draft Resolution"),), "title")
    return composition(title, *(clause(number, text) for number, text in enumerate(clauses(count), 1)))
