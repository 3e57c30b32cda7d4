"""The panel of checks with real keys, and the signs in the margin."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from editor.app.checker import Checker
from editor.app.workspace import Workspace
from editor.model.resolution import Resolution
from editor.model.text import Reference, Run, flatten
from editor.templating.schema import Template
from editor.ui.checks.panel import ChecksPanel
from editor.ui.checks.signs import signs
from editor.ui.draft.surface import Draft
from editor.ui.theme import Theme
from tests.ui.sample import clause, named, sample

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier

FAULTY = (
    clause("p1", "preambular", "Recalling that  rivers know no borders"),
    clause("p2", "preambular", "Noting [the floods] of this year"),
    clause("e1", "enacting", "The OSCE Parliamentary Assembly:"),
    clause("v1", "operative", (Run("Calls on all to apply "), Reference("0000000zzz"), Run(" in full;"))),
    clause("v2", "operative", "Decides to meet again"),
)


@pytest.fixture
def resolution() -> Resolution:
    return replace(sample(), body=FAULTY)


@pytest.fixture
def checker(qtbot: QtBot, workspace: Workspace) -> Iterator[Checker]:  # noqa: ARG001
    found = Checker(workspace)
    yield found
    found.detach()


def show_signs(draft: Draft, checker: Checker) -> None:
    """Do what the window does with what is found."""
    for severity, clauses in signs(checker).items():
        draft.set_signs(severity, clauses)


@pytest.fixture
def panel(qtbot: QtBot, workspace: Workspace, theme: Theme, checker: Checker) -> Iterator[ChecksPanel]:
    window = QWidget()
    qtbot.addWidget(window)
    box = QHBoxLayout(window)
    draft = Draft(workspace, theme)
    found = ChecksPanel(checker, workspace, draft, theme)
    checker.found.connect(lambda _: show_signs(draft, checker))
    box.addWidget(draft, 1)
    box.addWidget(found)
    window.resize(1200, 700)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    checker.look()
    found.focus_first()
    yield found
    found.detach()
    draft.detach()


def draft_of(panel: ChecksPanel) -> Draft:
    draft = panel.window().findChild(Draft)
    assert isinstance(draft, Draft)
    return draft


def button(panel: ChecksPanel, name: str) -> QPushButton:
    found = panel.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def lines(panel: ChecksPanel) -> list[str]:
    model = panel.lines
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row).data(role)) for row in range(model.rowCount())]


def choose(panel: ChecksPanel, code: str) -> None:
    model = panel.lines
    index = next(model.index(row) for row in range(model.rowCount()) if _code(panel, row) == code)
    panel.view.setCurrentIndex(index)


def _code(panel: ChecksPanel, row: int) -> str:
    finding = panel.lines.finding(panel.lines.index(row))
    return finding.code if finding else ""


def test_errors_and_advice_stand_apart_each_with_place_and_sentence(panel: ChecksPanel) -> None:
    assert lines(panel) == [
        "To mend  1",
        "Clause 3, This reference lost its target; choose another.",
        "Advice  7",
        "This field of the cover is empty.",
        "This field of the cover is empty.",
        "Clause 1, Two spaces stand between words.",
        "Clause 1, By the house style this ends in “,”.",
        "Clause 2, Words in square brackets are still open: [the floods]",
        "Clause 2, By the house style this ends in “,”.",
        "Clause 4, By the house style this ends in “.”.",
    ]
    contexts = [panel.lines.index(row).data(Qt.ItemDataRole.UserRole.value + 3) for row in (1, 3)]
    assert contexts == ["Calls on all to apply paragraph ? in full;", "Cover sheet · Venue"]


def test_list_is_a_sound_model(panel: ChecksPanel, qtmodeltester: ModelTester, checker: Checker) -> None:
    qtmodeltester.check(panel.lines)  # type: ignore[no-untyped-call]
    choose(panel, "double-space")
    checker.fix_alike(checker.findings[-1])
    qtmodeltester.check(panel.lines)  # type: ignore[no-untyped-call]


def test_return_goes_to_the_place_to_write_there(panel: ChecksPanel) -> None:
    choose(panel, "open-brackets")
    QTest.keyClick(panel.view, Key.Key_Return)
    span = draft_of(panel).span()
    assert span is not None
    assert (span.start, span.end) == ((named("p2"), 7), (named("p2"), 19))
    assert draft_of(panel).hasFocus()


def test_keys_walk_past_headings(panel: ChecksPanel) -> None:
    QTest.keyClick(panel.view, Key.Key_Home)
    seen = []
    for _ in range(3):
        seen.append(panel.lines.finding(panel.view.currentIndex()))
        QTest.keyClick(panel.view, Key.Key_Down)
    assert [one.code if one else "" for one in seen] == ["broken-reference", "required", "required"]


def test_click_shows_the_place_and_stays_in_the_list(panel: ChecksPanel) -> None:
    row = panel.lines.line_at(named("v2"))
    where: QRect = panel.view.visualRect(row)
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=where.center() + QPoint(0, 2))
    assert draft_of(panel).caret() == (named("v2"), 0)
    assert panel.view.hasFocus()


def test_what_is_on_the_cover_is_asked_for(panel: ChecksPanel, qtbot: QtBot) -> None:
    choose(panel, "required")
    with qtbot.waitSignal(panel.cover_wanted) as caught:
        QTest.keyClick(panel.view, Key.Key_Return)
    assert caught.args == ["venue"]


def test_fix_mends_the_chosen_one_and_goes_on(panel: ChecksPanel, workspace: Workspace) -> None:
    choose(panel, "double-space")
    QTest.mouseClick(button(panel, "checks_fix"), Qt.MouseButton.LeftButton)
    assert flatten(workspace.body[0].text) == "Recalling that rivers know no borders"
    assert lines(panel)[2] == "Advice  6"
    current = panel.current()
    assert current is not None
    assert (current.code, current.clause) == ("ending", named("p1"))
    workspace.undo()
    panel.focus_first()
    assert lines(panel)[2] == "Advice  7"


def test_fix_has_a_key(panel: ChecksPanel, workspace: Workspace) -> None:
    choose(panel, "double-space")
    QTest.keyClick(panel.view, Key.Key_Period, CTRL)
    assert flatten(workspace.body[0].text) == "Recalling that rivers know no borders"


def test_all_alike_are_mended_as_one_step(panel: ChecksPanel, workspace: Workspace) -> None:
    choose(panel, "double-space")
    assert not button(panel, "checks_fix_alike").isVisible()
    choose(panel, "ending")
    assert button(panel, "checks_fix_alike").text() == "Fix All 3 of This Kind"
    before = workspace.resolution
    QTest.mouseClick(button(panel, "checks_fix_alike"), Qt.MouseButton.LeftButton)
    assert [flatten(one.text)[-1] for one in workspace.body] == [",", ",", ":", ";", "."]
    workspace.undo()
    assert workspace.resolution == before


def test_what_has_no_remedy_is_left_to_the_drafter(panel: ChecksPanel, workspace: Workspace) -> None:
    choose(panel, "open-brackets")
    assert not button(panel, "checks_fix").isEnabled()
    assert button(panel, "checks_fix").toolTip() == "This is for you to decide."
    QTest.keyClick(panel.view, Key.Key_Period, CTRL)
    assert not workspace.history.can_undo


def test_a_text_without_a_fault_has_nothing_to_mend(
    qtbot: QtBot, template: Template, theme: Theme, prepared: object
) -> None:
    del prepared
    state = replace(sample(), body=(), kind="amendment-form", cover=sample().cover.with_value("sponsor", None))
    workspace = Workspace(state, template)
    checker, draft = Checker(workspace), Draft(workspace, theme)
    found = ChecksPanel(checker, workspace, draft, theme)
    for widget in (draft, found):
        qtbot.addWidget(widget)
    found.show()
    qtbot.waitExposed(found)
    checker.look()
    assert checker.findings == ()
    label = found.findChild(QLabel, "checks_empty")
    assert isinstance(label, QLabel)
    assert label.isVisible()
    assert label.text() == "Nothing to mend."
    found.focus_first()
    assert found.isAncestorOf(found.focusWidget() or found) or label.hasFocus()
    checker.detach()
    found.detach()
    draft.detach()


def test_signs_beside_the_clauses(panel: ChecksPanel) -> None:
    signs = draft_of(panel)._signs
    assert signs.of(named("v1")) == "This reference lost its target; choose another."
    assert signs.of(named("p1")) == "Two spaces stand between words.\nBy the house style this ends in “,”."
    assert signs.of(named("e1")) == ""


def test_a_sign_leads_to_its_line(panel: ChecksPanel) -> None:
    panel.show_clause(named("v2"))
    current = panel.current()
    assert current is not None
    assert current.clause == named("v2")


def test_long_sentences_take_the_lines_they_need(panel: ChecksPanel, qtbot: QtBot, workspace: Workspace) -> None:
    draft_of(panel).put_span((named("v2"), 0), (named("v2"), 0))
    QTest.keyClicks(draft_of(panel), "[" + "word and other words " * 4 + "] ")
    panel.focus_first()
    panel.show_clause(named("v2"))
    wide = panel.view.visualRect(panel.view.currentIndex()).height()
    panel.setFixedWidth(panel.width() // 2)
    qtbot.waitUntil(lambda: panel.view.visualRect(panel.view.currentIndex()).height() > wide)
    assert workspace.history.can_undo
