from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from editor.app.workspace import Workspace
from editor.model.cover import DateRange, Person
from editor.model.text import flatten
from editor.ui.cover.dates import read_day
from editor.ui.cover.form import CoverForm
from editor.ui.cover.people import PeopleEditor
from editor.ui.cover.plain import Choice, Line
from editor.ui.theme import Theme


@pytest.fixture
def form(qtbot: QtBot, workspace: Workspace, theme: Theme) -> Iterator[CoverForm]:
    cover = CoverForm(workspace, theme)
    qtbot.addWidget(cover)
    cover.resize(520, 900)
    cover.show()
    qtbot.waitExposed(cover)
    yield cover
    cover.detach()


def line(form: CoverForm, field: str, name: str) -> Line:
    return next(part for part in form.editors[field].findChildren(Line) if part.accessibleName() == name)


def choice(form: CoverForm, field: str, name: str) -> Choice:
    return next(part for part in form.editors[field].findChildren(Choice) if part.accessibleName() == name)


def retype(field: QLineEdit, words: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)


def code(form: CoverForm) -> str:
    found = form.findChild(QLabel, "code_result")
    assert isinstance(found, QLabel)
    return found.text()


def test_has_the_fields_of_the_kind_of_paper(form: CoverForm) -> None:
    assert list(form.editors) == ["code", "title", "sponsor", "venue", "dates", "cosponsors"]
    assert line(form, "title", "Title").text() == "Early Warning in Shared Basins"
    assert code(form) == "SC (27) SI 4 E"


def test_typing_changes_the_text_and_is_undone_word_by_word(form: CoverForm, workspace: Workspace) -> None:
    retype(line(form, "title", "Title"), "Fair Waters")
    assert workspace.resolution.cover.text("title") == "Fair Waters"
    workspace.undo()
    assert line(form, "title", "Title").text() == "Fair "
    workspace.undo()
    assert line(form, "title", "Title").text() == "Early Warning in Shared Basins"


def test_what_comes_in_is_cleaned(form: CoverForm, workspace: Workspace) -> None:
    QGuiApplication.clipboard().setText("Bre\u0301st\nand\u0007 more")
    field = line(form, "venue", "Venue")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert workspace.resolution.cover.text("venue") == "Br\u00e9st and\ufffd more"


def test_the_code_follows_its_parts(form: CoverForm, workspace: Workspace) -> None:
    retype(line(form, "code", "Number"), "12")
    assert code(form) == "SC (27) SI 12 E"
    QTest.keyClick(choice(form, "code", "Body"), Qt.Key.Key_Up)
    assert code(form) == "AS (27) SI 12 E"
    retype(line(form, "code", "Year"), "")
    QTest.keyClick(line(form, "code", "Year"), Qt.Key.Key_Delete)
    assert workspace.resolution.cover.code().get("year") == ""
    assert code(form) == "No code yet"


def test_languages_and_revision_are_the_papers(form: CoverForm, workspace: Workspace) -> None:
    revision = form.findChild(Line, "paper_revision")
    assert isinstance(revision, Line)
    retype(revision, "Rev.1")
    assert workspace.resolution.revision == "Rev.1"
    assert code(form) == "SC (27) SI 4 E Rev.1"
    language = form.findChild(Choice, "paper_language")
    assert isinstance(language, Choice)
    language.setFocus()
    QTest.keyClick(language, Qt.Key.Key_Down)
    assert workspace.resolution.language == "fr"
    assert flatten(workspace.body[3].text) != "The OSCE Parliamentary Assembly:"
    assert code(form) == "SC (27) SI 4 F Rev.1"
    workspace.undo()
    assert code(form) == "SC (27) SI 4 E Rev.1"


def test_a_person_is_one_field(form: CoverForm, workspace: Workspace) -> None:
    retype(line(form, "sponsor", "Family name"), "Vidal")
    country = choice(form, "sponsor", "Country").lineEdit()
    assert country is not None
    retype(country, "Monaco")
    assert workspace.resolution.cover.person("sponsor") == Person("Ms.", "Éliane", "Vidal", "Monaco")


