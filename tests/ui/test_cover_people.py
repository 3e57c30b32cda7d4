"""The list of co-sponsors: typed, pasted, sorted, moved and taken away by keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from editor.app.workspace import Workspace
from editor.model.changes import SetCover
from editor.model.cover import Person
from editor.templating.begin import change_language
from editor.ui.cover.form import CoverForm
from editor.ui.cover.people import PeopleEditor
from editor.ui.cover.people_paint import CellDelegate, CellLine
from editor.ui.cover.quiet import Quiet
from editor.ui.theme import Theme

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PEOPLE = (
    Person("Mr.", "Mehmet", "Yalçın", "Türkiye"),
    Person("Ms.", "Ilse", "van Houten", "Netherlands"),
    Person("Mr.", "Karl", "Weiß", "Germany"),
)


@pytest.fixture
def form(qtbot: QtBot, workspace: Workspace, theme: Theme) -> Iterator[CoverForm]:
    cover = CoverForm(workspace, theme)
    qtbot.addWidget(cover)
    cover.resize(520, 900)
    cover.show()
    qtbot.waitExposed(cover)
    yield cover
    cover.detach()


@pytest.fixture
def editor(form: CoverForm) -> PeopleEditor:
    found = form.editors["cosponsors"]
    assert isinstance(found, PeopleEditor)
    return found


def listed(workspace: Workspace) -> tuple[Person, ...]:
    return workspace.resolution.cover.people("cosponsors")


def put(workspace: Workspace, people: tuple[Person, ...] = PEOPLE) -> None:
    cover = workspace.resolution.cover
    workspace.apply(SetCover(cover, cover.with_value("cosponsors", people)))


def words(form: CoverForm, name: str) -> str:
    found = form.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text()


def button(form: CoverForm, name: str) -> QPushButton:
    found = form.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def order(form: CoverForm) -> Quiet:
    found = form.findChild(Quiet, "people_order")
    assert isinstance(found, Quiet)
    return found


def typed(text: str, key: Qt.Key) -> None:
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, text)
    popup = field.completer().popup() if field.completer() else None
    QTest.keyClick(popup if popup and popup.isVisible() else field, key)  # an open list has the keyboard


def test_a_member_is_typed_cell_by_cell(
    form: CoverForm, editor: PeopleEditor, workspace: Workspace, qtbot: QtBot
) -> None:
    delegate = editor.table.itemDelegate()
    assert isinstance(delegate, CellDelegate)
    delegate.offers = {}  # a list of offers would take this window its focus: there is no window manager
    button(form, "people_add").click()
    assert listed(workspace) == (), "an empty row is nobody yet"
    typed("Mr.", Qt.Key.Key_Tab)
    typed("Jan", Qt.Key.Key_Tab)
    typed("de VRIES", Qt.Key.Key_Tab)
    typed("pays-bas", Qt.Key.Key_Tab)
    assert listed(workspace) == (Person("Mr.", "Jan", "de Vries", "Netherlands"),)
    assert editor.members.index(0, 2).data() == "de VRIES"
    qtbot.waitUntil(lambda: editor.members.rowCount() == 2)  # Tab behind the last cell begins a row
    typed("Ms.", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: listed(workspace)[1:] == (Person("Ms."),))


def test_forms_and_countries_are_offered(form: CoverForm, editor: PeopleEditor, workspace: Workspace) -> None:
    put(workspace)
    offered = {}
    for column in range(4):
        editor.table.begin(editor.members.index(0, column))
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        completer = field.completer()
        offered[field.accessibleName()] = completer.model().rowCount() if completer else 0
        typed("", Qt.Key.Key_Escape)
    assert offered.pop("Country") == len(workspace.template.words["en"].countries.names)
    assert offered == {"Form": 6, "Given": 0, "Family, in capitals": 0}
    assert form.isVisible()


def test_tab_takes_the_only_offer(editor: PeopleEditor, workspace: Workspace) -> None:
    put(workspace)
    for words, country in (("lux", "Luxembourg"), ("land", "land")):
        editor.table.begin(editor.members.index(2, 3))
        field = editor.table.findChild(CellLine)
        assert isinstance(field, CellLine)
        field.setFocus()
        QTest.keyClicks(field, words)
        popup = field.completer().popup()
        assert popup is not None
        assert popup.isVisible()
        QTest.keyClick(popup, Qt.Key.Key_Tab)  # which has the keyboard while it is open
        assert listed(workspace)[2].country == country
        editor.members.prune()
        field.setParent(None)


def test_a_row_given_up_is_gone(form: CoverForm, editor: PeopleEditor, workspace: Workspace, qtbot: QtBot) -> None:
    button(form, "people_add").click()
    typed("", Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: editor.members.rowCount() == 0)
    assert not workspace.history.can_undo


def test_each_cell_is_a_step_of_undo(editor: PeopleEditor, workspace: Workspace) -> None:
    put(workspace)
    model = editor.members
    assert model.setData(model.index(0, 1), "Ahmet")
    assert model.setData(model.index(0, 3), "Sweden")
    assert not model.setData(model.index(0, 3), "Schweden"), "the country is the same"
    workspace.undo()
    assert listed(workspace)[0] == Person("Mr.", "Ahmet", "Yalçın", "Türkiye")
    workspace.undo()
    assert listed(workspace) == PEOPLE


def test_family_names_are_shown_in_capitals_by_their_language(editor: PeopleEditor, workspace: Workspace) -> None:
    put(workspace)
    shown = [editor.members.index(row, 2).data() for row in range(3)]
    assert shown == ["YALÇIN", "van HOUTEN", "WEIẞ"]
    model = editor.members
    assert model.setData(model.index(1, 2), "VAN HOUTEN")
    assert (listed(workspace)[1].family, listed(workspace)[1].capitals) == ("van Houten", "VAN HOUTEN")
    assert model.index(1, 2).data() == "VAN HOUTEN"
    assert model.setData(model.index(1, 1), "Elsa")
    assert listed(workspace)[1].capitals == "VAN HOUTEN"


def test_a_list_is_pasted_in_one_step(form: CoverForm, workspace: Workspace) -> None:
    QGuiApplication.clipboard().setText(
        "Form\tGiven\tFamily\tCountry\tE-mail\n"
        "Mr.\tKarl\tWEIẞ\tDeutschland\tk@example.org\nMs.\tIlse\tvan HOUTEN\tPays-Bas\t"
    )
    button(form, "people_paste").click()
    assert listed(workspace) == (PEOPLE[2], PEOPLE[1])
    assert words(form, "people_count") == "2 members from 2 countries"
    assert words(form, "cover_note") == "2 members were added. These columns were left out: E-mail."
    workspace.undo()
    assert listed(workspace) == ()
    assert words(form, "people_count") == ""
    assert not form.findChild(QLabel, "cover_note").isVisible()  # type: ignore[union-attr]


def test_pasting_keeps_the_order_and_adds_nobody_twice(
    form: CoverForm, editor: PeopleEditor, workspace: Workspace
) -> None:
    put(workspace, PEOPLE[::-1])
    editor.table.setFocus()
    QGuiApplication.clipboard().setText("Mr.\tTomáš\tHRUBÝ\tLatvia\nMr.\tKARL\tWeiß\tGermany")
    QTest.keyClick(editor.table, Qt.Key.Key_V, CTRL)
    assert [person.family for person in listed(workspace)] == ["Weiß", "Hrubý", "van Houten", "Yalçın"]
    assert words(form, "cover_note") == "1 member was added. 1 was listed already."


def test_pasting_nothing_says_what_to_do(form: CoverForm, workspace: Workspace) -> None:
    QGuiApplication.clipboard().setText(" \n")
    button(form, "people_paste").click()
    assert words(form, "cover_note").startswith("Copy a list first")
    assert not workspace.history.can_undo


def test_the_list_is_sorted_by_the_foot_and_by_the_head(
    form: CoverForm, editor: PeopleEditor, workspace: Workspace
) -> None:
    put(workspace)
    assert order(form).words() == "In the order given"
    menu = order(form).menu()
    assert menu is not None
    menu.actions()[0].trigger()
    assert [person.country for person in listed(workspace)] == ["Germany", "Netherlands", "Türkiye"]
    assert order(form).words() == "Sorted by country, then name"
    assert menu.actions()[0].isChecked()
    editor.table.horizontalHeader().sectionClicked.emit(2)
    assert [person.family for person in listed(workspace)] == ["van Houten", "Weiß", "Yalçın"]
    assert order(form).words() == "Sorted by name"
    workspace.undo()
    workspace.undo()
    assert listed(workspace) == PEOPLE


def test_the_order_is_that_of_the_language(form: CoverForm, workspace: Workspace) -> None:
    people = (Person("", "A", "B", "Germany"), Person("", "C", "D", "Austria"))
    put(workspace, people)
    workspace.apply(change_language(workspace.resolution, workspace.template, "de"))
    editor = form.editors["cosponsors"]
    assert isinstance(editor, PeopleEditor)
    assert [person.country for person in listed(workspace)] == ["Deutschland", "Österreich"]
    assert editor.order == "country"


def test_rows_are_moved_copied_and_removed_by_keys(editor: PeopleEditor, workspace: Workspace) -> None:
    put(workspace)
    table = editor.table
    table.setFocus()
    table.selectRow(2)
    QTest.keyClick(table, Qt.Key.Key_Up, ALT)
    assert [person.given for person in listed(workspace)] == ["Mehmet", "Karl", "Ilse"]
    assert table.rows() == [1]
    QTest.keyClick(table, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Mr.\tKarl\tWeiß\tGermany\n"
    QTest.keyClick(table, Qt.Key.Key_A, CTRL)
    assert table.rows() == [0, 1, 2]
    QTest.keyClick(table, Qt.Key.Key_Up)
    assert table.rows() == [0]
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert [person.given for person in listed(workspace)] == ["Karl", "Ilse"]
    QTest.keyClick(table, Qt.Key.Key_X, CTRL)
    assert [person.given for person in listed(workspace)] == ["Ilse"]
    for _ in range(3):
        workspace.undo()
    assert listed(workspace) == PEOPLE


def test_a_row_is_begun_below_the_current_one(editor: PeopleEditor, workspace: Workspace, qtbot: QtBot) -> None:
    put(workspace)
    editor.table.setFocus()
    editor.table.selectRow(0)
    QTest.keyClick(editor.table, Qt.Key.Key_Insert)
    typed("Ms.", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(listed(workspace)) == 4)
    assert listed(workspace)[1] == Person("Ms.")


def test_members_and_countries_are_counted(form: CoverForm, workspace: Workspace) -> None:
    put(workspace, PEOPLE[:1])
    assert words(form, "people_count") == "1 member"
    put(workspace, (PEOPLE[0], Person("", "A", "B", "Türkiye")))
    assert words(form, "people_count") == "2 members from 1 country"


def test_one_listed_twice_is_told(form: CoverForm, workspace: Workspace) -> None:
    put(workspace, (PEOPLE[0], PEOPLE[0]))
    assert form.editors["cosponsors"].trouble.sentence == "One person is listed twice."


def test_the_table_shows_all_its_rows_and_long_words_whole(
    form: CoverForm, editor: PeopleEditor, workspace: Workspace
) -> None:
    put(workspace, PEOPLE * 20)
    assert editor.table.viewport().height() >= 60 * editor.table.rowHeight(0)
    put(workspace, (Person("Ms.", "Maximiliane Friederike", "Österreicher-Wagenknecht", "Bosnia and Herzegovina"),))
    plain = editor.table.rowHeight(0)
    form.resize(360, 900)
    QApplication.processEvents()
    assert editor.table.rowHeight(0) > plain
    assert sum(editor.table.columnWidth(at) for at in range(4)) <= editor.table.viewport().width()


def test_the_members_are_a_model_that_qt_accepts(editor: PeopleEditor, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(editor.members)  # type: ignore[no-untyped-call]
    editor.members.take(PEOPLE)
    editor.members.move([2], -1)
    editor.members.add(1)
    editor.members.prune()
    editor.members.remove([0, 1])
    editor.members.take(PEOPLE[:1])
    assert editor.members.people() == PEOPLE[:1]
