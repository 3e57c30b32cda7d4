"""The phrase banks that come with the program, and how faulty ones are refused."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from editor.cli import main
from editor.paths import templates_folder
from editor.templating.faults import Problem, TemplateError
from editor.templating.load import load_template
from editor.templating.openings import fold
from editor.templating.phrasebank import ROLES, PhraseBank, continued, opening_words
from editor.templating.phrases import load_phrases
from editor.templating.schema import Template

FOLDER = templates_folder() / "osce-pa"
LANGUAGES = ("en", "fr", "de", "it", "ru", "es")
LEAST = {"en": (60, 80)}


def bank(language: str) -> PhraseBank:
    found = load_phrases(FOLDER, language)
    assert found is not None
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_bank_is_rich_enough(language: str) -> None:
    preambular, operative = LEAST.get(language, (40, 50))
    assert len(bank(language).preambular) >= preambular
    assert len(bank(language).operative) >= operative
    assert sum(len(phrase.on) for phrase in bank(language).operative) > 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_stands_in_both_roles(language: str) -> None:
    found = bank(language)
    preambular, operative = ({fold(phrase.words) for phrase in found.phrases(role)} for role in ROLES[:2])
    assert not preambular & operative


@pytest.mark.parametrize(
    ("language", "preambular"),
    [
        ("en", ("ing ", "ed ", "ful ", "us ", "re ", "ant ", "in ", "pursuant ")),
        ("fr", ("ant ", "ée ", "ente ", "cue ", "ue ", "use ", "vu ", "nte ")),
        (
            "it",
            ("ndo ", "ndosi ", "ata ", "ato ", "vole ", "cia ", "inta ", "isa ", "uta ", "osa ", "visto ", "vista "),
        ),
        ("es", ("ndo ", "ndose ", "ada ", "nte ", "ida ", "cida ", "ora ", "lta ", "osa ", "visto ", "vista ")),
        ("ru", ("ая ", "я ", "ясь ", "ив ", "ев ", "сь ", "будучи ")),
    ],
)
def test_preambular_phrases_open_with_a_participle_or_adjective(language: str, preambular: tuple[str, ...]) -> None:
    """As in every resolution that is one sentence: the preamble qualifies the organ, the operative part has the verbs.

    One of the words must be such a form: "deeply concerned", "с удовлетворением отмечая".
    """
    for phrase in bank(language).preambular:
        assert any(f"{word} ".endswith(preambular) for word in phrase.words.replace(",", "").split()), phrase.words


@pytest.mark.parametrize(
    ("language", "endings"),
    [("en", ("s",)), ("fr", ("e", "d", "t")), ("it", ("a", "e")), ("es", ("a", "e")), ("ru", ("т", "тся"))],
)
def test_operative_phrases_have_a_verb_in_the_third_person(language: str, endings: tuple[str, ...]) -> None:
    for phrase in bank(language).operative:
        assert any(word.endswith(endings) for word in phrase.words.split()), phrase.words


def test_german_phrases_go_on_the_sentence_of_the_enacting_phrase() -> None:
    german = bank("de")
    assert not german.capital
    assert all(phrase.words.split()[0].endswith("t") for phrase in german.operative if " " not in phrase.words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_phrases_have_the_signs_of_their_language(language: str) -> None:
    for role in ROLES:
        for phrase in bank(language).phrases(role):
            for words in (phrase.words, *phrase.on, *phrase.forms.values()):
                assert "'" not in words
                assert not set(words) & set('{}<>&"')
            assert phrase.words[0].islower() or phrase.words.startswith("Kenntnis")


@pytest.mark.parametrize("language", ["de", "ru"])
def test_a_subordinate_clause_follows_a_comma(language: str) -> None:
    for role in ROLES:
        for phrase in bank(language).phrases(role):
            for on in phrase.on:
                whole = continued(phrase.words, on)
                for word in ("dass", "что", "чтобы", "который", "которые"):
                    assert f" {word}" not in whole.replace(f", {word}", ""), whole


@pytest.mark.parametrize("language", ["fr", "it", "es", "ru", "de"])
def test_the_assembly_is_feminine_and_its_masculine_forms_are_others(language: str) -> None:
    found = bank(language)
    assert found.gender == "feminine"
    gendered = [phrase for role in ROLES for phrase in found.phrases(role) if phrase.forms]
    assert len(gendered) >= 3
    assert all(phrase.forms["masculine"] != phrase.words for phrase in gendered)


def test_english_comes_in_two_spellings() -> None:
    found = bank("en")
    assert found.spellings == ("ise", "ize")
    for role in ROLES:
        for phrase in found.phrases(role):
            other = phrase.forms.get("ize", "")
            doubtful = any(part in phrase.words for part in ("ising", "ises", "isant")) and "advis" not in phrase.words
            assert bool(other) == doubtful, phrase.words
            assert not other or phrase.words[::-1].replace("si", "zi", 1)[::-1] == other


@pytest.mark.parametrize("language", LANGUAGES)
def test_later_forms_hold_the_verb(language: str) -> None:
    found = bank(language)
    for role in ROLES[:2]:
        for phrase in found.phrases(role):
            also, further = found.later_words(role, phrase, phrase.words)
            assert also != further or not also
            assert also != phrase.words
            assert set(phrase.words.replace(",", "").split()) <= set(also.replace(",", "").split())


def test_a_later_form_worded_for_one_gender_is_not_used_for_another() -> None:
    found = bank("de")
    phrase = next(phrase for phrase in found.operative if phrase.words == "bekundet ihre Besorgnis")
    assert found.later_words("operative", phrase, phrase.words) == (
        "bekundet außerdem ihre Besorgnis",
        "bekundet ferner ihre Besorgnis",
    )
    assert found.later_words("operative", phrase, phrase.forms["masculine"]) == ("", "")


def test_openings_hold_every_form_once() -> None:
    words = opening_words(bank("en"))
    assert {"recognising", "recognizing", "recognising also", "also calls on", "further calls on"} <= set(words)
    assert len(words) == len(set(words))
    assert "" not in words


# What is refused


def refused(folder: Path, text: str, language: str = "en") -> list[tuple[str, str]]:
    (folder / "phrases").mkdir(exist_ok=True)
    (folder / "phrases" / f"{language}.toml").write_text(text, encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        load_phrases(folder, language)
    assert all(Path(one.file) == folder / "phrases" / f"{language}.toml" for one in caught.value.problems)
    return [(one.key, one.reason) for one in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "key", "reason"),
    [
        ('surprise = 1', "surprise", "unknown-key"),
        ('operative = "urges"', "operative", "wrong-type"),
        ('operative = [{ on = ["that"] }]', "operative[0].words", "missing-key"),
        ('operative = [{ words = " " }]', "operative[0].words", "empty"),
        ('operative = [{ words = "urges  all" }]', "operative[0].words", "bad-words"),
        ('operative = [{ words = "urges " }]', "operative[0].words", "bad-words"),
        ('operative = [{ words = "urges\\nall" }]', "operative[0].words", "bad-words"),
        ('operative = [{ words = "urges\\u202eall" }]', "operative[0].words", "bad-words"),
        (f'operative = [{{ words = "{"u" * 121}" }}]', "operative[0].words", "too-long"),
        ('operative = [{ words = "urges" }, { words = "Urges" }]', "operative[1].words", "twice"),
        ('operative = [{ words = "urges", on = ["all", "all"] }]', "operative[0].on[1]", "twice"),
        ('operative = [{ words = "a", on = ["b c"] }, { words = "a b", on = ["c"] }]', "operative[1].on[0]", "twice"),
        ('operative = [{ words = "urges", forms = { ize = "urgez" } }]', "operative[0].forms", "not-allowed"),
        ('operative = [{ words = "urges", also = "also {verb}" }]', "operative[0].also", "unknown-placeholder"),
        ('operative = [{ words = "urges", also = "also {opening:upper}" }]', "operative[0].also", "unknown-form"),
        ('operative = [{ words = "urges", also = "also {opening" }]', "operative[0].also", "bad-pattern"),
        ('[later]\noperative = { also = "also" }', "later.operative.also", "placeholder-count"),
        ('[later]\nclosing = { also = "also {opening}" }', "later.closing", "not-one-of"),
        ('spellings = ["I S E"]', "spellings[0]", "bad-name"),
        ('gender = "plural"', "gender", "not-one-of"),
        ('[organs]\nmasculine = [""]', "organs.masculine[0]", "empty"),
        ("words = ", "", "not-toml"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(tmp_path: Path, text: str, key: str, reason: str) -> None:
    assert (key, reason) in refused(tmp_path, text)


@pytest.mark.parametrize("language", ["../en", "EN", "", "e.n", "/etc/passwd", "xx"])
def test_what_is_no_language_names_no_file(language: str) -> None:
    assert load_phrases(FOLDER, language) is None


def test_the_check_of_a_folder_looks_at_its_phrases(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["templates", "check", str(copy)]) == 0
    (copy / "phrases" / "ru.toml").write_text("operative = 1", encoding="utf-8")
    assert main(["templates", "check", str(copy)]) == 2
    assert "ru.toml" in capsys.readouterr().err


# With a template


def test_a_template_starts_without_its_phrases(copy: Path) -> None:
    (copy / "phrases" / "en.toml").write_text("operative = 1", encoding="utf-8")
    assert load_template(copy).openings == {}


def test_a_template_that_emphasises_holds_the_words(emphasised: Template) -> None:
    assert set(emphasised.openings) == set(LANGUAGES)
    assert "recalling" in emphasised.openings["en"]


def test_a_damaged_bank_is_an_error_of_the_template_that_needs_it(copy: Path) -> None:
    emphasise(copy)
    (copy / "phrases" / "en.toml").write_text("operative = 1", encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        load_template(copy)
    assert caught.value.problems[0] == Problem(
        str(copy / "phrases/en.toml"), "operative", "wrong-type", caught.value.problems[0].details
    )


def emphasise(folder: Path) -> None:
    path = folder / "template.toml"
    path.write_text('emphasis = "italic"\n' + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert tomllib.loads(path.read_text(encoding="utf-8"))["emphasis"] == "italic"


@pytest.fixture
def emphasised(copy: Path) -> Template:
    emphasise(copy)
    return load_template(copy)
