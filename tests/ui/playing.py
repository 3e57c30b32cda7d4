"""Random operations on a whole window: a plan from a seed, its play, and the shortest part of it that fails alike."""

from __future__ import annotations

import random
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import NamedTuple, TextIO

from tests.ui import operations as text
from tests.ui import operations_beside as beside
from tests.ui.agreement import agree, agree_wholly, prints
from tests.ui.operations import Operation
from tests.ui.stage import Stage

OPERATIONS: dict[str, tuple[int, Operation]] = {
    "put_caret": (12, text.put_caret),
    "click": (2, text.click),
    "type_words": (14, text.type_words),
    "compose": (2, text.compose),
    "press_key": (22, text.press_key),
    "take_phrase": (4, text.take_phrase),
    "mark": (4, text.mark),
    "zoom": (1, text.zoom),
    "write_from_outside": (1, text.write_from_outside),
    "paste_lines": (2, text.paste_lines),
    "paste_page": (2, text.paste_page),
    "paste_clauses": (3, text.paste_clauses),
    "paste_words": (1, text.paste_words),
    "cut_clauses": (2, text.cut_clauses),
    "move": (6, text.move),
    "begin": (3, text.begin),
    "number": (2, text.number),
    "restart": (1, text.restart),
    "arrange": (5, text.arrange),
    "drop_lines": (4, text.drop_lines),
    "drag_lines": (2, text.drag_lines),
    "drag_words": (3, text.drag_words),
    "trim": (1, text.trim),
    "others": (3, text.others),
    "undo": (9, text.undo),
    "redo": (6, text.redo),
    "empty": (0, text.empty),
    "refer": (3, beside.refer),
    "refer_while_typing": (2, beside.refer_while_typing),
    "note": (3, beside.note),
    "write_note": (5, beside.write_note),
    "delete_note": (1, beside.delete_note),
    "remark": (2, beside.remark),
    "use_remark": (3, beside.use_remark),
    "find": (2, beside.find),
    "replace": (2, beside.replace),
    "mend": (2, beside.mend),
    "look": (2, beside.look),
    "cover": (7, beside.cover),
    "paper": (2, beside.paper),
    "people": (4, beside.people),
    "show_panel": (2, beside.show_panel),
    "go_around": (3, beside.go_around),
    "close_strip": (2, beside.close_strip),
    "open_palette": (1, beside.open_palette),
    "prefer": (1, beside.prefer),
    "save": (1, beside.save),
    "wait": (1, beside.wait),
}
"""Every operation by its name, with how often it comes."""

WITHOUT_TEXT = frozenset({"undo", "redo", "cover", "paper", "people", "wait", "save", "prefer", "press_key", "find"})
"""What can be done where there is no clause; anything else there begins one."""

WHOLLY = 25
"""After every so many operations all that takes longer is checked, too."""

PRINTS = 200
"""After every so many operations the text is printed in every format."""


class Step(NamedTuple):
    """One operation, and the seed of what it draws: the same whatever else is done."""

    name: str
    seed: int


class Failure(NamedTuple):
    """What failed at which step; `kind` is equal for two failures of the same sort."""

    at: int
    kind: tuple[str, str, int]
    error: BaseException


Complaints = Callable[[], Sequence[str]]
"""Returns what the log has to complain of since the test began."""
Opener = Callable[[], AbstractContextManager[Stage]]


def plan(seed: int, count: int) -> list[Step]:
    """Return `count` steps drawn from `seed`."""
    source = random.Random(seed)
    names, weights = list(OPERATIONS), [weight for weight, _ in OPERATIONS.values()]
    return [Step(name, source.getrandbits(32)) for name in source.choices(names, weights, k=count)]


def do(stage: Stage, step: Step) -> None:
    """Do one step, and let everything settle."""
    source = random.Random(step.seed)
    if stage.workspace.body or step.name in WITHOUT_TEXT:
        OPERATIONS[step.name][1](stage, source)
    else:
        stage.write_in_draft()
        stage.type(stage.draft, "x")
    stage.settle()


def play(stage: Stage, steps: Sequence[Step], complaints: Complaints, journal: TextIO | None = None) -> Failure | None:
    """Do `steps`, check after each, then go all the way back and forth; return what failed first."""
    start, known = hash(stage.state), len(complaints())
    for at, step in enumerate(steps):
        if journal:
            journal.write(f"{at} {step.name} {step.seed}\n")
        try:
            do(stage, step)
            agree(stage)
            if at % WHOLLY == WHOLLY - 1:
                agree_wholly(stage)
            if at % PRINTS == PRINTS - 1:
                prints(stage)
            told = complaints()[known:]
            assert not told, told
        except BaseException as error:  # an operation that fails in any way is what is looked for
            return _failure(at, error)
    try:
        back_and_forth(stage, start)
        agree_wholly(stage)
        prints(stage)
        assert not complaints()[known:], complaints()[known:]
    except BaseException as error:
        return _failure(len(steps), error)
    return None


