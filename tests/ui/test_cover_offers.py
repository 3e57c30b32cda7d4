"""What the cover form offers while one types, and where the keyboard is seen to be."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from editor.app.workspace import Workspace
from editor.model.changes import SetCover
from editor.model.cover import Person
from editor.templating.begin import change_language
from editor.ui.cover.form import CoverForm
from editor.ui.cover.offers import Offers, meant
from editor.ui.cover.people import PeopleEditor
from editor.ui.cover.people_paint import CellLine
from editor.ui.cover.plain import Choice
from editor.ui.style import Dress
from editor.ui.theme import Scheme, Theme

MEMBERS = (Person("Ms.", "Ilse", "van Houten", "Netherlands"), Person("Mr.", "Karl", "Weiß", "Germany"))


@pytest.fixture
def dressed(theme: Theme, qapp: QApplication) -> Iterator[Theme]:
    """Dress the application as the program does, and undress it afterwards."""
    style, palette = qapp.style().objectName(), qapp.palette()
    dress = Dress(qapp, theme)
    yield theme
    dress.deleteLater()
    qapp.setStyleSheet("")
    qapp.setStyle(style or "Fusion")
    qapp.setPalette(palette)


@pytest.fixture
def form(qtbot: QtBot, workspace: Workspace, dressed: Theme) -> Iterator[CoverForm]:
    cover = CoverForm(workspace, dressed)
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


def cell(editor: PeopleEditor, row: int, column: int) -> CellLine:
    editor.table.begin(editor.members.index(row, column))
    field = QApplication.focusWidget()
    assert isinstance(field, CellLine)
    return field


def offers(field: QLineEdit) -> Offers:
    popup = field.completer().popup()
    assert isinstance(popup, Offers)
    assert popup.isVisible()
    return popup


def shades(image: QImage) -> set[str]:
    """Return the colours of `image`."""
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def has_ring(widget: QWidget, theme: Theme) -> bool:
    return QColor(theme.hex("focus")).name() in shades(widget.grab().toImage())


def first_stop(form: CoverForm) -> QWidget:
    """Return what Tab comes to first in `form`."""
    stop: QWidget | None = form.nextInFocusChain()
    while stop and stop.focusPolicy() == Qt.FocusPolicy.NoFocus:
        stop = stop.nextInFocusChain()
    assert stop is not None
    return stop


def put(workspace: Workspace) -> None:
    cover = workspace.resolution.cover
    workspace.apply(SetCover(cover, cover.with_value("cosponsors", MEMBERS)))


def test_an_offer_is_meant_by_its_beginning() -> None:
    lands = ("Niger", "Nigeria", "Sweden", "Switzerland")
    assert [meant(words, lands) for words in ("swe", "niger", "nig", "land", " ", "Nigeria")] == [
        *("Sweden", "Niger", "", "", "", "Nigeria")
    ]


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_offers_look_like_other_popups(form: CoverForm, dressed: Theme, scheme: Scheme) -> None:
    dressed.fix(scheme)
    country = form.editors["sponsor"].inputs()[-1]
    assert isinstance(country, Choice)
    line = country.lineEdit()
    assert line is not None
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "la")
    popup = offers(line)
    row = popup.visualRect(popup.model().index(0, 0))
    assert row.height() == dressed.px("control", "row-popup")
    assert row.translated(popup.viewport().pos()).left() >= dressed.space(1), "rows keep off the edge"
    assert popup.viewport().height() == 7 * row.height(), "whole rows, of which there are more"
    words = [str(popup.model().index(at, 0).data()) for at in range(popup.model().rowCount())]
    assert "Latvia" in words
    assert all(popup.fontMetrics().horizontalAdvance(one) < popup.viewport().width() for one in words)
    image = popup.grab().toImage()
    shown = shades(image)
    assert {dressed.hex("raised").lower(), dressed.hex("hairline").lower()} <= shown
    assert image.pixelColor(image.width() // 2, 7).name() == dressed.hex("raised").lower()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    assert dressed.hex("selected").lower() in shades(popup.grab().toImage())
    QTest.keyClick(popup, Qt.Key.Key_Escape)


def test_the_first_cell_of_the_first_row_can_be_read(form: CoverForm, editor: PeopleEditor) -> None:
    editor.table.setFocus()
    QTest.keyClick(editor.table, Qt.Key.Key_Insert)
    field = QApplication.focusWidget()
    assert isinstance(field, CellLine)
    for typed in ("", "M"):
        QTest.keyClicks(field, typed)
        form.grab()
        assert field.width() >= round(58 * editor.theme.scale)
        assert field.fontMetrics().horizontalAdvance("Mrs.") < field.width() - 12
    popup = offers(field)
    assert popup.viewport().width() > popup.fontMetrics().horizontalAdvance("Mrs.") + 12
    QTest.keyClick(popup, Qt.Key.Key_Escape)


def test_an_input_stays_within_the_table(form: CoverForm, editor: PeopleEditor, workspace: Workspace) -> None:
    put(workspace)
    form.resize(360, 900)
    QApplication.processEvents()
    for column in range(4):
        field = cell(editor, 0, column)
        assert editor.table.viewport().rect().contains(field.geometry())
        QTest.keyClick(field, Qt.Key.Key_Escape)


@pytest.mark.parametrize(("typed", "country"), [("Croatia", "Croatia"), ("belg", "Belgium"), ("land", "land")])
def test_return_takes_a_country_and_closes_the_cell(
    editor: PeopleEditor, workspace: Workspace, qtbot: QtBot, typed: str, country: str
) -> None:
    put(workspace)
    field = cell(editor, 0, 3)
    QTest.keyClicks(field, typed)
    QTest.keyClick(offers(field), Qt.Key.Key_Return)  # which has the keyboard while it is open
    qtbot.waitUntil(lambda: workspace.resolution.cover.people("cosponsors")[0].country == country)
    assert editor.table.state() != editor.table.State.EditingState
    QTest.keyClick(editor.table, Qt.Key.Key_Escape)
    assert workspace.resolution.cover.people("cosponsors")[0].country == country


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_an_empty_list_shows_that_the_keyboard_is_there(
    form: CoverForm, editor: PeopleEditor, dressed: Theme, scheme: Scheme
) -> None:
    dressed.fix(scheme)
    form.focus_first()
    assert not has_ring(editor.table, dressed)
    editor.table.setFocus()
    assert has_ring(editor.table, dressed)


def test_tab_goes_from_the_list_to_its_foot(form: CoverForm, workspace: Workspace) -> None:
    put(workspace)
    for _ in range(2):
        assert first_stop(form).objectName() == "paper_kind", "behind other parts of a window it would be the foot"
        people = form.editors["cosponsors"]
        assert isinstance(people, PeopleEditor)
        people.table.setFocus()
        QApplication.processEvents()
        for name in ("people_add", "people_paste", "people_order"):
            now = QApplication.focusWidget()
            assert now is not None
            QTest.keyClick(now, Qt.Key.Key_Tab)
            now = QApplication.focusWidget()
            assert now is not None
            assert now.objectName() == name
            assert has_ring(now, people.theme)
        workspace.apply(change_language(workspace.resolution, workspace.template, "de"))  # makes the form anew
        QApplication.processEvents()
