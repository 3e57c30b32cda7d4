"""Whatever the body, Word's own counting gives the labels of the outline."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from editor.compose.body import lists, paragraphs
from editor.compose.composition import Composition, Paragraph, Section
from editor.compose.values import inert
from editor.model.clause import Body, Clause, Kind
from editor.model.scheme import LevelRule, NumberFormat, Scheme
from editor.model.text import Run
from editor.numbering import labels
from tests.export.docx.reading import text, word_labels, written
from tests.export.docx.samples import STYLES, composition
from tests.strategies import bodies

_DECIMAL = NumberFormat()
_LETTERS = NumberFormat("letters", word="lowerLetter")
_ROMAN = NumberFormat("roman", label="({})", bare="({})", word="lowerRoman")
_CAPITALS = NumberFormat("letters", upper=True, label="{})", bare="{})", word="upperLetter")
_RUSSIAN = NumberFormat("letters", alphabet="абвгдежзиклмнопрстуфхцчшщэюя", beyond="positional", word="russianLower")
_PARTS = NumberFormat("roman", upper=True, label="PART {}", word="upperRoman")
_ITEMS = (LevelRule("item", 1, _LETTERS), LevelRule("item", 2, _ROMAN), LevelRule("item", 3, _CAPITALS))

SCHEMES = {
    "continuous": Scheme(
        (LevelRule("preambular", 0, _DECIMAL, "all"), LevelRule("operative", 0, _DECIMAL, "all"), *_ITEMS)
    ),
    "operative alone": Scheme(
        (LevelRule("operative", 0, _DECIMAL), *_ITEMS), frozenset({"part", "annex"}), single_unnumbered=True
    ),
    "each its own": Scheme(
        (
            LevelRule("preambular", 0, _CAPITALS),
            LevelRule("operative", 0, _DECIMAL),
            LevelRule("part", 0, _PARTS),
            LevelRule("annex", 0, replace(_DECIMAL, label="Annex {}")),
            LevelRule("item", 1, _RUSSIAN),
            *_ITEMS[1:],
        )
    ),
}


def composed(body: Body, scheme: Scheme) -> Composition:
    """Return `body` as it is composed, in the sample's styles."""
    found = labels(body, scheme)
    return composition(Section("body", tuple(paragraphs(found, STYLES))), lists=lists(found, STYLES))


def random_body(seed: int) -> Body:
    """Return a body as people write them, with overrides, restarts and long lists."""
    return tuple(_Writer(random.Random(seed)).body())


class _Writer:
    """Writes a body; every clause says its place in it."""

    def __init__(self, source: random.Random) -> None:
        self._source = source
        self._count = 0

    def body(self) -> Iterator[Clause]:
        """Yield the clauses of one to three divisions."""
        for division in range(self._source.randint(1, 3)):
            if division:
                yield self._clause(self._source.choice(("part", "annex")))
            for kind in ("preambular", "enacting", "operative"):
                for _ in range(1 if kind == "enacting" else self._source.randrange(8)):
                    yield self._clause(kind)
                    if kind != "enacting" and self._source.random() < 0.5:
                        yield from self._items(1)

    def _items(self, level: int) -> Iterator[Clause]:
        for _ in range(self._source.choice((1, 2, 3, 35 if level == 1 else 4))):
            yield self._clause("item", level)
            if level < 3 and self._source.random() < 0.3:
                yield from self._items(level + 1)
        if self._source.random() < 0.2:
            yield self._clause("closing", level)

    def _clause(self, kind: Kind, level: int = 0) -> Clause:
        self._count += 1
        number = None
        if kind in ("preambular", "operative", "item"):
            chance = self._source.random()
            if chance < 0.06:
                number = self._source.choice(("12 bis.", "A/3", "7 ter"))
            elif chance < 0.12:
                number = str(self._source.randint(1, 40))
        return Clause(f"{self._count:010d}", kind, level, (Run(f"word{self._count}"),), number)


def expected(composition: Composition) -> list[str]:
    """Return the labels of a composition of paragraphs, as they can stand in an attribute."""
    blocks = composition.sections[0].blocks
    return [block.label.text if block.label else "" for block in blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("seed", range(12))
def test_word_counts_what_the_outline_has(seed: int, scheme: str) -> None:
    made = composed(random_body(seed), SCHEMES[scheme])
    assert word_labels(written(made)) == expected(made)


@pytest.mark.parametrize("scheme", SCHEMES)
@given(body=bodies(max_size=20))
def test_any_body_at_all_is_written_whole(scheme: str, body: Body) -> None:
    made = composed(body, SCHEMES[scheme])
    docx = written(made)
    found = [label.replace("%\u2060", "%") for label in word_labels(docx)]
    # XML makes a space of a tab in an attribute.
    assert found == ([label.replace("\t", " ") for label in expected(made)] or [""])
    words = [[inert(run.text) for run in clause.text if isinstance(run, Run)] for clause in body]
    for paragraph, pieces in zip(docx.paragraphs(), words, strict=False):
        for piece in pieces:
            assert piece in text(paragraph)


@given(st.integers(9, 12))
def test_levels_that_word_does_not_have_are_literal(deepest: int) -> None:
    body = (Clause("t", "operative"), *(Clause(f"i{level}", "item", level) for level in range(1, deepest + 1)))
    rules = tuple(LevelRule("item", level, _LETTERS) for level in range(1, deepest + 1))
    made = composed(body, Scheme((LevelRule("operative", 0, _DECIMAL), *rules)))
    assert word_labels(written(made)) == ["1.", *["a."] * deepest]
