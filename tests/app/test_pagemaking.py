"""Pages made beside the typing: what travels, what is made of it, and the process that makes it."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator

import pypdfium2
import pytest
from msgspec.structs import replace
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.app.copies import copy_of
from editor.app.pagemaking import maker as pagemaker
from editor.app.pagemaking import messages, process
from editor.app.pagemaking.maker import PageMaker
from editor.app.pagemaking.messages import Done, Edit, Job, Look, Made, Tile, band_of, edit_between, edited, packed
from editor.app.pagemaking.press import Press
from editor.app.pagemaking.raster import page_images
from editor.app.pagemaking.worker import serve
from editor.app.workspace import Workspace
from editor.compose.compose import Options
from editor.model import edits
from editor.model.clause import Clause
from editor.model.resolution import Resolution
from editor.model.text import plain_text
from editor.paths import templates_folder
from editor.templating.load import load_template
from editor.templating.schema import Template
from tests.texts import resolution

WHITE, PALE = 0xFFFFFFFF, 0xFFE6E5E1
FIRST = Look(300, WHITE, ((0, 0), (1, 0)))


@pytest.fixture(scope="module")
def template() -> Template:
    return load_template(templates_folder() / "osce-pa")


@pytest.fixture
def workspace(template: Template) -> Workspace:
    return Workspace(resolution(30), template)


@pytest.fixture
def maker(workspace: Workspace, qapp: QApplication) -> Iterator[PageMaker]:  # noqa: ARG001
    made = PageMaker(workspace)
    yield made
    made.close()


def retyped(text: Resolution, at: int, words: str) -> Resolution:
    clause = replace(text.body[at], text=plain_text(words))
    return replace(text, body=(*text.body[:at], clause, *text.body[at + 1 :]))


def whole(text: Resolution, template: Template, look: Look | None = FIRST) -> Job:
    return Job(template, Options(), edit_between(None, text), look)


# What travels


def test_an_edit_carries_only_what_changed() -> None:
    before = resolution(200)
    after = retyped(before, 7, "Noting one thing,")
    edit = edit_between(before, after)
    assert edit == Edit(7, 1, (after.body[7],))
    assert edited(before, edit) == after
    assert len(packed(Job(edit=edit))) < 200


@pytest.mark.parametrize("kind", ["insert", "remove", "cover", "both", "all"])
def test_an_edit_makes_the_state_after(kind: str) -> None:
    before = resolution(40)
    cover = replace(before.cover, fields=before.cover.fields[:2])
    after = {
        "insert": replace(before, body=(*before.body[:3], Clause("new0000000", "preambular"), *before.body[3:])),
        "remove": replace(before, body=before.body[5:]),
        "cover": replace(before, cover=cover),
        "both": replace(before, cover=cover, body=before.body[:-2]),
        "all": resolution(12, seed=5),
    }[kind]
    edit = edit_between(before, after)
    assert edit is not None
    assert edited(before, edit) == after
    assert edited(None, edit_between(None, after) or edit) == after


def test_no_edit_lies_between_equal_states() -> None:
    before = resolution(10)
    assert edit_between(before, before) is None
    assert edit_between(before, replace(before, body=tuple(before.body))) is None


def test_a_page_is_parted_into_bands_that_cover_it() -> None:
    height = 2 * messages.BAND + 7
    bands = [band_of(height, number) for number in range(4)]
    assert [rows for _, rows in bands] == [messages.BAND, messages.BAND, 7, 0]
    assert [top for top, _ in bands[:3]] == [0, messages.BAND, 2 * messages.BAND]


# What is made


def test_the_pages_are_those_of_an_export(template: Template) -> None:
    text = resolution(30)
    made, tile = tuple(Press().answer(whole(text, template, Look(1240, WHITE, ((1, 0),)))))[:2]
    exported = copy_of(text, template, "pdf").data
    with pypdfium2.PdfDocument(exported) as document:
        assert isinstance(made[0], Made)
        assert made[0].count == len(document)
    (page,) = page_images(exported, [1], 150)
    assert isinstance(tile[0], Tile)
    assert tile[1] is not None
    drawn = QImage(tile[1], tile[0].width, tile[0].height, QImage.Format.Format_RGB32)
    assert (drawn.width(), drawn.height()) == (1240, messages.BAND)
    assert drawn == page.copy(drawn.rect())
    assert _ink(drawn.convertToFormat(QImage.Format.Format_Grayscale8)) > 1000


def _ink(image: QImage) -> int:
    return sum(value < 128 for value in bytes(image.constBits()))


def test_only_what_changed_is_sent_again(template: Template) -> None:
    text = resolution(30)
    press = Press()
    list(press.answer(whole(text, template)))
    job = Job(edit=edit_between(text, retyped(text, 0, "Recalling something else,")), look=FIRST)
    tiles = [part for part, _ in press.answer(job) if isinstance(part, Tile)]
    assert [(tile.spot, tile.changed) for tile in tiles] == [((0, 0), False), ((1, 0), True)]
    again = list(press.answer(Job(look=FIRST)))
    assert [part.changed for part, _ in again if isinstance(part, Tile)] == [False, False]


def test_another_size_or_ground_is_drawn_anew(template: Template) -> None:
    press = Press()
    list(press.answer(whole(resolution(30), template)))
    for look in (Look(310, WHITE, FIRST.tiles), Look(310, PALE, FIRST.tiles)):
        tiles = [(part, dots) for part, dots in press.answer(Job(look=look)) if isinstance(part, Tile)]
        assert all(tile.changed and tile.width == 310 for tile, _ in tiles)
        dots = tiles[0][1]
        assert dots is not None
        assert int.from_bytes(dots[:3], "little") == look.paper & 0xFFFFFF


def test_pages_that_are_not_there_are_left_out(template: Template) -> None:
    parts = [
        part for part, _ in Press().answer(whole(resolution(3), template, Look(300, WHITE, ((0, 0), (99, 0), (0, 9)))))
    ]
    assert [part.spot for part in parts if isinstance(part, Tile)] == [(0, 0)]
    assert isinstance(parts[-1], Done)


def test_the_map_leads_both_ways(template: Template) -> None:
    text = resolution(30)
    made = next(Press().answer(whole(text, template, None)))[0]
    assert isinstance(made, Made)
    for clause in text.body:
        place = made.places_of(clause.id)[0]
        assert made.clause_at(place.page, (place.top + place.bottom) / 2) == clause.id
    assert made.places_of("not there") == ()
    assert made.clause_at(0, 100) is None  # the cover


def test_options_change_the_pages(template: Template) -> None:
    press = Press()
    a4 = next(press.answer(whole(resolution(30), template, None)))[0]
    letter = next(press.answer(Job(options=Options(paper="letter"))))[0]
    assert isinstance(a4, Made)
    assert isinstance(letter, Made)
    assert (round(a4.width), round(letter.width), letter.height) == (595, 612, 792)


def test_the_process_answers_until_its_input_ends(template: Template) -> None:
    output = io.BytesIO()
    serve(io.BytesIO(packed(whole(resolution(3), template, None)) + packed(Job())), output)
    data, found = output.getvalue(), []
    while data:
        length = messages.answer_length(data[:4])
        assert length
        found.append(type(messages.read_answer(data[:length])))
        data = data[length:]
    assert found == [Made, Done, Done]


# Pages of a finished file


def test_page_images_have_the_resolution_asked_for(template: Template) -> None:
    pdf = copy_of(resolution(3), template, "pdf").data
    first, again = page_images(pdf, [1, 0], 150)
    assert (first.width(), first.height()) == (1240, 1754)
    assert round(first.dotsPerMeterX() * 0.0254) == 150
    assert first != again
    assert 0 < _ink(first.convertToFormat(QImage.Format.Format_Grayscale8)) < 1240 * 1754 / 10


def test_page_images_are_at_most_as_fine_as_printers_need(template: Template) -> None:
    pdf = copy_of(resolution(3), template, "pdf").data
    assert next(page_images(pdf, [0], 5000)).width() == 2480


def test_page_images_know_no_page_that_is_not_there(template: Template) -> None:
    pdf = copy_of(resolution(3), template, "pdf").data
    with pytest.raises(IndexError):
        list(page_images(pdf, [99], 72))


# The process


def test_nothing_is_started_before_it_is_wanted(maker: PageMaker, workspace: Workspace, qtbot: QtBot) -> None:
    workspace.apply(edits.set_text(workspace.resolution, workspace.body[0].id, plain_text("Noting,")))
    qtbot.wait(20)
    assert maker.process_number == 0


def test_what_is_looked_at_follows_the_text(maker: PageMaker, workspace: Workspace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(maker.drawn) as first:
        maker.look(FIRST)
    before = dict(first.args[0])
    assert set(before) == {(0, 0), (1, 0)}
    with qtbot.waitSignal(maker.drawn) as second:
        workspace.apply(edits.set_text(workspace.resolution, workspace.body[0].id, plain_text("Noting,")))
    after = second.args[0]
    assert after[0, 0] is before[0, 0]
    assert after[1, 0] != before[1, 0]
    assert maker.current


def test_states_that_were_overtaken_are_not_made(maker: PageMaker, workspace: Workspace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(maker.drawn):
        maker.look(FIRST)
    made: list[Made] = []
    maker.made.connect(made.append)
    for number in range(50):
        words = plain_text(f"Noting {number} things,")
        workspace.apply(edits.set_text(workspace.resolution, workspace.body[0].id, words))
        qtbot.wait(1)
    qtbot.waitUntil(lambda: maker.current)
    assert 1 <= len(made) < 50
    alone = next(Press().answer(whole(workspace.resolution, workspace.template, None)))[0]
    assert isinstance(alone, Made)
    assert (made[-1].bytes, made[-1].places) == (alone.bytes, alone.places)


def test_pages_are_counted_after_a_pause(
    maker: PageMaker, workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pagemaker, "PAUSE", 30)
    with qtbot.waitSignal(maker.made) as first:
        maker.count()
    before = first.args[0].count
    gone = [clause.id for clause in workspace.body[15:]]
    with qtbot.waitSignal(maker.made) as second:
        workspace.apply(edits.delete(workspace.resolution, workspace.grammar, gone))
    assert second.args[0].count < before


def test_a_process_that_falls_is_started_once_more(maker: PageMaker, qtbot: QtBot) -> None:
    with qtbot.waitSignal(maker.drawn) as first:
        maker.look(FIRST)
    before = maker.process_number
    os.kill(before, signal.SIGKILL)
    with qtbot.waitSignal(maker.drawn) as second:
        pass
    assert maker.process_number not in (0, before)
    assert second.args[0] == first.args[0]
    assert not maker.has_failed


def test_a_process_that_falls_again_is_left_alone_until_asked(
    maker: PageMaker, workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = process.command()
    monkeypatch.setattr(process, "command", lambda: (right[0], ["-c", "pass"]))
    with qtbot.waitSignal(maker.failed):
        maker.look(FIRST)
    workspace.apply(edits.set_text(workspace.resolution, workspace.body[0].id, plain_text("Noting,")))
    qtbot.wait(20)
    assert maker.has_failed
    assert maker.process_number == 0
    monkeypatch.setattr(process, "command", lambda: right)
    with qtbot.waitSignal(maker.drawn):
        maker.retry()
    assert not maker.has_failed


def test_a_program_that_is_not_there_is_no_pages(
    maker: PageMaker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "command", lambda: ("/no/such/program", []))
    with qtbot.waitSignal(maker.failed):
        maker.look(FIRST)


def test_closing_ends_the_process_at_once(maker: PageMaker, workspace: Workspace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(maker.drawn):
        maker.look(FIRST)
    number = maker.process_number
    workspace.apply(edits.set_text(workspace.resolution, workspace.body[0].id, plain_text("Noting,")))
    qtbot.wait(1)
    maker.close()
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)
    workspace.apply(edits.set_text(workspace.resolution, workspace.body[0].id, plain_text("Noting one,")))
    assert maker.process_number == 0


def test_the_process_knows_nothing_of_qt() -> None:
    source = "import sys; from editor.app.pagemaking import worker; print([n for n in sys.modules if 'PySide' in n])"
    found = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
