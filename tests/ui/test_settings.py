from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import fields
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.app.preferences import Preferences
from editor.app.store import Store
from editor.ui.program import Program
from editor.ui.settings.page import SettingsPage
from editor.ui.theme import Theme


@pytest.fixture
def program(tmp_path: Path, prepared: object) -> Program:  # noqa: ARG001
    return Program(Store(tmp_path / "settings"), Theme("light"))


@pytest.fixture
def page(qtbot: QtBot, program: Program) -> SettingsPage:
    found = SettingsPage(program)
    qtbot.addWidget(found)
    found.show()
    return found


def part(page: SettingsPage, name: str) -> QWidget:
    found = page.findChild(QWidget, f"settings_{name}")
    assert isinstance(found, QWidget), name
    return found


def test_there_is_a_place_for_every_setting(page: SettingsPage) -> None:
    for field in fields(Preferences):
        assert part(page, field.name).accessibleName() or isinstance(part(page, field.name), QCheckBox)


def test_each_takes_effect_at_once_and_is_kept(page: SettingsPage, program: Program, tmp_path: Path) -> None:
    scheme = part(page, "scheme")
    assert isinstance(scheme, QComboBox)
    scheme.setFocus()
    QTest.keyClicks(scheme, "D")
    assert program.preferences.scheme == "dark"
    assert program.theme.scheme == "dark"
    zoom = part(page, "zoom")
    assert isinstance(zoom, QComboBox)
    zoom.setCurrentIndex(zoom.findData("140"))
    for name in ("smart_typing", "phrases", "offers", "spelling"):
        QTest.keyClick(part(page, name), Qt.Key.Key_Space)
    QTest.keyClicks(part(page, "name"), "Éliane ")
    paper = part(page, "paper")
    assert isinstance(paper, QComboBox)
    paper.setCurrentIndex(2)
    wanted = Preferences("dark", 140, False, False, False, False, "Éliane", "letter")
    assert program.preferences == wanted
    assert Store(tmp_path / "settings").preferences == wanted


def test_it_shows_what_is_set_elsewhere(page: SettingsPage, program: Program) -> None:
    program.set_preferences(Preferences(scheme="contrast", zoom=115, phrases=False, name="Jo"))
    zoom, name, phrases = part(page, "zoom"), part(page, "name"), part(page, "phrases")
    assert isinstance(zoom, QComboBox)
    assert zoom.currentText() == "115 %"
    assert isinstance(name, QLineEdit)
    assert name.text() == "Jo"
    assert isinstance(phrases, QCheckBox)
    assert not phrases.isChecked()
    assert program.preferences == Preferences(scheme="contrast", zoom=115, phrases=False, name="Jo")


def test_reset_keeps_the_name(page: SettingsPage, program: Program) -> None:
    program.set_preferences(Preferences(scheme="dark", spelling=False, name="Jo"))
    reset = part(page, "reset")
    assert isinstance(reset, QPushButton)
    reset.click()
    assert program.preferences == Preferences(name="Jo")
    spelling = part(page, "spelling")
    assert isinstance(spelling, QCheckBox)
    assert spelling.isChecked()


def test_it_stays_open_beside_the_window_and_goes_when_closed(program: Program, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    page = SettingsPage.ask(program, window)
    assert page.isVisible()
    assert not page.isModal()
    with qtbot.waitSignal(page.destroyed):
        QTest.keyClick(page, Qt.Key.Key_Escape)
    program.set_preferences(Preferences(name="Jo"))
