"""Spelling in the draft: what is underlined and when, the menu of a word, what is said without dictionaries."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from editor.app.preferences import Preferences
from editor.app.spelling import Speller, SpellingError
from editor.app.workspace import Workspace
from editor.model.resolution import Resolution
from editor.model.text import Mark, Reference, Run, flatten
from editor.ui.draft.surface import Draft
from editor.ui.spelling import Spelling
from tests.ui.sample import clause, named, sample

ITALIC: frozenset[Mark] = frozenset({"italic"})
FRENCH = Run(" l’eau", language="fr")
BODY = (
    clause("p1", "preambular", "Recalling rivrs and lakes,"),
    clause("p2", "preambular", (Run("Noting "), Run("rivrs", ITALIC), Reference(named("p1")), FRENCH)),
)


class Words:
    def __init__(self, *words: str) -> None:
        self.words = frozenset(words)

    def check(self, word: str) -> bool:
        return word in self.words

    def suggest(self, word: str) -> list[str]:
        return ["rivers", "river's"] if word == "rivrs" else []


def few(language: str) -> Speller | None:
    return Words(*"recalling and lakes noting".split()) if language == "en" else None


@pytest.fixture
def resolution() -> Resolution:
    return replace(sample(), body=BODY)


Make = Callable[..., Spelling]


@pytest.fixture
def make(qtbot: QtBot, draft: Draft, workspace: Workspace) -> Iterator[Make]:
    made: list[Spelling] = []

    def new(opener: Callable[[str], Speller | None] = few, preferences: Preferences | None = None) -> Spelling:
        spelling = Spelling(draft, workspace, preferences or Preferences(), opener)
        made.append(spelling)
        if spelling._on and opener is few:
            qtbot.waitUntil(lambda: "en" in spelling._spellers)
        return spelling

    yield new
    for spelling in made:
        spelling.detach()


def marked(spelling: Spelling) -> list[tuple[int, int, int]]:
    return [stretch[:3] for stretch in spelling._stretches(0, 20)] if spelling._on else []


def menu_at(draft: Draft, name: str, offset: int) -> QMenu:
    draft.put_span((named(name), offset), (named(name), offset))
    return draft._pointer.menu_of(draft.caret())


def entries(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def choose(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text() == words).trigger()


def test_unknown_words_are_underlined(make: Make, draft: Draft, qtbot: QtBot) -> None:
    spelling = make()
    assert marked(spelling) == [(0, 10, 15), (1, 7, 12)]
    qtbot.waitUntil(lambda: len(draft.extraSelections()) == 2)


def test_preferences_turn_it_off_and_on(make: Make, draft: Draft, qtbot: QtBot) -> None:
    spelling = make(preferences=Preferences(spelling=False))
    assert spelling._asked == set()
    spelling.follow(Preferences())
    qtbot.waitUntil(lambda: len(draft.extraSelections()) == 2)
    spelling.follow(Preferences(spelling=False))
    qtbot.waitUntil(lambda: not draft.extraSelections())


def test_a_word_is_not_marked_while_it_is_typed(make: Make, draft: Draft) -> None:
    spelling = make()
    draft.put_span((named("p1"), 26), (named("p1"), 26))
    QTest.keyClicks(draft, " flods")
    assert marked(spelling) == [(0, 10, 15), (1, 7, 12)]
    QTest.keyClicks(draft, ",")
    assert (0, 27, 32) in marked(spelling), "it ended"
    QTest.keyClick(draft, Qt.Key.Key_Backspace)
    QTest.keyClick(draft, Qt.Key.Key_Backspace)
    assert (0, 27, 31) not in marked(spelling)
    QTest.keyClick(draft, Qt.Key.Key_Home)
    assert (0, 27, 31) in marked(spelling)


def test_a_word_that_is_only_visited_stays_marked(make: Make, draft: Draft) -> None:
    spelling = make()
    draft.put_span((named("p1"), 12), (named("p1"), 12))
    assert (0, 10, 15) in marked(spelling)


def test_a_suggestion_takes_the_place_and_the_marks_of_the_word(
    make: Make, draft: Draft, workspace: Workspace, qtbot: QtBot
) -> None:
    make()
    menu = menu_at(draft, "p2", 9)
    assert entries(menu)[:3] == ["Looking for suggestions…", "Add to This Text’s Words", "Ignore Here"]
    qtbot.waitUntil(lambda: "rivers" in entries(menu))
    assert entries(menu)[:3] == ["rivers", "river’s", "Add to This Text’s Words"]
    choose(menu, "rivers")
    assert workspace.body[1].text[:3] == (Run("Noting "), Run("rivers", ITALIC), Reference(named("p1")))
    workspace.undo()
    assert workspace.body[1].text == BODY[1].text
    assert entries(menu_at(draft, "p1", 12))[:2] == ["rivers", "river’s"], "known by now"


def test_a_word_is_added_for_this_text_and_taken_back(make: Make, draft: Draft, workspace: Workspace) -> None:
    spelling = make()
    choose(menu_at(draft, "p1", 12), "Add to This Text’s Words")
    assert workspace.resolution.words == ("rivrs",)
    assert marked(spelling) == []
    workspace.undo()
    assert len(marked(spelling)) == 2


def test_a_word_is_ignored_in_its_clause_alone(make: Make, draft: Draft, workspace: Workspace) -> None:
    spelling = make()
    choose(menu_at(draft, "p1", 12), "Ignore Here")
    assert marked(spelling) == [(1, 7, 12)]
    assert not workspace.history.can_undo


def test_a_right_word_has_no_entries(make: Make, draft: Draft) -> None:
    make()
    assert "Ignore Here" not in entries(menu_at(draft, "p1", 3))


def test_no_suggestion_is_said(make: Make, draft: Draft, qtbot: QtBot) -> None:
    make()
    draft.put_span((named("p1"), 0), (named("p1"), 0))
    QTest.keyClicks(draft, "xqz ")
    menu = menu_at(draft, "p1", 1)
    qtbot.waitUntil(lambda: entries(menu)[0] == "No suggestion")
    assert not menu.actions()[0].isEnabled()


def test_suggestions_for_a_menu_that_is_gone_do_no_harm(make: Make, draft: Draft, qtbot: QtBot) -> None:
    spelling = make()
    menu = menu_at(draft, "p1", 12)
    menu.deleteLater()
    qtbot.waitUntil(lambda: ("en", "rivrs") in spelling._suggestions)
    assert flatten(draft.rows()[0]).startswith("Recalling rivrs")


def test_names_of_the_cover_are_known(make: Make, draft: Draft) -> None:
    spelling = make()
    draft.put_span((named("p1"), 0), (named("p1"), 0))
    QTest.keyClicks(draft, "Vautrin ")
    QTest.keyClick(draft, Qt.Key.Key_End)
    assert marked(spelling)[0] == (0, 18, 23)


def test_nothing_is_offered_in_a_text_that_is_read_only(make: Make, draft: Draft, workspace: Workspace) -> None:
    make()
    workspace.read_only = True
    assert entries(menu_at(draft, "p1", 12))[0] == "Ignore Here"


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        (
            "dictionary",
            "No English dictionary is installed, so spelling is not checked; the rest works, and Help tells how to add"
            " one.",
        ),
        (
            "library",
            "The library for spelling is not installed, so spelling is not checked; the rest works, and Help tells how"
            " to add it.",
        ),
    ],
)
def test_one_calm_sentence_where_there_is_no_dictionary(
    make: Make, draft: Draft, qtbot: QtBot, reason: str, sentence: str
) -> None:
    def missing(_: str) -> Speller | None:
        if reason == "library":
            raise SpellingError
        return None

    said: list[str] = []
    spelling = make(missing)
    spelling.said.connect(said.append)
    qtbot.waitUntil(lambda: bool(said))
    QTest.keyClicks(draft, "more wrds ")
    qtbot.wait(50)
    assert said == [sentence]
    assert marked(spelling) == []
