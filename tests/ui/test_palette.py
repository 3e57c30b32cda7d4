from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.app.workspace import Workspace
from editor.ui.help.keyboard import help_items, own_keys
from editor.ui.palette.field import FindButton
from editor.ui.palette.items import Group, Item, caps, clause_items, command_items, groups
from editor.ui.palette.palette import Palette
from editor.ui.palette.rows import Rows
from editor.ui.theme import Theme
from tests.ui.sample import named

Key = Qt.Key


class Window(QMainWindow):
    """A window with two menus, a field that has the keyboard, and a palette; `done` is what was asked for."""

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__()
        self.done: list[str] = []
        clause, file = self.menuBar().addMenu("&Clause"), self.menuBar().addMenu("&File")
        for name, words, keys in (("up", "Move Clause &Up", "Alt+Up"), ("down", "Move Clause &Down", "Alt+Down")):
            action = clause.addAction(words)
            action.setObjectName(f"action_{name}")
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _=False, name=name: self.do(name))
        clause.addSeparator()
        lately = file.addMenu("Open &Lately")
        lately.addAction("Waters && Floods").triggered.connect(lambda: self.do("recent"))
        opener = file.addAction("Find a Command…")
        opener.setObjectName("action_palette")
        opener.setShortcut(QKeySequence("Ctrl+K"))
        opener.triggered.connect(lambda: self.palette_.open())
        middle = QWidget()
        box = QVBoxLayout(middle)
        self.field, self.button = QLineEdit(), FindButton(opener, theme)
        box.addWidget(self.button)
        box.addWidget(self.field)
        self.setCentralWidget(middle)
        self.palette_: Palette = Palette(self, theme, lambda: self.gather(workspace))

    def do(self, name: str) -> None:
        self.done.append(f"{name}, {'field' if self.field.hasFocus() else 'elsewhere'}")

    def gather(self, workspace: Workspace) -> tuple[Group, ...]:
        return groups(
            command_items(self.menuBar(), {"up": "arrow-up"}),
            clause_items(workspace, self.do),
            help_items(own_keys(), self.do),
        )


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace, theme: Theme) -> Window:
    found = Window(workspace, theme)
    qtbot.addWidget(found)
    found.resize(1000, 700)
    found.show()
    qtbot.waitExposed(found)
    found.activateWindow()
    found.field.setFocus()
    qtbot.waitUntil(found.field.hasFocus)
    return found


def rows(window: Window) -> list[str]:
    """Return what the palette shows, headings with a colon."""
    return [f"{row}:" if isinstance(row, str) else row.item.title for row in window.palette_.list.lines.rows]


def typed(window: Window, words: str) -> list[str]:
    window.palette_.field.clear()
    QTest.keyClicks(window.palette_.field, words)
    return rows(window)