@pytest.mark.parametrize(
    ("typed", "language", "day"),
    [
        ("3 July 2027", "en_GB", datetime.date(2027, 7, 3)),
        ("2027-07-03", "fr_FR", datetime.date(2027, 7, 3)),
        ("3 juillet 2027", "fr_FR", datetime.date(2027, 7, 3)),
        ("3.7.2027", "de_DE", datetime.date(2027, 7, 3)),
        ("3 July 2027", "ru_RU", datetime.date(2027, 7, 3)),
        ("31 June 2027", "en_GB", None),
        ("soon", "en_GB", None),
        ("3 July 27", "en_GB", None),
    ],
)
def test_days_are_read_in_the_readers_language(typed: str, language: str, day: datetime.date | None) -> None:
    assert read_day(typed, QLocale(language)) == day


def trouble(form: CoverForm) -> str:
    labels = [part for part in form.editors["dates"].findChildren(QLabel) if part.property("role") == "error"]
    return labels[0].text()


def test_dates_are_taken_when_they_are_dates(form: CoverForm, workspace: Workspace) -> None:
    first, last = line(form, "dates", "First day"), line(form, "dates", "Last day")
    retype(first, "3 July 2027")
    retype(last, "1 July 2027")
    assert workspace.resolution.cover.dates("dates") == DateRange(datetime.date(2027, 7, 3), datetime.date(2027, 7, 1))
    assert trouble(form) == "The session ends before it begins. Set the last day to 3 July 2027 or later."
    retype(last, "2027-07-07")
    QTest.keyClick(last, Qt.Key.Key_Tab)
    assert trouble(form) == ""
    assert last.text() == "7 July 2027"
    retype(first, "soon")
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert trouble(form).startswith("This is not a day")
    assert workspace.resolution.cover.dates("dates") == DateRange(datetime.date(2027, 7, 3), datetime.date(2027, 7, 7))


def test_members_are_added_edited_and_removed(form: CoverForm, workspace: Workspace) -> None:
    editor = form.editors["cosponsors"]
    assert isinstance(editor, PeopleEditor)
    add, remove = (form.findChild(QPushButton, name) for name in ("people_add", "people_remove"))
    assert isinstance(add, QPushButton)
    assert isinstance(remove, QPushButton)
    form.ensureWidgetVisible(add)
    QTest.mouseClick(add, Qt.MouseButton.LeftButton)
    assert workspace.resolution.cover.people("cosponsors") == (), "an empty row is nobody yet"
    model = editor.members
    for column, words in enumerate(("Mr.", "Jan", "de Vries", "Netherlands")):
        assert model.setData(model.index(0, column), words)
    assert workspace.resolution.cover.people("cosponsors") == (Person("Mr.", "Jan", "de Vries", "Netherlands"),)
    assert model.index(0, 2).data() == "de VRIES"
    editor.table.selectRow(0)
    QTest.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert workspace.resolution.cover.people("cosponsors") == ()
    workspace.undo()
    assert model.rowCount() == 1


def test_the_members_are_a_model_that_qt_accepts(form: CoverForm, qtmodeltester: ModelTester) -> None:
    editor = form.editors["cosponsors"]
    assert isinstance(editor, PeopleEditor)
    qtmodeltester.check(editor.members)  # type: ignore[no-untyped-call]
    editor.members.take((Person("Mr.", "A", "B", "C"), Person("Ms.", "D", "E", "F")))
    editor.members.remove([0, 1])
    assert editor.members.rowCount() == 0


def test_fields_leave_undo_to_the_window(form: CoverForm) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    for field in form.findChildren(QLineEdit):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        event.ignore()
        QApplication.sendEvent(field, event)
        assert not event.isAccepted(), field.accessibleName()


def test_every_field_has_a_name(form: CoverForm) -> None:
    fields = [*form.findChildren(Line), *form.findChildren(Choice)]
    assert len(fields) > 12
    assert all(field.accessibleName() for field in fields)
