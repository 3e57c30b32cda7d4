"""Signs of print while typing by keys and input methods, and words of other programs pasted with real keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.app import clipboard
from editor.app.workspace import Workspace
from editor.model.resolution import Resolution
from editor.model.text import Run, flatten
from editor.templating.begin import new_resolution
from editor.templating.schema import Template
from editor.ui.draft.surface import Draft
from editor.ui.theme import Theme
from tests.ui.sample import named

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def blank(qtbot: QtBot, template: Template, theme: Theme, language: str) -> Draft:
    """Return a surface with a text in `language` that nobody has begun."""
    draft = Draft(Workspace(new_resolution(template, template.file.default_kind, language), template), theme)
    qtbot.addWidget(draft)
    draft.show()
    qtbot.waitExposed(draft)
    draft.setFocus()
    return draft


@pytest.fixture
def english(qtbot: QtBot, template: Template, theme: Theme) -> Draft:
    return blank(qtbot, template, theme, "en")


@pytest.fixture
def french(qtbot: QtBot, template: Template, theme: Theme) -> Draft:
    return blank(qtbot, template, theme, "fr")


def first(draft: Draft) -> str:
    assert draft.rows() == tuple(one.text for one in draft.workspace.body)
    return flatten(draft.workspace.body[0].text)


def compose(draft: Draft, preedit: str = "", commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(draft, event)


# Signs of print


def test_quotes_dashes_and_an_ellipsis_are_set_while_typing(english: Draft) -> None:
    QTest.keyClicks(english, 'the "Parties" don\'t - so far - agree...')
    assert first(english) == "the “Parties” don’t – so far – agree…"


def test_french_spaces_are_set_while_typing(french: Draft) -> None:
    QTest.keyClicks(french, 'Il dit : "oui"; non! 14:30')
    assert first(french) == "Il dit\u00a0: «\u00a0oui\u00a0»\u00a0; non\u00a0! 14:30"


@pytest.mark.parametrize(
    ("typed", "printed", "literal"),
    [("l'", "l’", "l'"), ("mot ;", "mot\u00a0;", "mot ;"), ('"', "«\u00a0", '"'), ("a...", "a…", "a...")],
)
def test_one_backspace_gives_back_what_was_typed(french: Draft, typed: str, printed: str, literal: str) -> None:
    QTest.keyClicks(french, typed)
    assert first(french) == printed
    QTest.keyClick(french, Key.Key_Backspace)
    assert first(french) == literal
    assert french.caret() == (french.workspace.body[0].id, len(literal))
    QTest.keyClick(french, Key.Key_Backspace)
    assert first(french) == literal[:-1]


def test_undo_gives_back_what_was_typed_too(english: Draft) -> None:
    QTest.keyClicks(english, "don'")
    english.workspace.undo()
    assert first(english) == "don'"
    english.workspace.undo()
    assert first(english) == ""


def test_what_was_given_back_stays_while_typing_goes_on(english: Draft) -> None:
    QTest.keyClicks(english, "don'")
    QTest.keyClick(english, Key.Key_Backspace)
    QTest.keyClicks(english, "t know")
    assert first(english) == "don't know"


def test_backspace_later_only_erases(english: Draft) -> None:
    QTest.keyClicks(english, "don'")
    QTest.keyClick(english, Key.Key_Left)
    QTest.keyClick(english, Key.Key_Right)
    QTest.keyClick(english, Key.Key_Backspace)
    assert first(english) == "don"


def test_signs_keep_the_marks_of_the_words(english: Draft) -> None:
    english.commands.toggle("italic")
    QTest.keyClicks(english, '"So"')
    english.commands.toggle("italic")
    QTest.keyClicks(english, " a'")
    assert english.workspace.body[0].text == (Run("“So”", frozenset({"italic"})), Run(" a’"))


def test_it_can_be_switched_off(english: Draft) -> None:
    english.commands.smart_typing = False
    QTest.keyClicks(english, '"don\'t"...')
    assert first(english) == '"don\'t"...'


def test_the_language_of_the_words_decides(draft: Draft, workspace: Workspace) -> None:
    draft.put_span((named("v3"), 0), (named("v3"), 22))
    draft.commands.put((Run("Il dit", language="fr"),))
    QTest.keyClicks(draft, ";")
    assert workspace.body[-1].text == (Run("Il dit\u00a0;", language="fr"),)


def test_the_sign_over_a_selection_takes_its_place_first(english: Draft) -> None:
    QTest.keyClicks(english, "a b")
    QTest.keyClick(english, Key.Key_Left, SHIFT)
    QTest.keyClicks(english, '"')
    assert first(english) == "a “"
    QTest.keyClick(english, Key.Key_Backspace)
    assert first(english) == 'a "'


# Dead keys and input methods


def test_a_dead_key_that_ends_as_a_quote_is_set_in_print(french: Draft) -> None:
    QTest.keyClicks(french, "l")
    compose(french, "'")
    assert first(french) == "l"
    compose(french, commit="'")
    assert first(french) == "l’"
    compose(french, "`")
    compose(french, commit="à")
    assert first(french) == "l’à"
    QTest.keyClick(french, Key.Key_Backspace)
    assert first(french) == "l’"


def test_a_composed_quote_is_given_back_by_one_backspace(english: Draft) -> None:
    compose(english, commit='"')
    assert first(english) == "“"
    QTest.keyClick(english, Key.Key_Backspace)
    assert first(english) == '"'


def test_words_composed_at_once_get_their_signs(english: Draft) -> None:
    compose(english, "“don't")
    compose(english, commit='don\'t "go"')
    assert first(english) == "don’t “go”"


def test_an_accent_that_joins_the_letter_before_it(english: Draft) -> None:
    QTest.keyClicks(english, "e")
    compose(english, commit="\u0301")
    assert first(english) == "é"
    QTest.keyClicks(english, "'")
    assert first(english) == "é’"


def test_a_dead_key_alone_types_nothing(english: Draft) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Dead_Acute, Qt.KeyboardModifier.NoModifier, "")
    QApplication.sendEvent(english, event)
    assert first(english) == ""


# Both directions


def test_words_from_right_to_left_are_typed_walked_and_erased(english: Draft) -> None:
    words = "שלום עולם"
    QTest.keyClicks(english, "Says ")
    for letter in words:
        compose(english, commit=letter)
    QTest.keyClicks(english, ' and "so"')
    assert first(english) == f"Says {words} and “so”"
    QTest.keyClick(english, Key.Key_Home)
    QTest.keyClick(english, Key.Key_End)
    QTest.keyClick(english, Key.Key_Backspace, CTRL)
    assert first(english).startswith(f"Says {words} and")
    cursor = english.textCursor()
    cursor.setPosition(len("Says "))
    cursor.setPosition(len(f"Says {words}"), QTextCursor.MoveMode.KeepAnchor)
    english.setTextCursor(cursor)
    QTest.keyClicks(english, "x")
    assert first(english).startswith("Says x and")


def test_signs_that_turn_the_direction_are_kept(english: Draft) -> None:
    QGuiApplication.clipboard().setText("\u2067שלום\u2069 (3)")
    QTest.keyClick(english, Key.Key_V, CTRL)
    assert first(english) == "\u2067שלום\u2069 (3)"
    QTest.keyClick(english, Key.Key_Backspace)
    assert first(english) == "\u2067שלום\u2069 (3"


# Pasting


@pytest.fixture
def told(draft: Draft) -> list[str]:
    sentences: list[str] = []
    draft.pasted.connect(sentences.append)
    return sentences


def on_clipboard(text: str, page: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if page:
        data.setHtml(page)
    QGuiApplication.clipboard().setMimeData(data)


def test_numbered_lines_are_pasted_as_clauses_in_one_step(
    draft: Draft, workspace: Workspace, resolution: Resolution, told: list[str]
) -> None:
    on_clipboard("6. Urges all:\n(a) to act,\n(b) to report;\n7. Thanks all.")
    draft.put_span((named("v3"), 22), (named("v3"), 22))
    QTest.keyClick(draft, Key.Key_V, CTRL)
    assert [(one.level, flatten(one.text)) for one in workspace.body[11:]] == [
        (0, "Urges all:"), (1, "to act,"), (1, "to report;"), (0, "Thanks all."),
    ]  # fmt: skip
    assert draft.rows() == tuple(one.text for one in workspace.body)
    assert draft.caret() == (workspace.body[-1].id, 11)
    assert told == ["Four numbers were removed and two levels were guessed."]
    workspace.undo()
    assert workspace.resolution == resolution


def test_nothing_is_told_where_nothing_was_guessed(draft: Draft, told: list[str]) -> None:
    on_clipboard("words", "<b>words</b>")
    QTest.keyClick(draft, Key.Key_V, CTRL)
    assert told == []


def test_too_much_is_told_and_changes_nothing(
    draft: Draft, workspace: Workspace, resolution: Resolution, told: list[str]
) -> None:
    on_clipboard("x" * 1_000_001)
    QTest.keyClick(draft, Key.Key_V, CTRL)
    assert len(told) == 1
    assert workspace.resolution == resolution


def test_plain_words_are_pasted_without_being_read(draft: Draft, workspace: Workspace, told: list[str]) -> None:
    on_clipboard("(a) one\n(b) two", "<ol type=a><li>one<li>two</ol>")
    draft.put_span((named("v3"), 22), (named("v3"), 22))
    QTest.keyClick(draft, Key.Key_V, CTRL | SHIFT)
    assert [flatten(one.text) for one in workspace.body[10:]] == ["Decides to meet again.(a) one", "(b) two"]
    assert told == []


def test_what_is_copied_is_a_page_too(draft: Draft) -> None:
    draft.put_span((named("v2"), 0), (named("v3"), 0))
    QTest.keyClick(draft, Key.Key_C, CTRL)
    data = QGuiApplication.clipboard().mimeData()
    assert data is not None
    assert data.hasFormat(clipboard.MIME)
    assert "5.&#160;Urges participating States" in data.html()


def test_files_are_not_for_the_text(draft: Draft) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/a.resolution")])
    assert not draft.canInsertFromMimeData(data)
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/a")])
    assert draft.canInsertFromMimeData(data)


@pytest.mark.parametrize(("start", "end"), [("e1", "v1"), ("p2", "e1"), ("p1", "b1"), ("a1", "v3"), ("v2", "a2")])
def test_composing_over_several_clauses_leaves_the_field_as_the_text(
    draft: Draft, workspace: Workspace, start: str, end: str
) -> None:
    before = workspace.resolution
    draft.put_span((named(start), 4), (named(end), 4))
    for shown, words in (("か", ""), ("かん", ""), ("", "漢")):
        event = QInputMethodEvent(shown, [])
        event.setCommitString(words)
        QApplication.sendEvent(draft, event)
        assert draft.rows() == tuple(clause.text for clause in workspace.body)
    while workspace.history.can_undo:
        workspace.undo()
    assert workspace.resolution == before
