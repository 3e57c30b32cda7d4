"""What is offered at the start of a clause."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import convert

from editor.app.lexicon import Lexicon
from editor.app.phrases import (
    MOST,
    Offer,
    find_bank,
    gender_of,
    offers,
    opening_typed,
    role_of,
    surroundings,
)
from editor.model.clause import Body, Clause
from editor.model.text import Note, Reference, Run
from editor.paths import user_templates_folder
from editor.templating.openings import fold
from editor.templating.phrasebank import PhraseBank, Role
from tests.bodies import body

BANK = convert(
    {
        "preambular": [
            {"words": "recalling", "on": ["that"]},
            {"words": "recognising", "on": ["that"], "forms": {"ize": "recognizing"}},
            {"words": "consciente", "forms": {"masculine": "conscient"}},
            {"words": "réaffirmant"},
        ],
        "operative": [
            {"words": "encourages", "on": ["the efforts of", ", again,"]},
            {"words": "endorses"},
            {"words": "enjoys", "also": "enjoys also", "further": "enjoys further"},
            {"words": "calls on"},
            {"words": "calls"},
        ],
        "spellings": ["ise", "ize"],
        "gender": "feminine",
        "organs": {"masculine": ["Le "], "feminine": ["La ", "Le Assemblée"]},
        "later": {"operative": {"also": "also {opening}", "further": "further {opening}"}},
    },
    PhraseBank,
)


def offered(
    role: Role,
    typed: str,
    picture: str = "",
    counts: dict[str, int] | None = None,
    *,
    later: bool = False,
    bank: PhraseBank = BANK,
) -> list[str]:
    """Return what is offered in a clause at the end of the text of `picture`."""
    lexicon = Lexicon(bank, role)
    clauses: Body = (*body(picture), Clause("new", role, text=(Run(typed),)))
    around = surroundings(lexicon, clauses, len(clauses) - 1)
    return [one.words for one in offers(lexicon, typed, around, counts or {}, later=later)]


def test_openings_come_first_then_how_they_go_on() -> None:
    assert offered("operative", "En") == [
        "Encourages",
        "Endorses",
        "Enjoys",
        "Encourages the efforts of",
        "Encourages, again,",
    ]


@pytest.mark.parametrize("typed", ["enc", "ENC", "énc"])
def test_case_and_accents_do_not_matter(typed: str) -> None:
    assert offered("operative", typed)[0] == "Encourages"
    assert offered("preambular", "reaff") == ["Réaffirmant"]


@pytest.mark.parametrize("typed", ["", "E", "Encx", "Encourages", " Enc", "Encourages the efforts of all"])
def test_nothing_is_offered_that_says_nothing(typed: str) -> None:
    assert "Encourages" not in offered("operative", typed)


def test_a_whole_opening_goes_on() -> None:
    assert offered("operative", "Encourages") == ["Encourages the efforts of", "Encourages, again,"]
    assert offered("operative", "Encourages t") == ["Encourages the efforts of"]


def test_most_used_come_first() -> None:
    assert offered("operative", "En", counts={"endorses": 2, "enjoys": 3})[:3] == ["Enjoys", "Endorses", "Encourages"]
    assert offered("operative", "En", counts={"encourages the efforts of": 1})[0] == "Encourages the efforts of"


def test_what_the_text_has_already_counts_too() -> None:
    assert offered("operative", "En", "o a: Endorses it;")[0] == "Endorses"
    assert offered("operative", "En", "p a: Endorses it;")[0] == "Encourages"


def test_the_text_decides_the_spelling() -> None:
    assert offered("preambular", "Rec") == ["Recalling", "Recognising", "Recalling that", "Recognising that"]
    other = "p a: Recognizing that it rains,"
    assert offered("preambular", "Rec", other)[:2] == ["Recognizing", "Recalling"]
    assert "Recognizing that" in offered("preambular", "Rec", other)
    assert not [words for words in offered("preambular", "Reco", other) if "is" in words]


def test_most_of_the_text_decides_where_it_has_both_spellings() -> None:
    both = "p a: Recognizing one,\np b: Recognising two,\np c: Recognising three,"
    assert offered("preambular", "Reco", both)[0] == "Recognising"


@pytest.mark.parametrize(
    ("organ", "word"),
    [("La Chambre", "Consciente"), ("Le Conseil", "Conscient"), ("Le Assemblée", "Consciente"), ("Nous", "Consciente")],
)
def test_the_organ_decides_the_gender(organ: str, word: str) -> None:
    lexicon = Lexicon(BANK, "preambular")
    clauses = body(f"p a: Con\n! e: {organ}")
    around = surroundings(lexicon, clauses, 0)
    assert [one.words for one in offers(lexicon, "Con", around, {}, later=False)] == [word]
    assert gender_of(BANK, "") == "feminine"


def test_each_part_has_its_own_organ() -> None:
    lexicon = Lexicon(BANK, "preambular")
    clauses = body("p a: x\n! e: Le Conseil\no b: y\n$ one: Part\n! f: La Chambre\np c: z")
    assert surroundings(lexicon, clauses, 5).gender == "feminine"
    assert surroundings(lexicon, clauses, 0).gender == "masculine"


def test_letters_follow_the_text() -> None:
    assert offered("operative", "en", "o a: calls on all;")[0] == "encourages"
    assert offered("operative", "En", "o a: calls on all;")[0] == "Encourages"
    assert offered("operative", "en", "o a: Calls on all;")[0] == "Encourages"


# Also and further


@pytest.mark.parametrize(
    ("earlier", "first"),
    [
        ("", "Encourages"),
        ("o a: Encourages one;", "Also encourages"),
        ("o a: Encourages one;\no b: Also encourages two;", "Further encourages"),
        ("o a: Encourages one;\no b: Also encourages two;\no c: Further encourages;", "Also encourages"),
        ("p a: Encourages one,", "Encourages"),
    ],
)
def test_the_same_verb_again_is_offered_as_also_and_further(earlier: str, first: str) -> None:
    assert offered("operative", "Enc", earlier, later=True)[0] == first
    assert offered("operative", "Enc", earlier)[0] == "Encourages"


def test_a_phrase_may_have_a_later_form_of_its_own() -> None:
    assert offered("operative", "Enj", "o a: Enjoys it;", later=True) == ["Enjoys also", "Enjoys"]
    assert offered("preambular", "Rec", "p a: Recalling it,", later=True)[0] == "Recalling"


def test_only_the_clauses_before_it_in_the_same_part_count() -> None:
    lexicon = Lexicon(BANK, "operative")
    clauses = body("o a: Enc\no b: Encourages it;")
    assert surroundings(lexicon, clauses, 0).before.get(0, 0) == 0
    parted = body("o a: Encourages it;\n$ part: II\no b: Enc")
    assert surroundings(lexicon, parted, 2).before.get(0, 0) == 0


def test_a_later_form_can_be_typed_out() -> None:
    assert offered("operative", "Also e", "o a: Encourages one;", later=True) == ["Also encourages"]
    assert offered("operative", "Also encourages", "o a: Encourages one;", later=True) == []


def test_an_offer_knows_which_letters_match() -> None:
    lexicon = Lexicon(BANK, "operative")
    clauses = body("o a: Encourages one;\no b: Enc")
    found = offers(lexicon, "Enc", surroundings(lexicon, clauses, 1), {}, later=True)
    assert found[0] == Offer("Also encourages", 5, 8, "encourages")
    assert found[0].rest == ""
    assert (found[1].words[found[1].start : found[1].end], found[1].rest) == ("Enc", "ourages")


# Where


def test_only_words_at_the_start_of_a_clause_are_an_opening() -> None:
    words = Clause("a", "operative", text=(Run("Calls on all"),))
    assert opening_typed(words, 5) == "Calls"
    assert opening_typed(words, 12) == "Calls on all"
    assert opening_typed(words, 3) is None
    assert opening_typed(Clause("a", "operative"), 0) == ""
    assert opening_typed(Clause("a", "operative", text=(Run(" on"),)), 1) is None


@pytest.mark.parametrize("piece", [Reference("b"), Note("n")])
def test_a_reference_or_note_is_no_opening(piece: Reference | Note) -> None:
    assert opening_typed(Clause("a", "operative", text=(piece, Run("En"))), 3) is None
    assert opening_typed(Clause("a", "operative", text=(Run("En"), piece)), 2) is None


@pytest.mark.parametrize(
    ("kind", "role"), [("preambular", "preambular"), ("operative", "operative"), ("item", "item"), ("closing", None)]
)
def test_every_kind_has_its_phrases(kind: Role, role: Role | None) -> None:
    assert role_of(Clause("a", kind)) == role


def test_the_quick_answer_is_right() -> None:
    lexicon = Lexicon(BANK, "operative")
    for typed in ("En", "enc", "Encourages t", "Also e", "calls"):
        assert lexicon.knows(typed)
    for typed in ("", "E", "Encourages the efforts of", "x" * 5000, "Enz", "Calls on"):
        assert not lexicon.knows(typed)


def test_the_longest_opening_is_the_one_a_clause_has() -> None:
    lexicon = Lexicon(BANK, "operative")
    assert lexicon.said(Clause("a", "operative", text=(Run("Calls on, as ever,"),))) == (3, "")
    assert lexicon.said(Clause("a", "operative", text=(Run("Calls ongoing"),))) == (4, "")
    assert lexicon.said(Clause("a", "operative", text=(Run("Cal"), Run("ls o", frozenset({"bold"})), Run("n us")))) == (
        3,
        "",
    )
    assert lexicon.said(Clause("a", "operative", text=(Run("Callson"),))) is None


def test_never_more_than_can_be_looked_over() -> None:
    bank = convert({"operative": [{"words": f"urges {letter}"} for letter in "abcdefghijk"]}, PhraseBank)
    assert len(offered("operative", "urg", bank=bank)) == MOST


@pytest.mark.parametrize("text", ["Ünïcode İß ﬁ", "𝒜 ё й", "’ ‘ '\xa0"])
def test_folding_keeps_places(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


# The banks there are


def test_the_shipped_bank_is_found() -> None:
    bank = find_bank("osce-pa", "en")
    assert bank
    assert offered("operative", "Enc", bank=bank)[:2] == ["Encourages", "Encourages the efforts of"]
    assert find_bank("osce-pa", "xx") is None
    assert find_bank("../templates/osce-pa", "en") is None
    assert find_bank("nowhere", "en") is None


def test_the_users_own_bank_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    own = user_templates_folder() / "osce-pa" / "phrases"
    own.mkdir(parents=True)
    (own / "en.toml").write_text('operative = [{ words = "enthuses" }]', encoding="utf-8")
    (own.parent / "template.toml").touch()
    bank = find_bank("osce-pa", "en")
    assert bank
    assert offered("operative", "En", bank=bank) == ["Enthuses"]
    french = find_bank("osce-pa", "fr")
    assert french
    assert "Encourage" in offered("operative", "Enco", bank=french)
