"""The cover form: what is typed reaches the text, what is wrong is marked where it stands."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from editor.app.workspace import Workspace
from editor.checking import check
from editor.model.cover import Code, DateRange, Person
from editor.model.resolution import Resolution
from editor.model.text import flatten
from editor.templating.schema import Template
from editor.ui.cover.calendar import CalendarPopup
from editor.ui.cover.dates import DatesEditor
from editor.ui.cover.form import CoverForm
from editor.ui.cover.plain import Choice, Line
from editor.ui.cover.quiet import Quiet
from editor.ui.cover.thumbnail import Thumbnail
from editor.ui.cover.wrapping import Wrapping
from editor.ui.theme import Theme

FIRST, LAST = datetime.date(2027, 7, 3), datetime.date(2027, 7, 7)


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


def title(form: CoverForm) -> Wrapping:
    found = form.editors["title"].findChild(Wrapping)
    assert isinstance(found, Wrapping)
    return found


def choice(form: CoverForm, field: str, name: str) -> Choice:
    return next(part for part in form.editors[field].findChildren(Choice) if part.accessibleName() == name)


def named(form: CoverForm, name: str) -> Choice:
    found = form.findChild(Choice, name)
    assert isinstance(found, Choice)
    return found


def retype(field: QLineEdit | Wrapping, words: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)


def leave(field: QWidget) -> None:
    QTest.keyClick(field, Qt.Key.Key_Tab)


def code(form: CoverForm) -> str:
    found = form.findChild(QLabel, "code_result")
    assert isinstance(found, QLabel)
    return found.text()


def trouble(form: CoverForm, field: str = "dates") -> str:
    said = form.editors[field].trouble
    return said.sentence if said.isVisible() else ""


def found(workspace: Workspace) -> list[str]:
    return [one.code for one in check(workspace.resolution, workspace.template)]


def test_has_the_fields_of_the_kind_of_paper(form: CoverForm) -> None:
    assert list(form.editors) == ["code", "title", "sponsor", "venue", "dates", "cosponsors"]
    assert title(form).text() == "Early Warning in Shared Basins"
    assert code(form) == "SC (27) SI 4 E"


def test_fields_of_a_group_stand_under_its_heading(form: CoverForm) -> None:
    headings = [label.text() for label in form.findChildren(QLabel) if label.property("role") == "text"]
    assert headings == ["SC (27) SI 4 E", "Title", "Principal sponsor", "Session", "Co-sponsors"]
    tops = {form.editors[key].mapTo(form, form.editors[key].rect().bottomLeft()).y() for key in ("venue", "dates")}
    assert len(tops) == 1


def test_typing_changes_the_text_and_is_undone_word_by_word(form: CoverForm, workspace: Workspace) -> None:
    retype(title(form), "Fair Waters")
    assert workspace.resolution.cover.text("title") == "Fair Waters"
    workspace.undo()
    assert title(form).text() == "Fair "
    workspace.undo()
    assert title(form).text() == "Early Warning in Shared Basins"


def test_a_long_title_is_shown_whole(form: CoverForm, workspace: Workspace) -> None:
    field = title(form)
    before = field.height()
    field.selectAll()
    field.insertPlainText(
        "Frühwarnung und gerechte Verteilung des Wassers in grenzüberschreitenden Flussgebieten, " * 2
    )
    field.setFocus()
    assert field.height() > before
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "\n" not in field.text()
    assert not field.hasFocus()
    workspace.undo()
    retype(field, "Waters")
    assert field.height() == before


@pytest.mark.parametrize("key", ["title", "venue"])
def test_what_comes_in_is_cleaned(form: CoverForm, workspace: Workspace, key: str) -> None:
    QGuiApplication.clipboard().setText("Bre\u0301st\nand\u0007 more")
    field = title(form) if key == "title" else line(form, "venue", "Venue")
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert workspace.resolution.cover.text(key) == "Br\u00e9st and\ufffd more"


def test_the_code_follows_its_parts(form: CoverForm, workspace: Workspace) -> None:
    retype(line(form, "code", "Number"), "12")
    assert code(form) == "SC (27) SI 12 E"
    QTest.keyClick(choice(form, "code", "Body"), Qt.Key.Key_Up)
    assert code(form) == "AS (27) SI 12 E"
    retype(line(form, "code", "Year"), "")
    QTest.keyClick(line(form, "code", "Year"), Qt.Key.Key_Delete)
    assert workspace.resolution.cover.code().get("year") == ""
    assert code(form) == "No code yet"
    assert line(form, "code", "Year").property("mark") == "asks"
    assert trouble(form, "code") == "The code lacks a part: Year."


def test_parts_of_the_code_take_their_form_or_are_marked(form: CoverForm, workspace: Workspace) -> None:
    year = line(form, "code", "Year")
    retype(year, "2028")
    leave(year)
    assert code(form) == "SC (28) SI 4 E"
    number = line(form, "code", "Number")
    retype(number, "four")
    assert trouble(form, "code") == "", "nothing is said while one types"
    leave(number)
    assert number.property("mark") == "wrong"
    assert trouble(form, "code") == "Number is written in figures, as in 4."
    assert "code-part" in found(workspace)
    assert form.wrong == 0, "the checks count it"
    retype(number, "9")
    leave(number)
    assert (number.property("mark"), trouble(form, "code")) == ("", "")
    assert "code-part" not in found(workspace)
    assert workspace.resolution.cover.code().get("number") == "9"


def test_rare_parts_are_shown_when_they_are_wanted_or_filled(form: CoverForm, workspace: Workspace) -> None:
    meeting = line(form, "code", "Meeting")
    assert not meeting.isVisible()
    more = form.findChild(QToolButton, "code_more")
    assert isinstance(more, QToolButton)
    more.click()
    assert meeting.isVisible()
    retype(meeting, "2")
    assert code(form) == "SC (27/2) SI 4 E"
    more.click()
    assert meeting.isVisible()
    workspace.undo()
    assert not meeting.isVisible()


def test_languages_and_revision_are_the_papers(form: CoverForm, workspace: Workspace) -> None:
    revision = named(form, "paper_revision")
    assert revision.shown() == "none"
    field = revision.lineEdit()
    assert field is not None
    retype(field, "Rev.1")
    assert workspace.resolution.revision == "Rev.1"
    assert code(form) == "SC (27) SI 4 E Rev.1"
    language = named(form, "paper_language")
    assert (language.shown(), language.currentText()) == ("E", "English")
    language.setFocus()
    QTest.keyClick(language, Qt.Key.Key_Down)
    assert workspace.resolution.language == "fr"
    assert workspace.resolution.original_language == "fr"
    assert flatten(workspace.body[3].text) != "The OSCE Parliamentary Assembly:"
    assert code(form) == "SC (27) SI 4 F Rev.1"
    assert QApplication.focusWidget() is named(form, "paper_language")
    workspace.undo()
    assert code(form) == "SC (27) SI 4 E Rev.1"
    workspace.undo()
    assert named(form, "paper_revision").shown() == "none"


def test_the_kind_of_paper_can_be_another(form: CoverForm, workspace: Workspace) -> None:
    kind = form.findChild(Quiet, "paper_kind")
    assert isinstance(kind, Quiet)
    assert kind.words() == "Supplementary item"
    menu = kind.menu()
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Supplementary item", "Draft resolution"]
    menu.actions()[1].trigger()
    assert workspace.resolution.kind == "draft-resolution"
    assert list(form.editors) == ["code", "committee", "theme", "rapporteur", "venue", "dates"]
    assert code(form) == "AS (27) DRS 4 E"
    workspace.undo()
    assert list(form.editors)[-1] == "cosponsors"
    assert workspace.resolution.cover.person("sponsor") == Person("Ms.", "Éliane", "Vautrin", "Luxembourg")


def test_a_person_is_one_field(form: CoverForm, workspace: Workspace) -> None:
    retype(line(form, "sponsor", "Family name"), "Vidal")
    country = choice(form, "sponsor", "Country").lineEdit()
    assert country is not None
    retype(country, "Monaco")
    assert workspace.resolution.cover.person("sponsor") == Person("Ms.", "Éliane", "Vidal", "Monaco")


def test_a_country_is_understood_in_any_language(form: CoverForm, workspace: Workspace) -> None:
    country = choice(form, "sponsor", "Country")
    field = country.lineEdit()
    assert field is not None
    retype(field, "allemagne")
    field.editingFinished.emit()
    assert country.value() == "Germany"
    person = workspace.resolution.cover.person("sponsor")
    assert person is not None
    assert person.country == "Germany"


@pytest.mark.parametrize(
    ("typed", "taken"), [("Swe", "Sweden"), ("luxem", "Luxembourg"), ("Ge", "Ge"), ("Utopia", "Utopia")]
)
def test_the_one_country_that_begins_so_is_taken(form: CoverForm, workspace: Workspace, typed: str, taken: str) -> None:
    country = choice(form, "sponsor", "Country")
    field = country.lineEdit()
    assert field is not None
    retype(field, typed)
    offers = country.offers()
    leave(offers if offers and offers.isVisible() else field)
    person = workspace.resolution.cover.get("sponsor")
    assert isinstance(person, Person)
    assert person.country == taken


def test_dates_are_taken_when_they_are_dates(form: CoverForm, workspace: Workspace) -> None:
    first, last = line(form, "dates", "First day"), line(form, "dates", "Last day")
    retype(first, "3 July 2027")
    retype(last, "1 July 2027")
    assert workspace.resolution.cover.dates("dates") == DateRange(FIRST, datetime.date(2027, 7, 1))
    assert trouble(form) == "The session ends before it begins. Set the last day to 3 July 2027 or later."
    assert (first.property("mark"), last.property("mark")) == ("", "wrong")
    assert last.accessibleDescription() == trouble(form)
    retype(last, "2027-07-07")
    leave(last)
    assert trouble(form) == ""
    assert last.text() == "7 July 2027"
    retype(first, "soon")
    leave(first)
    assert trouble(form) == "This is not a day; write it like 3 July 2027."
    assert form.wrong == 1
    assert workspace.resolution.cover.dates("dates") == DateRange(FIRST, LAST)


def test_a_day_typed_short_is_taken_when_the_field_is_left(form: CoverForm, workspace: Workspace) -> None:
    first, last = line(form, "dates", "First day"), line(form, "dates", "Last day")
    retype(first, "3.7.27")
    assert workspace.resolution.cover.dates("dates") is None, "more of the year may be to come"
    leave(first)
    assert workspace.resolution.cover.dates("dates") == DateRange(FIRST, FIRST)
    retype(last, "7 July")
    leave(last)
    assert workspace.resolution.cover.dates("dates") == DateRange(FIRST, LAST)
    assert (first.text(), last.text()) == ("3 July 2027", "7 July 2027")
    workspace.undo()
    assert (first.text(), last.text()) == ("3 July 2027", "3 July 2027")
    workspace.undo()
    assert (first.text(), last.text()) == ("", "")


def test_a_day_is_chosen_in_the_calendar(form: CoverForm, workspace: Workspace, qtbot: QtBot) -> None:
    workspace.apply(_with_dates(workspace.resolution))
    last = line(form, "dates", "Last day")
    last.setFocus()
    QTest.keyClick(last, Qt.Key.Key_Down)
    popup = form.editors["dates"].findChild(CalendarPopup)
    assert isinstance(popup, CalendarPopup)
    assert popup.isVisible()
    assert (popup.month.selectedDate().toPython(), popup.month.accessibleName()) == (LAST, "Calendar")
    grid = popup.month.focusProxy() or popup.month
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: last.text() == "8 July 2027")
    assert workspace.resolution.cover.dates("dates") == DateRange(FIRST, datetime.date(2027, 7, 8))
    editor = form.editors["dates"]
    assert isinstance(editor, DatesEditor)
    QTest.mouseClick(last, Qt.MouseButton.LeftButton, pos=last.rect().topLeft() + last.rect().center() * 0.1)
    opened = [one for one in editor.findChildren(CalendarPopup) if one.isVisible()]
    assert len(opened) == 1
    QTest.keyClick(opened[0], Qt.Key.Key_Escape)
    assert not [one for one in editor.findChildren(CalendarPopup) if one.isVisible()]


def _with_dates(state: Resolution):  # type: ignore[no-untyped-def]
    from editor.model.changes import SetCover

    return SetCover(state.cover, state.cover.with_value("dates", DateRange(FIRST, LAST)))


def test_what_is_wanted_and_empty_is_marked(
    qtbot: QtBot, template: Template, theme: Theme, resolution: Resolution
) -> None:
    bare = replace(resolution, cover=resolution.cover.with_value("title", None), original_language="")
    workspace = Workspace(bare, template)
    form = CoverForm(workspace, theme)
    qtbot.addWidget(form)
    asking = [part.accessibleName() for part in form.findChildren(QWidget) if part.property("mark") == "asks"]
    assert sorted(asking) == ["First day", "Last day", "Original language", "Title", "Venue"]
    assert title(form).toolTip() == "This field of the cover is empty."
    retype(title(form), "Waters")
    assert title(form).property("mark") == ""
    form.detach()


def test_the_keyboard_goes_through_the_form_as_it_is_read(form: CoverForm, workspace: Workspace) -> None:
    workspace.apply(_with_dates(workspace.resolution))
    form.focus_first()
    seen = []
    for _ in range(18):
        now = QApplication.focusWidget()
        assert now is not None
        seen.append(now.accessibleName())
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert seen == [
        "Body", "Year", "Kind", "Number", "Language", "Revision", "Original language", "Title", "Form", "Given name",
        "Family name", "Country", "Venue", "First day", "Last day", "Co-sponsors", "", "",
    ]  # fmt: skip


def test_the_page_in_small_is_shown_where_there_is_room(form: CoverForm, qtbot: QtBot) -> None:
    picture = form.findChild(Thumbnail)
    assert isinstance(picture, Thumbnail)
    assert picture.grab().toImage().pixelColor(40, 40) == QColor("#FFFFFF")
    image = QImage(form.thumbnail_pixels(), QImage.Format.Format_RGB32)
    image.fill(QColor("#204060"))
    form.show_thumbnail(image)
    assert picture.grab().toImage().pixelColor(40, 40) == QColor("#204060")
    form.resize(360, 900)
    qtbot.waitUntil(lambda: not picture.isVisible())


@pytest.mark.parametrize("width", [360, 400, 520, 720])
def test_nothing_is_cut_off_at_any_width(form: CoverForm, width: int, qtbot: QtBot) -> None:
    form.resize(width, 900)
    qtbot.waitUntil(lambda: form.width() == width)
    QApplication.processEvents()
    for part in form.findChildren(QWidget):
        if isinstance(part, Line | Choice | Wrapping | QPushButton) and part.isVisible():
            right = part.mapTo(form, part.rect().bottomRight()).x()
            assert right < width, part.accessibleName()
    for label in form.findChildren(QLabel):
        if label.isVisible() and label.text() and not label.wordWrap():
            assert label.width() >= label.fontMetrics().horizontalAdvance(label.text()), label.text()
    for field in form.findChildren(Choice):
        if field.isVisible():
            assert field.width() >= field.minimumSizeHint().width(), field.shown()


def test_the_form_goes_to_the_field_that_a_check_names(form: CoverForm) -> None:
    form.focus_field("venue")
    assert QApplication.focusWidget() is line(form, "venue", "Venue")
    form.focus_field("original_language")
    assert QApplication.focusWidget() is named(form, "paper_original")
    form.focus_field("no-such-field")
    assert QApplication.focusWidget() is named(form, "paper_original")


def test_colours_follow_the_theme(form: CoverForm, theme: Theme) -> None:
    before = form.styleSheet()
    theme.fix("dark")
    assert form.styleSheet() != before
    assert theme.hex("error-soft") in form.styleSheet()


def test_fields_leave_undo_to_the_window(form: CoverForm) -> None:
    for field in [*form.findChildren(QLineEdit), *form.findChildren(Wrapping)]:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        event.ignore()
        QApplication.sendEvent(field, event)
        assert not event.isAccepted(), field.accessibleName()


def test_every_field_has_a_name(form: CoverForm) -> None:
    fields = [*form.findChildren(Line), *form.findChildren(Choice), *form.findChildren(Wrapping)]
    assert len(fields) > 12
    assert all(field.accessibleName() for field in fields)


def test_a_text_of_an_unknown_kind_has_a_form_all_the_same(
    qtbot: QtBot, template: Template, theme: Theme, resolution: Resolution
) -> None:
    for kind in ("no-such-kind", "amendment-form"):
        form = CoverForm(Workspace(replace(resolution, kind=kind, language="xx"), template), theme)
        qtbot.addWidget(form)
        assert "code" not in form.editors
        assert named(form, "paper_language").isVisibleTo(form)
        form.detach()


def test_other_kinds_code_parts_stay(form: CoverForm, workspace: Workspace) -> None:
    assert workspace.resolution.cover.code() == Code((("body", "SC"), ("year", "27"), ("kind", "SI"), ("number", "4")))
    retype(line(form, "code", "Number"), "5")
    assert workspace.resolution.cover.code() == Code((("body", "SC"), ("year", "27"), ("kind", "SI"), ("number", "5")))
