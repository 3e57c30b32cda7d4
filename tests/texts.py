"""Seeded, varied texts of any length: thousands of distinct words, so that no cache flatters a measurement."""

import datetime
import random
from functools import cache

from editor.model.clause import Body, Clause, Kind
from editor.model.cover import Code, Cover, DateRange, Person
from editor.model.resolution import Resolution
from editor.model.text import Run

_STEMS = (
    "govern parlia river border secur demo human region nation econom environ develop educat protect inform commun "
    "partic observ monitor respons transit integr negoti mediat recon sustain innov transpar account particip ratif "
    "implement coordin cooper evalu assess strength support promot prevent reduc facilit encourag recogn maintain "
    "establish examin identif legis regul investig prosec displac migrat refug minor gender youth climat energ water"
).split()
_MIDDLES = ("", "al", "at", "er", "i", "in", "is", "it", "iv", "or", "ul", "um")
_ENDINGS = (
    "s", "ed", "ing", "ion", "ions", "ity", "ies", "al", "ance", "ment", "ments", "ive", "er", "ers", "ous", "able",
)  # fmt: skip
_SMALL = "the of and to in for on with by from as at their its all any under within between among this that".split()
_PREAMBULAR = "Recalling Recognising Noting Welcoming Reaffirming Stressing Expressing Emphasising Supporting".split()
_OPERATIVE = "Urges Welcomes Requests Encourages Reaffirms Recommends Deplores Invites Stresses Supports".split()


@cache
def vocabulary() -> tuple[str, ...]:
    """Return about 10,000 made-up words with the letters of English.

    With the small words among them a text has about 5.7 letters a word, as resolutions have.
    """
    words = {stem + middle + ending for stem in _STEMS for middle in _MIDDLES for ending in _ENDINGS}
    return tuple(sorted(words))


def sentence(source: random.Random, opening: str, words: int = 60) -> str:
    """Return a sentence of about `words` words after `opening`, without its end mark."""
    stock = vocabulary()
    found = [opening]
    for _ in range(max(3, int(source.gauss(words, words / 4)))):
        word = source.choice(source.choices((_SMALL, _STEMS, stock), (0.52, 0.24, 0.24))[0])
        found.append(word + ("," if source.random() < 0.06 else ""))
    return " ".join(found).rstrip(",")


def body(clauses: int, seed: int = 1, words: int = 60) -> Body:
    """Return a body of `clauses` numbered clauses and sub-items, a third of the paragraphs preambular."""
    source = random.Random(seed)
    found: list[Clause] = []
    preamble = clauses // 3
    numbered = 0
    while numbered < clauses:
        if numbered == preamble:
            found.append(Clause("e" * 10, "enacting", 0, (Run("The OSCE Parliamentary Assembly:"),)))
        kind: Kind = "preambular" if numbered < preamble else "operative"
        opening = source.choice(_PREAMBULAR if kind == "preambular" else _OPERATIVE)
        items = source.choice((2, 3, 4)) if kind == "operative" and source.random() < 0.15 else 0
        items = min(items, clauses - numbered - 1)
        end = ":" if items else "," if kind == "preambular" else ";"
        found.append(Clause(f"c{numbered:09d}", kind, 0, (Run(sentence(source, opening, words) + end),)))
        numbered += 1
        for _ in range(items):
            text = sentence(source, source.choice(vocabulary()), words // 2) + ","
            found.append(Clause(f"c{numbered:09d}", "item", 1, (Run(text),)))
            numbered += 1
    return tuple(found)


def resolution(clauses: int, seed: int = 1, words: int = 60) -> Resolution:
    """Return a supplementary item of `clauses` clauses with a whole cover."""
    cover = Cover(
        (
            ("code", Code((("body", "SC"), ("year", "27"), ("kind", "SI"), ("number", "9")))),
            ("title", "Measuring the Length of Texts"),
            ("sponsor", Person("Ms.", "Ada", "Long", "Ireland")),
            ("venue", "Dublin"),
            ("dates", DateRange(datetime.date(2027, 7, 3), datetime.date(2027, 7, 7))),
        )
    )
    return Resolution("osce-pa", "supplementary-item", "en", "en", "", cover, body(clauses, seed, words))
