"""Identifiers of clauses, notes, remarks and amendments: ten random base32 characters, for ever."""

import os
import re
from collections.abc import Callable

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base32 in small letters: nothing that a reader could take for another character."""

LENGTH = 10
"""Characters in an identifier: 50 bits, so that a thousand people never draw the same one twice."""

_FORM = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")

NewId = Callable[[], str]


def new_id() -> str:
    """Return a fresh identifier."""
    bits = int.from_bytes(os.urandom(8))  # what `secrets` draws from, without the time it takes to import
    return "".join(ALPHABET[bits >> 5 * place & 31] for place in range(LENGTH))


def is_id(text: str) -> bool:
    """Return whether `text` has the form of an identifier."""
    return _FORM.fullmatch(text) is not None