def back_and_forth(stage: Stage, start: int) -> None:
    """Take every step back and do it again: the text is as it was at the start, and then as it was at the end."""
    workspace = stage.workspace
    while workspace.history.can_redo:
        workspace.redo()
    end, depth = hash(stage.state), stage.depth
    _go(stage, workspace.undo, lambda: workspace.history.can_undo)
    assert hash(stage.state) == start, "all taken back, but this is not the start"
    _go(stage, workspace.redo, lambda: workspace.history.can_redo)
    assert hash(stage.state) == end, "all done again, but this is not the end"
    assert stage.depth == depth


def _go(stage: Stage, step: Callable[[], None], more: Callable[[], bool]) -> None:
    count = 0
    while more():
        step()
        count += 1
        if count % 20 == 0:
            stage.settle()
            agree(stage)
    stage.settle()
    agree(stage)


def _failure(at: int, error: BaseException) -> Failure:
    if isinstance(error, KeyboardInterrupt):
        raise error
    if isinstance(error, AssertionError) and error.args and isinstance(error.args[0], BaseException):
        error = error.args[0]
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.name != "same"]
    place = (frames[-1].filename, frames[-1].lineno or 0) if frames else ("", 0)
    traceback.clear_frames(error.__traceback__)  # a painter in a frame would outlive its window
    return Failure(at, (type(error).__name__, *place), error)


# What a person needs to act


def shrink(
    steps: Sequence[Step], failure: Failure, open_: Opener, complaints: Complaints, seconds: float
) -> list[Step]:
    """Return a part of `steps` that fails as `failure` says, as short as was found in so many `seconds`."""
    kept = list(steps[: failure.at + 1])
    until = time.monotonic() + seconds
    for shorter in _shorter(kept):
        if time.monotonic() > until:
            break
        with open_() as stage:
            found = play(stage, shorter, complaints)
        if found and found.kind == failure.kind:
            kept[:] = shorter[: found.at + 1]
    return kept


def _shorter(kept: list[Step]) -> Iterator[list[Step]]:
    """Yield `kept`, which its user makes shorter, without parts of it: halves first, then smaller ones."""
    size = max(len(kept) // 2, 1)
    while True:
        at = max(len(kept) - size, 0)
        before = len(kept)
        while at >= 0 and kept:
            yield kept[:at] + kept[at + size :]
            at = min(at, len(kept)) - size
        if size == 1 and len(kept) == before:
            return
        size = max(size // 2, 1)


def told(seed: int, failure: Failure, steps: Sequence[Step]) -> str:
    """Say how to make `failure` happen again."""
    lines = [f"seed {seed}, step {failure.at}: {type(failure.error).__name__}: {failure.error}"[:2000]]
    lines.append(f"in {failure.kind[1]}:{failure.kind[2]}")
    lines.append(f"shortest part found ({len(steps)} steps):")
    lines += [f'    Step("{step.name}", {step.seed}),' for step in steps]
    return "\n".join(lines)


class Play:
    """Plays seeds on windows that `open_` opens, and fails with what a person needs to act."""

    def __init__(self, open_: Callable[[int], AbstractContextManager[Stage]], complaints: Complaints) -> None:
        self._open, self._complaints = open_, complaints

    def __call__(self, seed: int, count: int, *, shrink_seconds: float, journal: TextIO | None = None) -> None:
        """Play `count` operations of `seed`; AssertionError with the shortest part found that fails alike."""
        steps = plan(seed, count)
        with self._open(seed) as stage:
            failure = play(stage, steps, self._complaints, journal)
        if failure is None:
            return
        if shrink_seconds <= 0:
            raise AssertionError(told(seed, failure, steps[: failure.at + 1][-3:])) from failure.error
        shortest = shrink(steps, failure, lambda: self._open(seed), self._complaints, shrink_seconds)
        raise AssertionError(told(seed, failure, shortest)) from failure.error

    def part(self, seed: int, steps: Sequence[Step]) -> None:
        """Play `steps`, a part of those of `seed`, as a failure was told of."""
        with self._open(seed) as stage:
            failure = play(stage, steps, self._complaints)
        if failure is not None:
            raise AssertionError(told(seed, failure, steps)) from failure.error
