from __future__ import annotations

import pytest
from msgspec.structs import replace

from editor.app.referring import Asked, Target, asked, matching, numbered, targets, trouble
from editor.model.scheme import LevelRule, NumberFormat, Scheme
from editor.model.text import Reference
from editor.numbering import Labels, labels
from editor.paths import templates_folder
from editor.templating.load import load_template
from tests.ui.sample import named, sample

SCHEME = Scheme((), reference=("paragraph {}",))


@pytest.fixture(scope="module")
def known() -> Labels:
    template = load_template(templates_folder() / "osce-pa")
    return labels(sample().body, template.scheme("en"))


def numbers(found: tuple[Target, ...]) -> list[str]:
    return [target.number for target in found]


class TestTargets:
    def test_all_that_have_a_number_in_order(self, known: Labels) -> None:
        found = targets(known)
        assert numbers(found) == ["1", "2", "3", "4", "5", "5 a", "5 b", "5 b i", "5 b ii", "6"]
        assert found[6] == Target(named("a2"), "5 b", "paragraph 5 b", "the river commission:")

    def test_but_not_the_clause_itself(self, known: Labels) -> None:
        assert "5" not in numbers(targets(known, named("v2")))


class TestMatching:
    @pytest.mark.parametrize(
        ("typed", "found"),
        [
            ("5", ["5", "5 a", "5 b", "5 b i", "5 b ii"]),
            ("5 b", ["5 b", "5 b i", "5 b ii"]),
            ("5.b.", ["5 b", "5 b i", "5 b ii"]),
            ("5 (b)", ["5 b", "5 b i", "5 b ii"]),
            ("paragraph 6", ["6"]),
            ("RIVERS know", ["1"]),
            ("the", ["2", "3", "5 a", "5 b"]),
            ("mmiss", ["5 b"]),
            ("mind the gu", ["2"]),
            ("nowhere", []),
        ],
    )
    def test_by_number_or_words(self, known: Labels, typed: str, found: list[str]) -> None:
        assert numbers(matching(targets(known), typed)) == found

    @pytest.mark.parametrize(
        ("within", "typed", "found"),
        [
            ("5", "b ii", ["5 b ii"]),
            ("5 a", "b ii", ["5 b ii"]),
            ("5 b i", "ii", ["5 b ii"]),
            ("5 a", "b)", ["5 b", "5 b i", "5 b ii", "1", "2"]),
            ("4", "b ii", []),
            ("", "b ii", []),
        ],
    )
    def test_items_of_the_same_clause_go_by_their_own_numbers(
        self, known: Labels, within: str, typed: str, found: list[str]
    ) -> None:
        assert numbers(matching(targets(known), typed, within)) == found

    def test_nothing_typed_names_all(self, known: Labels) -> None:
        assert matching(targets(known), " ") == targets(known)

    def test_the_number_itself_comes_first(self) -> None:
        many = tuple(Target(str(at), str(at), f"paragraph {at}", f"in {30 - at}") for at in range(1, 30))
        assert numbers(matching(many, "2"))[:3] == ["2", "20", "21"]

    def test_accents_and_capitals_make_no_difference(self) -> None:
        target = Target("a", "1", "párrafo 1", "Évaluation des Ökosysteme")
        assert matching((target,), "evaluation oko") == (target,)
        assert matching((target,), "parrafo 1") == (target,)

    def test_an_offer_goes_by_the_number_alone(self, known: Labels) -> None:
        assert numbers(numbered(targets(known), "5 B")) == ["5 b", "5 b i", "5 b ii"]
        assert numbered(targets(known), "the") == ()


class TestAsked:
    @pytest.mark.parametrize(
        ("before", "wanted"),
        [
            ("See paragraph ", Asked("", 4, "full")),
            ("See paragraph 1", Asked("1", 4, "full")),
            ("See paragraph 11 a", Asked("11 a", 4, "full")),
            ("paragraph\u00a04", Asked("4", 0, "full")),
            ("Paragraph 4", Asked("4", 10, "number")),
            ("In paragraphs 4", Asked("4", 14, "number")),
            ("In paragraphs \ufffc and ", Asked("", 20, "number")),
            ("In paragraphs \ufffc, \ufffc and 1", Asked("1", 23, "number")),
            ("In paragraphs \ufffc to 17 ", Asked("17 ", 19, "number")),
            ("In paragraphs \ufffc, ", Asked("", 17, "number")),
            ("In paragraphs \ufffc\u2013", Asked("", 16, "number")),
            ("In paragraphs \ufffc of ", None),
            ("In paragraphs \ufffc", None),
            ("\ufffc and ", None),
            ("See paragraph", None),
            ("See paragraph  ", None),
            ("subparagraph 4", None),
            ("paragraph 4, and", None),
            ("paragrapher's 4", None),
            ("paragraph \ufffc ", None),
            ("", None),
        ],
    )
    def test_behind_the_word_of_a_reference(self, before: str, wanted: Asked | None) -> None:
        assert asked(before, SCHEME) == wanted

    @pytest.mark.parametrize(
        ("word", "before", "form"),
        [
            ("пункт {}", "указанные в пункте ", "number"),
            ("пункт {}", "см. пункт ", "full"),
            ("Absatz {}", "nach Absatz 4", "full"),
            ("Absatz {}", "im Sinne des Absatzes ", "number"),
            ("paragraphe {}", "au paragraphe ", "full"),
            ("párrafo {}", "los párrafos ", "number"),
            ("párrafo {}", "los párrafos \ufffc y ", "number"),
            ("пункт {}", "в пунктах \ufffc и ", "number"),
        ],
    )
    def test_in_every_language(self, word: str, before: str, form: str) -> None:
        found = asked(before, replace(SCHEME, reference=(word,)))
        assert found is not None
        assert found.form == form

    def test_places_count_code_points_in_long_texts_too(self) -> None:
        before = "\U0001f30a" * 100 + " paragraph 4"
        assert asked(before, SCHEME) == Asked("4", 101, "full")

    def test_a_rule_may_have_a_word_of_its_own(self) -> None:
        rules = (LevelRule("annex", 0, NumberFormat(), reference="annex {}"),)
        scheme = Scheme(rules, reference=("paragraph {}", "sub-paragraph {}"))
        assert asked("see annex ", scheme) == Asked("", 4, "full")
        assert asked("see sub-paragraph ", scheme) == Asked("", 4, "full")

    def test_a_scheme_without_words_asks_for_nothing(self) -> None:
        assert asked("see 4", Scheme((), reference=("{}",))) is None


def test_a_broken_reference_says_why(known: Labels) -> None:
    assert trouble(known, Reference(named("p2"))) is None
    assert trouble(known, Reference("gone")) == "gone"
    assert trouble(known, Reference(named("e1"))) == "unnumbered"
