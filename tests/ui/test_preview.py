"""The panel with the printed pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from editor.app.pagemaking import process
from editor.app.pagemaking.maker import PageMaker
from editor.app.pagemaking.messages import BAND
from editor.app.workspace import Workspace
from editor.model import edits
from editor.model.clause import Clause
from editor.model.resolution import Resolution
from editor.model.text import plain_text
from editor.templating.schema import Template
from editor.ui.preview.panel import PreviewPanel
from editor.ui.preview.sheets import WHOLE_PAGE
from editor.ui.theme import Theme
from tests.texts import resolution as long_text

ACCENT = QColor("#2B5DA9")


@pytest.fixture
def resolution() -> Resolution:
    return long_text(60)


@pytest.fixture
def maker(workspace: Workspace) -> Iterator[PageMaker]:
    made = PageMaker(workspace)
    yield made
    made.close()


@pytest.fixture
def panel(qtbot: QtBot, maker: PageMaker, theme: Theme) -> Iterator[PreviewPanel]:
    shown = PreviewPanel(maker, theme)
    qtbot.addWidget(shown)
    shown.resize(476, 700)
    shown.show()
    qtbot.waitUntil(lambda: maker.current and shown.sheets.count > 0)
    yield shown
    shown.detach()


def settle(panel: PreviewPanel, maker: PageMaker, qtbot: QtBot) -> None:
    """Wait until nothing moves and all that is in sight is drawn."""
    qtbot.waitUntil(lambda: panel.sheets._glide.state() == panel.sheets._glide.State.Stopped)
    qtbot.waitUntil(lambda: maker.current and maker._sent.look == panel.sheets._look())


def place(panel: PreviewPanel) -> str:
    label = panel.findChild(QLabel, "preview_place")
    assert isinstance(label, QLabel)
    return label.text()


def sentence(panel: PreviewPanel) -> str:
    label = panel.findChild(QLabel, "preview_words")
    assert isinstance(label, QLabel)
    return label.text() if not label.isHidden() else ""


def button(panel: PreviewPanel, name: str) -> QToolButton:
    found = panel.findChild(QToolButton, f"button_preview_{name}")
    assert isinstance(found, QToolButton)
    return found


def test_the_head_says_which_page_it_is_and_how_many(panel: PreviewPanel, maker: PageMaker) -> None:
    assert maker.pages
    assert place(panel) == f"Page 1 of {maker.pages.count}"
    assert panel.accessibleName() == f"Preview, Page 1 of {maker.pages.count}"
    assert panel.objectName() == "preview"


def test_leafing_goes_page_by_page(panel: PreviewPanel, maker: PageMaker, qtbot: QtBot) -> None:
    assert not button(panel, "page_up").isEnabled()
    button(panel, "page_down").click()
    settle(panel, maker, qtbot)
    assert place(panel).startswith("Page 2 ")
    panel.sheets.go_to_page(999)
    settle(panel, maker, qtbot)
    assert panel.sheets.page == panel.sheets.count - 1
    assert not button(panel, "page_down").isEnabled()


def test_only_what_is_in_sight_is_drawn(panel: PreviewPanel, maker: PageMaker, qtbot: QtBot) -> None:
    assert {page for page, _ in panel.sheets._pictures} == {0, 1}
    panel.sheets.go_to_page(4)
    settle(panel, maker, qtbot)
    assert 4 in {page for page, _ in panel.sheets._pictures} <= {3, 4, 5}


def test_the_page_is_seen_as_it_was_drawn(panel: PreviewPanel, maker: PageMaker, theme: Theme, qtbot: QtBot) -> None:
    settle(panel, maker, qtbot)
    shot = panel.sheets.viewport().grab().toImage()
    left, top = theme.px("draft", "page-margin"), theme.px("draft", "page-gap")
    for band in (0, 1):
        picture = panel.sheets._pictures[0, band]
        seen = shot.copy(left, top + band * BAND, picture.width(), picture.height())
        assert seen == picture.convertToFormat(shot.format())


def test_the_carets_clause_is_marked_and_shown(
    panel: PreviewPanel, maker: PageMaker, workspace: Workspace, qtbot: QtBot
) -> None:
    assert maker.pages
    clause = workspace.body[40]
    panel.show_clause(clause.id)
    settle(panel, maker, qtbot)
    spot = maker.pages.places_of(clause.id)[0]
    assert spot.page in {page for page, _ in panel.sheets._pictures}
    shot = panel.sheets.viewport().grab().toImage()
    column = [shot.pixelColor(x, y) for x in range(20, 120) for y in range(shot.height())]
    assert column.count(ACCENT) >= 4 * 10  # the bar is 4 pixels wide
    panel.show_clause(None)
    shot = panel.sheets.viewport().grab().toImage()
    assert ACCENT not in [shot.pixelColor(x, y) for x in range(24, 120) for y in range(shot.height())]


def test_a_clause_in_sight_moves_nothing(
    panel: PreviewPanel, maker: PageMaker, workspace: Workspace, qtbot: QtBot
) -> None:
    panel.show_clause(workspace.body[20].id)
    settle(panel, maker, qtbot)
    before = panel.sheets.verticalScrollBar().value()
    for clause in (workspace.body[21].id, "not there", None):
        panel.show_clause(clause)
        settle(panel, maker, qtbot)
    assert panel.sheets.verticalScrollBar().value() == before > 0


def test_a_clause_that_typing_moves_out_of_sight_is_followed(
    panel: PreviewPanel, maker: PageMaker, workspace: Workspace, qtbot: QtBot
) -> None:
    clause = workspace.body[10]
    panel.show_clause(clause.id)
    settle(panel, maker, qtbot)
    new = [Clause(f"new{number:07}", "preambular", 0, plain_text("Noting " * 60)) for number in range(20)]
    workspace.apply(edits.insert(workspace.resolution, workspace.grammar, 0, new))
    settle(panel, maker, qtbot)
    settle(panel, maker, qtbot)
    assert panel.sheets._is_seen()


def click(panel: PreviewPanel, point: QPoint) -> None:
    view = panel.sheets.viewport()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)


def test_a_click_goes_to_the_clause(panel: PreviewPanel, maker: PageMaker, workspace: Workspace, qtbot: QtBot) -> None:
    clause = workspace.body[20]
    panel.show_clause(clause.id)
    settle(panel, maker, qtbot)
    top, bottom = panel.sheets._mark_box(panel.sheets._marks[0])
    y = round((top + bottom) / 2) - panel.sheets.verticalScrollBar().value()
    with qtbot.waitSignal(panel.clause_chosen) as chosen:
        QTest.mouseClick(
            panel.sheets.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(200, y)
        )
    assert chosen.args == [clause.id]
    with qtbot.assertNotEmitted(panel.clause_chosen):
        QTest.mouseClick(
            panel.sheets.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(4, y)
        )


def test_the_keyboard_scrolls_and_chooses(panel: PreviewPanel, maker: PageMaker, qtbot: QtBot) -> None:
    panel.focus_first()
    bar = panel.sheets.verticalScrollBar()
    values = []
    for key in (
        Qt.Key.Key_Down,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_Up,
        Qt.Key.Key_Home,
    ):
        QTest.keyClick(panel.sheets, key)
        values.append(bar.value())
    assert values == [
        bar.singleStep(),
        bar.singleStep() + bar.pageStep(),
        bar.maximum(),
        bar.maximum() - bar.pageStep(),
        bar.maximum() - bar.pageStep() - bar.singleStep(),
        0,
    ]
    QTest.keyClick(panel.sheets, Qt.Key.Key_PageDown)
    settle(panel, maker, qtbot)
    with qtbot.waitSignal(panel.clause_chosen):
        QTest.keyClick(panel.sheets, Qt.Key.Key_Return)


def wheel(panel: PreviewPanel, step: int) -> None:
    view = panel.sheets.viewport()
    point = QPointF(100, 100)
    event = QWheelEvent(
        point, point, QPoint(), QPoint(0, step), Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)


def test_zoom_fits_is_chosen_and_turned(panel: PreviewPanel, maker: PageMaker, theme: Theme, qtbot: QtBot) -> None:
    assert panel.sheets._stack.width == 476 - 2 * theme.px("draft", "page-margin")
    assert button(panel, "zoom").defaultAction().iconText() == "Fit width"
    panel.sheets.set_zoom(WHOLE_PAGE)
    assert panel.sheets._stack.height <= panel.sheets.viewport().height()
    panel.sheets.set_zoom(100)
    assert panel.sheets._stack.width == pytest.approx(793.7, abs=1)
    assert panel.sheets.horizontalScrollBar().maximum() > 0
    wheel(panel, 120)
    assert (panel.sheets.percent, button(panel, "zoom").defaultAction().iconText()) == (110, "110 %")
    for _ in range(20):
        wheel(panel, -120)
    assert panel.sheets.percent == 50
    settle(panel, maker, qtbot)


def test_the_middle_stays_when_the_size_changes(panel: PreviewPanel) -> None:
    panel.sheets.go_to_page(3)
    panel.sheets._glide.setCurrentTime(10_000)
    middle = panel.sheets.viewport().height() / 2
    before = panel.sheets._stack.share(panel.sheets.verticalScrollBar().value() + middle)
    panel.sheets.set_zoom(150)
    after = panel.sheets._stack.share(panel.sheets.verticalScrollBar().value() + middle)
    assert after == pytest.approx(before, abs=0.01)


def test_nobody_looks_at_a_hidden_panel(panel: PreviewPanel, maker: PageMaker) -> None:
    panel.hide()
    assert maker._look is None
    panel.show()
    assert maker._look is not None


def test_printing_is_asked_for(panel: PreviewPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.print_wanted):
        button(panel, "print").click()


def test_the_page_is_dimmed_in_the_dark(qtbot: QtBot, maker: PageMaker, prepared: QApplication) -> None:  # noqa: ARG001
    dark = Theme("dark")
    panel = PreviewPanel(maker, dark)
    qtbot.addWidget(panel)
    panel.resize(476, 400)
    panel.show()
    qtbot.waitUntil(lambda: maker.current and bool(panel.sheets._pictures))
    assert panel.sheets._pictures[0, 0].pixelColor(5, 5) == dark.colour("paper")
    panel.detach()


def test_an_empty_text_has_its_sentence(qtbot: QtBot, template: Template, theme: Theme) -> None:
    maker = PageMaker(Workspace(Resolution("osce-pa", "supplementary-item", "en"), template))
    panel = PreviewPanel(maker, theme)
    qtbot.addWidget(panel)
    assert sentence(panel) == "The first page appears as you type."
    panel.detach()
    maker.close()


def test_a_process_that_does_not_run_is_said_calmly(
    qtbot: QtBot, maker: PageMaker, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = process.command()
    monkeypatch.setattr(process, "command", lambda: (right[0], ["-c", "pass"]))
    panel = PreviewPanel(maker, theme)
    qtbot.addWidget(panel)
    panel.resize(476, 400)
    with qtbot.waitSignal(maker.failed):
        panel.show()
    assert sentence(panel).startswith("The pages could not be made; your text is untouched")
    monkeypatch.setattr(process, "command", lambda: right)
    panel.hide()
    panel.show()
    qtbot.waitUntil(lambda: maker.current)
    assert sentence(panel) == ""
    panel.detach()


def test_everything_has_a_name_for_those_who_hear_it(panel: PreviewPanel) -> None:
    for name in ("page_up", "page_down", "print", "zoom"):
        assert button(panel, name).accessibleName()
    assert panel.sheets.accessibleName() == panel.accessibleName()
