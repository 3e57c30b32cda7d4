"""No word is lost, whatever the text: it stands in a clause, in a typed number, or among what was left out."""

import re
from collections import Counter
from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from editor.importing import Imported, ImportFailure, import_text
from editor.model.clause import Body
from editor.model.grammar import Grammar, check_body
from editor.model.text import clean, flatten
from editor.numbering import labels
from editor.templating.schema import Template
from tests.importing.outlines import template
from tests.texts import body as made_up_body

FRAGMENTS = (
    *"1. 2. 3) (a) (i) (b) (ii) a. b. i. - – • * # ## **bold** *italic* \\* _u_ 12\u00a0bis. 14a. 3.1.".split(),
    *"3.1.2. I. II. A. B. States, States; end. including: ser- vices \u00ad é Я ж) 而 大会， אב (أ) ’1‘ ㈠".split(),
    *"----- ____ \\ ( (( ) “ ” 17 4 1 =====".split(),
    *"and calls Recalling Noting".split(),
    "The Council of Things,",
    "The OSCE Parliamentary Assembly:",
    "L’Assemblée parlementaire de l’OSCE :",
    "SC (11) SI 4 E",
    "Original: FRENCH",
    "DRAFT RESOLUTION",
    "ON",
    "“TITLE WORDS”",
    "Principal Sponsor",
    "Principal Sponsor: Mr. A. Bee (Ireland)",
    "BELGRADE, 6 JULY TO 10 JULY 2011",
    "PROPOSED AMENDMENT to the DRAFT RESOLUTION",
    "word " * 30,
)
BREAKS = tuple("\n|\n\n|  \n|\n    |\t|\f|\r\n|\r|\u2028|\x85|\ud800|\x00|\u200b|\ufeff| ".split("|"))

pieces = st.lists(st.sampled_from(FRAGMENTS) | st.sampled_from(BREAKS), max_size=60)
messes = pieces.map(" ".join) | pieces.map("".join)

GRAMMARS = (
    template().file.grammar,
    Grammar(("enacting", "preambular", "operative"), frozenset({"operative"}), 4, divisions=frozenset()),
    Grammar(("operative",), frozenset({"operative", "item"}), 2),
    Grammar(("enacting", "operative"), frozenset(), 1, divisions=frozenset()),
    Grammar(("enacting", "preambular", "enacting", "operative"), deepest=1),
)


def _under(grammar: Grammar) -> Template:
    return replace(template(), file=replace(template().file, grammar=grammar))


def _signs(text: str) -> Counter[str]:
    """Return the letters and digits of `text`; emphasis may join words that stood apart by its signs alone."""
    return Counter(character for character in text if character.isalnum())


def _lost(text: str, imported: Imported) -> Counter[str]:
    lines = re.split("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", text)
    kept = [flatten(clause.text) for clause in imported.resolution.body]
    kept += [source.typed for source in imported.report.sources]
    kept += [piece.text for piece in imported.report.dropped]
    return _signs(" ".join(clean(line) for line in lines)) - _signs(" ".join(kept))


def _imported(data: str | bytes, under: Template) -> Imported | ImportFailure:
    try:
        return import_text(data, under)
    except ImportFailure as failure:
        return failure


def _check(text: str, grammar: Grammar) -> None:
    under = _under(grammar)
    imported = _imported(text, under)
    if isinstance(imported, ImportFailure):
        assert imported.code == "import-empty"
        assert not text.removeprefix("\ufeff").strip()
        return
    check_body(imported.resolution.body, grammar)
    assert not _lost(text, imported)
    labels(imported.resolution.body, under.scheme(imported.resolution.language))


@given(messes, st.sampled_from(GRAMMARS))
def test_a_mess_loses_nothing(text: str, grammar: Grammar) -> None:
    _check(text, grammar)


@given(st.text(st.characters(), max_size=200), st.sampled_from(GRAMMARS))
def test_any_characters_lose_nothing(text: str, grammar: Grammar) -> None:
    _check(text, grammar)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    imported = _imported(data, template())
    if isinstance(imported, ImportFailure):
        assert imported.code in {f"import-{why}" for why in ("empty", "binary", "word", "pdf", "markup")}
    else:
        check_body(imported.resolution.body, template().file.grammar)


TOPS = ("{}.", "{})", "({})")
ITEMS = ("({})", "{})", "{}.", "-")


def _written(body: Body, top: str, item: str, gap: bool, width: int) -> str:
    """Return `body` as somebody may type it."""
    number = letter = 0
    pieces: list[str] = []
    for clause in body:
        label, indent = "", 0
        if clause.kind in ("preambular", "operative"):
            number, letter = number + 1, 0
            label = top.format(number) + " "
        elif clause.kind == "item":
            letter += 1
            label, indent = item.format("abcdefgh"[letter - 1]) + " ", 3
        text = label + flatten(clause.text)
        pieces.append(
            fill(
                text, width, initial_indent=" " * indent, subsequent_indent=" " * (indent + len(label)),
                break_long_words=False, break_on_hyphens=False,
            )
            if width
            else " " * indent + text
        )  # fmt: skip
    return ("\n\n" if gap else "\n").join(pieces) + "\n"


@given(
    st.integers(1, 40),
    st.integers(0, 10_000),
    st.sampled_from(TOPS),
    st.sampled_from(ITEMS),
    st.booleans(),
    st.sampled_from([0, 60, 72, 100]),
)
def test_a_typed_body_comes_back_as_it_was(clauses: int, seed: int, top: str, item: str, gap: bool, width: int) -> None:
    body = made_up_body(clauses, seed, 25)
    imported = import_text(_written(body, top, item, gap, width), template())
    wanted = [(clause.kind, clause.level, flatten(clause.text)) for clause in body]
    assert [(clause.kind, clause.level, flatten(clause.text)) for clause in imported.resolution.body] == wanted
    assert {guess.code for guess in imported.report} <= {"kind", "language", "bullets"}


@pytest.mark.parametrize(
    "line",
    [
        *("word ", "*", "**a ", "*a **b ", "\\*", "- ", "(", "# a     b", "1. a     b", "a", "\u0301", "> ", "<a>"),
        *("(a) x;\n(i) y;\n", "- x\n", "I. Abc\n\n", "1. x:\n(a) y;\n\nand so;\n\n", "\f1\n", "aa-\n", "ABC DEF\n\n"),
        *("a\n", "Principal Sponsor: ", "Principal Sponsor\n", "Co-sponsors\n", "SC (11) SI 4 E\n", "1.\n", "1 A\n"),
        *("The OSCE Parliamentary Assembly:\n", "From: a\n", "> a\n", "--\n"),
    ],
    ids=repr,
)
def test_the_same_over_and_over_loses_nothing(line: str) -> None:
    _check(line * 200, template().file.grammar)
