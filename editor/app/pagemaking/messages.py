"""What the window and the process that makes its pages say to each other. No Qt here.

A message is its length in four bytes, then itself; a tile is followed by its dots. The answer to a job is the pages
made, where the text or its form was changed, then the tiles, then `Done`. One job is under way at a time: the next is
what has come to be wanted by then, so that a state that was overtaken is never worked on.
"""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, BinaryIO

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from editor.app.pagemaking.drawing import DOT
from editor.compose.compose import Options
from editor.model.changes import Splice, body_change
from editor.model.clause import Body
from editor.model.resolution import Resolution
from editor.templating.schema import Template

if TYPE_CHECKING:
    from editor.typeset.layout import Layout, Place

BAND = 256
"""How many rows of dots a tile is high: of a page little more than what is in sight is drawn."""

_LENGTH = 4
"""Bytes before a message that tell its length."""

Spot = tuple[int, int]
"""A page, counted from 0, and the number of a band of it, counted from its top."""


class Edit(Struct, frozen=True):
    """What makes a new state of the one before: in its body from `at` on, `gone` clauses make place for `inserted`.

    `rest` is everything but the body, None where that is as it was.
    """

    at: int
    gone: int
    inserted: Body
    rest: Resolution | None = None


class Look(Struct, frozen=True):
    """What is to be seen: pages `width` dots wide on ground of the colour `paper` (0xffrrggbb), and their tiles."""

    width: int
    paper: int
    tiles: tuple[Spot, ...]


class Job(Struct, frozen=True):
    """What to do: the changes since the last job, None where there are none, and what is to be seen of it now."""

    template: Template | None = None
    options: Options | None = None
    edit: Edit | None = None
    look: Look | None = None


class Tile(Struct, frozen=True, tag=True):
    """A part of a page, `width` x `height` dots; without `changed` it is as it was sent before, and nothing follows."""

    spot: Spot
    width: int
    height: int
    changed: bool

    @property
    def size(self) -> int:
        """How many bytes of dots follow."""
        return self.width * self.height * DOT if self.changed else 0


class Made(Struct, frozen=True, dict=True, tag=True):
    """The pages of one state: how many, how large, from where to where their lines reach; lengths in points.

    `bytes` is how long the whole file is; `places` says where the clauses stand, packed as it came: few are asked for.
    """

    count: int
    width: float
    height: float
    left: float
    right: float
    bytes: int
    places: msgspec.Raw

    @cached_property
    def _layout(self) -> "Layout":
        from editor.typeset.layout import Layout, Place

        places = msgspec.msgpack.decode(self.places, type=tuple[Place, ...])
        return Layout(self.width, self.height, (), {}, places)

    def places_of(self, clause: str) -> "tuple[Place, ...]":
        """Return where `clause` stands, first part first; empty if it is on no page."""
        from editor.typeset.map import places_of

        return places_of(self._layout, clause)

    def clause_at(self, page: int, y: float) -> str | None:
        """Return the clause nearest to `y` points from the top of `page`, None if the page has none."""
        from editor.typeset.map import clause_at

        return clause_at(self._layout, page, y)


class Done(Struct, frozen=True, tag=True):
    """The job is done."""


Answer = Made | Tile | Done


def edit_between(before: Resolution | None, after: Resolution) -> Edit | None:
    """Return what makes `after` of `before`, None if they are equal."""
    if before is after:
        return None
    splice = body_change(before.body if before else (), after.body)
    assert isinstance(splice, Splice)
    rest: Resolution | None = replace(after, body=())
    if before is not None and replace(before, body=()) == rest:
        rest = None
        if splice.removed == splice.inserted:
            return None
    return Edit(splice.at, len(splice.removed), splice.inserted, rest)


def edited(before: Resolution | None, edit: Edit) -> Resolution:
    """Return `before` after `edit`; the first edit makes something of nothing."""
    body = before.body if before else ()
    rest = edit.rest or before
    assert rest is not None
    return replace(rest, body=(*body[: edit.at], *edit.inserted, *body[edit.at + edit.gone :]))


def page_height(width: int, made: Made) -> int:
    """Return how many dots high a page is that is `width` dots wide."""
    return max(1, round(width * made.height / made.width))


def band_of(height: int, number: int) -> tuple[int, int]:
    """Return the first row of a band of a page `height` dots high, and how many rows it has (none below the page)."""
    top = number * BAND
    return top, max(0, min(BAND, height - top))


_encode = msgspec.msgpack.Encoder().encode
_decode_job = msgspec.msgpack.Decoder(Job).decode
_decode_answer: Callable[[memoryview], Answer] = msgspec.msgpack.Decoder(Answer).decode


def packed(message: Job | Answer) -> bytes:
    """Return `message` with its length before it."""
    data = _encode(message)
    return len(data).to_bytes(_LENGTH, "little") + data


def packed_places(places: "tuple[Place, ...]") -> msgspec.Raw:
    """Return `places` as they travel."""
    return msgspec.Raw(_encode(places))


def read_job(source: BinaryIO) -> Job | None:
    """Return the next job from `source`, None at its end."""
    head = source.read(_LENGTH)
    data = source.read(int.from_bytes(head, "little"))
    return _decode_job(data) if data else None


def answer_length(head: bytes) -> int | None:
    """Return how long the answer that begins with `head` is, with what tells its length; None if that is not there."""
    return _LENGTH + int.from_bytes(head[:_LENGTH], "little") if len(head) >= _LENGTH else None


def read_answer(data: bytes) -> Answer:
    """Return the answer that is `data`, its length before it."""
    return _decode_answer(memoryview(data)[_LENGTH:])
