"""Whatever was typed and wherever its journal is torn or damaged, what stands before that comes back."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from editor.app.workspace import Workspace
from editor.model.resolution import Resolution
from editor.model.text import Run
from editor.paths import templates_folder
from editor.project.document import ProjectFile
from editor.project.errors import ProjectError
from editor.project.journal import Head, opening, read, step
from editor.project.owner import this_program
from editor.project.stamp import Stamp
from editor.templating.load import load_template
from tests import strategies
from tests.project.edits import edit
from tests.project.samples import PROJECT

HEAD = Head("s000000001", this_program(), "/tmp/Prüfung.resolution", Stamp(7, "00ff"))


def life(seed: int, flushes: int = 12) -> list[Resolution]:
    """Return the states of a text at the flushes of its journal."""
    source = random.Random(seed)
    workspace = Workspace(PROJECT.resolution, load_template(templates_folder() / "osce-pa"))
    states = [workspace.resolution]
    for _ in range(flushes):
        for _ in range(source.randint(1, 4)):
            edit(workspace, source)
        states.append(workspace.resolution)
    return states


def written(states: list[Resolution], saved: ProjectFile = PROJECT) -> list[bytes]:
    """Return the lines of a journal of `states`: the opening, then one a state."""
    data, number = opening(HEAD, 100.0, saved)
    steps = [step(number + at, 100.0 + at, *pair) for at, pair in enumerate(pairwise(states), 1)]
    return [data, *steps]


@pytest.mark.parametrize("seed", range(20))
def test_every_state_comes_back(seed: int) -> None:
    states = life(seed)
    lines = written(states)
    for count, state in enumerate(states, 1):
        journal = read(b"".join(lines[:count]))
        assert journal.text.resolution == state
        assert replace(journal.saved, mended=()) == PROJECT
        assert journal.whole
        assert journal.head == HEAD


@pytest.mark.parametrize("seed", range(4))
def test_a_kill_at_any_byte_loses_no_flush_before_it(seed: int) -> None:
    states = life(seed, 4)
    lines = written(states)
    data = b"".join(lines)
    ends = [len(b"".join(lines[:count])) for count in range(1, len(lines) + 1)]
    for kept in range(ends[0], len(data) + 1):
        journal = read(data[:kept])
        flushed = sum(end <= kept for end in ends) - 1
        assert journal.text.resolution == states[flushed], kept
        assert journal.whole == (kept in ends), kept


def test_every_byte_of_a_line_counts() -> None:
    states = life(8, 1)
    first, line = written(states)
    for place in range(len(line)):
        spoiled = bytearray(line)
        spoiled[place] ^= 1
        assert read(first + bytes(spoiled)).text.resolution == states[0], place


def test_an_opening_that_is_torn_is_no_journal() -> None:
    data = written([PROJECT.resolution])[0]
    for kept in range(0, len(data), 7):
        with pytest.raises(ProjectError, match="no-journal"):
            read(data[:kept])


@given(st.data())
@settings(max_examples=60)
def test_damage_costs_what_stands_behind_it_and_no_more(data: st.DataObject) -> None:
    states = life(data.draw(st.integers(0, 50)), 5)
    lines = written(states)
    hit = data.draw(st.integers(1, len(lines) - 1))
    place = data.draw(st.integers(0, len(lines[hit]) - 1))
    other = data.draw(st.integers(1, 255))
    spoiled = bytearray(lines[hit])
    spoiled[place] ^= other
    journal = read(b"".join([*lines[:hit], bytes(spoiled), *lines[hit + 1 :]]))
    assert journal.text.resolution == states[hit - 1]
    assert not journal.whole


@pytest.mark.parametrize("lost", [1, 2, 3])
def test_a_line_that_is_missing_or_twice_there_ends_what_is_believed(lost: int) -> None:
    states = life(3, 4)
    lines = written(states)
    journal = read(b"".join(lines[:lost] + lines[lost + 1 :]))
    assert journal.text.resolution == states[lost - 1]
    twice = read(b"".join([*lines[: lost + 1], lines[lost], *lines[lost + 1 :]]))
    assert twice.text.resolution == states[lost]
    assert not journal.whole
    assert not twice.whole


@given(strategies.resolutions, strategies.resolutions)
@settings(max_examples=60)
def test_any_text_can_become_any_other(before: Resolution, after: Resolution) -> None:
    after = replace(after, template=before.template, extra=before.extra)
    lines = written([before, after], ProjectFile(before))
    assert read(b"".join(lines)).text.resolution == after


def test_a_journal_can_begin_with_the_whole_text() -> None:
    later = life(1)[-1]
    data, number = opening(HEAD, 5.0, PROJECT, replace(PROJECT, resolution=later))
    data += step(number + 1, 9.0, later, PROJECT.resolution)
    journal = read(data)
    assert journal.saved.resolution == journal.text.resolution == PROJECT.resolution
    assert (journal.first, journal.last) == (5.0, 9.0)


def test_typing_costs_one_clause_a_line_however_long_the_text() -> None:
    body = PROJECT.resolution.body
    typed = tuple(replace(one, text=(Run("Now"),)) if place in (0, 5) else one for place, one in enumerate(body))
    line = step(2, 1.0, PROJECT.resolution, replace(PROJECT.resolution, body=typed))
    assert line.count(b'"id"') == 2


def test_times_are_those_of_the_typing() -> None:
    states = life(2, 3)
    journal = read(b"".join(written(states)))
    assert (journal.first, journal.last) == (101.0, 103.0)
