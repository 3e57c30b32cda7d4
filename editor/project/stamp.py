"""What a file held when it was read or written, to see later whether another program has changed it."""

import hashlib

from msgspec import Struct


class Stamp(Struct, frozen=True):
    """The size in bytes and the SHA-256 of a file's content.

    No time of change: it may be too coarse to tell, and programs that copy and synchronise files set it as they like.
    """

    size: int
    sha256: str


def stamp(data: bytes) -> Stamp:
    """Return the stamp of `data`."""
    return Stamp(len(data), hashlib.sha256(data).hexdigest())
