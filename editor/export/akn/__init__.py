"""Akoma Ntoso (AKN4UN): the text by what it means, for archives and for programs that read law."""

from editor.compose.composition import Composition
from editor.export.akn.document import document
from editor.export.akn.xml import written

__all__ = ["write_akn"]


def write_akn(composition: Composition) -> bytes:
    """Return `composition` as one Akoma Ntoso 3.0 file (UTF-8).

    It has no pages and no remarks; what was deleted in a comparison is left out. Everything in it is escaped text.
    """
    return written(document(composition)).encode()