def test_the_key_opens_it_and_escape_gives_the_keyboard_back(window: Window, qtbot: QtBot) -> None:
    QTest.keyClick(window.field, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.palette_.isVisible()
    assert window.palette_.field.hasFocus()
    assert rows(window) == ["Commands:", "Move Clause Up", "Move Clause Down", "Waters & Floods"]
    with qtbot.waitSignal(window.palette_.closed):
        QTest.keyClick(window.palette_.field, Key.Key_Escape)
    assert window.palette_.isHidden()
    assert window.field.hasFocus()
    QTest.keyClick(window.field, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window.palette_.field, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.palette_.isHidden()


def test_enter_does_what_is_chosen_where_the_keyboard_was(window: Window) -> None:
    window.palette_.open()
    assert typed(window, "clau mo")[:4] == ["Commands:", "Move Clause Up", "Move Clause Down", "Help:"]
    QTest.keyClick(window.palette_.field, Key.Key_Down)
    QTest.keyClick(window.palette_.field, Key.Key_Return)
    assert window.done == ["down, field"]
    assert window.palette_.isHidden()


def test_a_menu_finds_its_commands_and_a_menu_in_it(window: Window) -> None:
    window.palette_.open()
    assert typed(window, "lately") == ["Commands:", "Waters & Floods"]
    QTest.keyClick(window.palette_.field, Key.Key_Return)
    assert window.done == ["recent, field"]


def test_clauses_are_found_by_number_and_words(window: Window) -> None:
    window.palette_.open()
    assert typed(window, "5 b") == [
        "Clauses:",
        "Go to 5 b.  the river commission:",
        "Go to 5 b i.  in writing,",
        "Go to 5 b ii.  at once;",
    ]
    assert typed(window, "meet again") == ["Clauses:", "Go to 6.  Decides to meet again."]
    QTest.keyClick(window.palette_.field, Key.Key_Return)
    assert window.done == [f"{named('v3')}, field"]


def test_keys_that_are_in_no_menu_are_help(window: Window) -> None:
    window.palette_.open()
    assert typed(window, "begin new line") == ["Help:", "Begin a new line in the clause"]
    QTest.keyClick(window.palette_.field, Key.Key_Return)
    assert window.done == ["Begin a new line in the clause, field"]


def test_typed_letters_are_found_in_the_title(window: Window) -> None:
    window.palette_.open("move clau")
    first = window.palette_.current()
    assert first is not None
    assert [first.item.title[start:end] for start, end in first.hit.stretches] == ["Move", "Clau"]
    assert first.item.keys == ("Alt", "Up")


def test_what_is_off_is_shown_with_its_reason_and_not_done(window: Window) -> None:
    action = next(
        action
        for action in window.findChildren(type(window.button.defaultAction()))
        if action.objectName() == "action_up"
    )
    action.setEnabled(False)
    action.setProperty("reason", "Nothing stands above")
    window.palette_.open("clause up")
    index = window.palette_.list.currentIndex()
    assert index.data() == "Move Clause Up, Alt+Up, Nothing stands above"
    assert window.palette_.field.accessibleDescription() == index.data()
    QTest.keyClick(window.palette_.field, Key.Key_Return)
    assert window.done == []
    assert window.palette_.isVisible()


def test_a_click_does_it_and_a_click_elsewhere_closes(window: Window) -> None:
    window.palette_.open("waters")
    view = window.palette_.list
    place = view.visualRect(view.lines.index(1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.done == ["recent, field"]
    window.palette_.open()
    window.button.setFocus()
    assert window.palette_.isHidden()
    assert window.button.hasFocus()


def test_nothing_found_is_said(window: Window) -> None:
    window.palette_.open("helicopter")
    assert rows(window) == []
    assert window.palette_._nothing.isVisible()
    QTest.keyClick(window.palette_.field, Key.Key_Return)
    assert window.palette_.isVisible()


def test_walking_passes_over_the_headings(window: Window) -> None:
    window.palette_.open("clause")
    shown = rows(window)
    assert shown[0] == "Commands:"
    assert "Help:" in shown
    seen = []
    for _ in shown:
        found = window.palette_.current()
        assert found is not None
        seen.append(found.item.title)
        QTest.keyClick(window.palette_.field, Key.Key_Down)
    assert list(dict.fromkeys(seen)) == [row for row in shown if not row.endswith(":") or row == shown[-1]]


def test_it_is_as_drawn(window: Window, theme: Theme) -> None:
    window.palette_.open("move")
    around = round(20 * theme.scale)
    card = window.palette_.geometry().adjusted(around, around, -around, -around)
    assert abs(card.width() - 618 * theme.scale) <= 3
    assert abs(card.center().x() - window.width() / 2) <= 2
    image = window.grab().toImage()
    assert image.pixelColor(card.center().x(), card.top() + 8) == theme.colour("raised")
    first = window.palette_.list.visualRect(window.palette_.list.lines.index(1))
    point = window.palette_.list.viewport().mapTo(window, QPoint(first.center().x(), first.top() + 2))
    assert image.pixelColor(point) == theme.colour("selected")
    assert first.height() == theme.px("control", "row-palette")
    window.resize(500, 400)
    assert window.palette_.geometry().left() + around >= 0


def test_the_model_is_one_that_qt_accepts(qtmodeltester: object, qapp: object) -> None:  # noqa: ARG001
    model = Rows()
    model.show(["Head"])
    qtmodeltester.check(model)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("Ctrl+K", "Ctrl K"),
        ("Ctrl++", "Ctrl +"),
        ("Ctrl+Shift+M", "Ctrl Shift M"),
        ("F6", "F6"),
        ("Alt+Up", "Alt Up"),
        ("", ""),
    ],
)
def test_caps_are_the_keys_one_by_one(keys: str, shown: str, qapp: object) -> None:  # noqa: ARG001
    assert " ".join(caps(QKeySequence(keys))) == shown


def test_the_button_says_what_it_is(window: Window) -> None:
    assert window.button.accessibleName() == "Find a command (Ctrl+K)"
    window.button.setFocus()
    QTest.keyClick(window.button, Key.Key_Space)
    assert window.palette_.isVisible()
    window.palette_.close_palette()
    assert window.button.hasFocus()


def test_items_keep_their_order_when_they_are_as_good() -> None:
    from editor.ui.palette.items import found

    items = tuple(Item(f"Note {name}", list) for name in "cab")
    assert [one.item.title for one in found(Group("All", items), "note")] == ["Note c", "Note a", "Note b"]
