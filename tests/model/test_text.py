"""Cleaning what comes in, and the pieces of a clause's text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.text import (
    _PLAIN,
    LINE_BREAK,
    MOST_ACCENTS,
    Mark,
    Note,
    Reference,
    Run,
    Text,
    clean,
    cut,
    flatten,
    length,
    normalise,
    plain_text,
    references,
    retarget,
    set_mark,
    substitute,
)
from tests import strategies
from tests.bodies import spelt, text

ITALIC: frozenset[Mark] = frozenset({"italic"})
HEIGHTS: frozenset[Mark] = frozenset({"superscript", "subscript"})

ANYTHING = st.text(st.characters() | st.sampled_from("\u0300\u0315\u0344\u0f73\u034f\r\n\u2028\ufffc"))
"""Any code points, lone surrogates with them, with many of the odd ones."""


class TestClean:
    @pytest.mark.parametrize(
        "words", ["", "Calls on", "Größe, 1ᵉʳ – «да» 大会", "a\tb", "<b>&amp;</b>", "\u202eabc", "🏛"]
    )
    def test_leaves_good_text_alone(self, words: str) -> None:
        assert clean(words) == words

    def test_short_cut_takes_only_what_stays_as_it_is(self) -> None:
        everything = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
        plain = {character for character in everything if _PLAIN.fullmatch(character)}
        assert len(plain) > 1000
        assert all(unicodedata.normalize("NFC", character) == character for character in plain)
        decomposed = [unicodedata.decomposition(character) for character in everything]
        joining = {chr(int(code, 16)) for parts in decomposed if parts[:1] != "<" for code in parts.split()[1:]}
        assert plain.isdisjoint(joining)
        assert not any(unicodedata.combining(character) for character in plain)
        assert all(len(f"a{character}b".splitlines()) == 1 for character in plain - {LINE_BREAK})
        assert not any(unicodedata.category(character) in ("Cc", "Cn") for character in plain - {"\t"})

    @pytest.mark.parametrize("ends", ["\n", "\r", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
    def test_makes_one_line_break_of_all(self, ends: str) -> None:
        assert clean(f"a{ends}b") == f"a{LINE_BREAK}b"

    def test_keeps_empty_lines(self) -> None:
        assert clean("a\r\n\r\nb\n\rc") == f"a{LINE_BREAK * 2}b{LINE_BREAK * 2}c"

    @pytest.mark.parametrize(
        "unwanted",
        [
            *("\0", "\x08", "\x1b", "\x1f", "\x7f", "\x80", "\x9f"),
            *("\ud800", "\udbff", "\udc00", "\udfff"),
            *("\ufdd0", "\ufdef", "\ufffe", "\uffff", "\U0001fffe", "\U0001ffff", "\U0010fffe", "\U0010ffff"),
            *("\ufff9", "\ufffa", "\ufffb", "\ufffc"),
        ],
    )
    def test_replaces_what_is_no_text(self, unwanted: str) -> None:
        assert clean(f"a{unwanted}b") == "a\ufffdb"

    @pytest.mark.parametrize("wanted", ["\t", "\ufdcf", "\ufdf0", "\ufffd", "\U0001fffd", "\U0010fffd", "\ue000"])
    def test_keeps_their_neighbours(self, wanted: str) -> None:
        assert clean(f"a{wanted}b") == f"a{wanted}b"

    def test_composes(self) -> None:
        assert clean("Cafe\u0301") == "Café"
        assert clean("ㄱ\u1100\u1161") == "ㄱ가"

    def test_of_each_character_follows_its_category(self) -> None:
        breaks = "\n\r\x0b\x0c\x85\u2028\u2029"
        for point in (*range(0x11000), *range(0x1F000, 0x20000), *range(0x10FF00, 0x110000)):
            character = chr(point)
            wanted = unicodedata.normalize("NFC", character)
            if character in breaks:
                wanted = LINE_BREAK
            elif (
                (unicodedata.category(character) in ("Cc", "Cs") and character != "\t")
                or point & 0xFFFE == 0xFFFE
                or point in range(0xFDD0, 0xFDF0)
                or point in range(0xFFF9, 0xFFFD)
            ):
                wanted = "\ufffd"
            assert clean(f"Ж{character}") == f"Ж{wanted}" or unicodedata.combining(wanted[0]), hex(point)

    @given(ANYTHING)
    def test_twice_is_once(self, words: str) -> None:
        assert clean(clean(words)) == clean(words)

    @given(ANYTHING)
    def test_gives_text_that_can_be_written_and_is_normal(self, words: str) -> None:
        cleaned = clean(words)
        assert cleaned.encode().decode() == cleaned
        assert unicodedata.is_normalized("NFC", cleaned)
        assert len(cleaned.splitlines()) <= cleaned.count(LINE_BREAK) + 1

    @given(ANYTHING)
    def test_never_grows_much(self, words: str) -> None:
        assert len(clean(words)) <= 3 * len(words) + len(words) // MOST_ACCENTS

    @given(st.text("ab\u0300\u0315\u0344\u0f73\u034f", min_size=50))
    def test_never_piles_accents_up(self, words: str) -> None:
        run = most = 0
        for character in unicodedata.normalize("NFD", clean(words)):
            run = run + 1 if unicodedata.combining(character) else 0
            most = max(most, run)
        assert most <= MOST_ACCENTS + 3  # those of a composed letter before them

    def test_loses_no_accent(self) -> None:
        words = "a" + "\u0315\u0300" * 100
        cleaned = unicodedata.normalize("NFD", clean(words))
        assert sorted(cleaned.replace("\u034f", "")) == sorted(words)

    @pytest.mark.parametrize("words", ["a\r\nб", "\ud800", "\u0315\u0300", "\u0f73", "\u0344", "ế", "가", "\x00é"])
    def test_of_a_megabyte_is_what_it_is_of_its_end(self, words: str) -> None:
        whole = clean(words * (1_000_000 // len(words)) + "x end")
        assert whole.endswith("x end")
        assert clean(whole) == whole


class TestNormalise:
    def test_joins_equal_neighbours_and_drops_empty_ones(self) -> None:
        pieces = (Run("a"), Run("", ITALIC), Run("b"), Run("c", ITALIC), Run("d", ITALIC), Run("e", ITALIC, "fr"))
        assert normalise(pieces) == (Run("ab"), Run("cd", ITALIC), Run("e", ITALIC, "fr"))

    def test_keeps_references_and_notes_apart(self) -> None:
        pieces = (Reference("x"), Reference("x"), Run(""), Note("n"), Run("a"))
        assert normalise(pieces) == (Reference("x"), Reference("x"), Note("n"), Run("a"))

    def test_reaches_into_notes(self) -> None:
        assert normalise((Note("n", (Run("a"), Run("b"), Reference("x"), Run(""))),)) == text("^n(ab{x})")

    @given(strategies.texts)
    def test_leaves_the_one_form_alone(self, pieces: Text) -> None:
        assert normalise(pieces) == pieces

    def test_of_many_small_runs_is_one(self) -> None:
        assert normalise(tuple(Run("ab") for _ in range(300_000))) == (Run("ab" * 300_000),)


@st.composite
def places(draw: st.DrawFn, count: int = 2) -> tuple[Text, list[int]]:
    """Draw a text and offsets in it, in order."""
    pieces = draw(strategies.texts)
    return pieces, sorted(draw(st.lists(st.integers(0, length(pieces)), min_size=count, max_size=count)))


class TestPieces:
    @given(strategies.texts)
    def test_length_is_that_of_the_flat_words(self, pieces: Text) -> None:
        assert length(pieces) == len(flatten(pieces))

    def test_references_and_notes_are_one_place_each(self) -> None:
        assert flatten(text("a{x}b^n(long note)")) == "a\ufffcb\ufffc"

    @given(places())
    def test_cuts_put_together_are_the_whole(self, drawn: tuple[Text, list[int]]) -> None:
        pieces, (low, high) = drawn
        assert normalise(cut(pieces, 0, low) + cut(pieces, low, high) + cut(pieces, high)) == pieces

    @given(places())
    def test_a_cut_is_a_slice_of_the_flat_words(self, drawn: tuple[Text, list[int]]) -> None:
        pieces, (low, high) = drawn
        assert flatten(cut(pieces, low, high)) == flatten(pieces)[low:high]

    @pytest.mark.parametrize(("low", "high"), [(-5, 2), (0, 2)])
    def test_cut_clamps_its_offsets(self, low: int, high: int) -> None:
        assert cut(text("abc"), low, high) == text("ab")
        assert cut(text("abc"), 1, 99) == text("bc")
        assert cut(text("abc"), 2, 1) == ()

    @given(places(), strategies.texts)
    def test_substitute_replaces_a_slice(self, drawn: tuple[Text, list[int]], put: Text) -> None:
        pieces, (low, high) = drawn
        flat = flatten(pieces)
        assert flatten(substitute(pieces, low, high, put)) == flat[:low] + flatten(put) + flat[high:]

    def test_substitute_never_says_words_twice(self) -> None:
        assert substitute(text("abcd"), 3, 1, text("-")) == text("abc-d")

    def test_plain_text(self) -> None:
        assert plain_text("") == ()
        assert plain_text("a", "fr") == (Run("a", language="fr"),)


class TestMarks:
    def test_are_set_and_taken_away_between_two_places(self) -> None:
        marked = set_mark(text("abcd"), 1, 3, "italic", True)
        assert spelt(marked) == "a*bc*d"
        assert spelt(set_mark(marked, 2, 4, "italic", False)) == "a*b*cd"

    def test_go_around_references_and_notes(self) -> None:
        assert spelt(set_mark(text("a{x}^n(b)c"), 0, 4, "italic", True)) == "*a*{x}^n(b)*c*"

    @pytest.mark.parametrize(("first", "second"), [("superscript", "subscript"), ("subscript", "superscript")])
    def test_of_height_shut_each_other_out(self, first: Mark, second: Mark) -> None:
        both = set_mark(set_mark(text("ab"), 0, 2, first, True), 0, 1, second, True)
        assert both == (Run("a", frozenset({second})), Run("b", frozenset({first})))

    def test_of_height_go_with_others(self) -> None:
        both = set_mark(set_mark(text("a"), 0, 1, "italic", True), 0, 1, "superscript", True)
        assert both == (Run("a", frozenset({"italic", "superscript"})),)

    @given(places(), st.sampled_from(["bold", "italic", "superscript", "subscript"]))
    def test_change_no_words_and_come_off_again(self, drawn: tuple[Text, list[int]], mark: Mark) -> None:
        pieces, (low, high) = drawn
        on = set_mark(pieces, low, high, mark, True)
        assert flatten(on) == flatten(pieces)
        assert all(mark in piece.marks for piece in cut(on, low, high) if isinstance(piece, Run))
        off = set_mark(on, low, high, mark, False)
        assert not any(mark in piece.marks for piece in cut(off, low, high) if isinstance(piece, Run))
        assert normalise(cut(off, 0, low) + cut(off, high)) == normalise(cut(pieces, 0, low) + cut(pieces, high))


class TestReferences:
    WORDS = text("as in {one}^n(not {#two}), {three}")

    def test_are_found_in_notes_too(self) -> None:
        assert references(self.WORDS) == (Reference("one"), Reference("two", "number"), Reference("three"))

    def test_are_sent_elsewhere(self) -> None:
        sent = retarget(self.WORDS, {"two": "one", "three": "four", "gone": "x"})
        assert spelt(sent) == "as in {one}^n(not {#one}), {four}"

    def test_are_sent_at_once_not_in_turn(self) -> None:
        assert spelt(retarget(text("{a}{b}"), {"a": "b", "b": "a"})) == "{b}{a}"

    def test_text_without_them_is_the_same(self) -> None:
        assert retarget(self.WORDS, {"gone": "x"}) is self.WORDS


def test_an_accent_joins_the_letter_that_it_comes_to_stand_behind() -> None:
    assert substitute((Run("Recallingx\u0301 all"),), 9, 10, ()) == (Run("Recallin\u01f5 all"),)
