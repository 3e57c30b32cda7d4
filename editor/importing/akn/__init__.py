"""Akoma Ntoso files (AKN4UN: the United Nations' own, and this program's) become a resolution, without guessing.

Roles, levels and numbers are marked up there, so nothing goes through the recogniser.
"""

from editor.importing.akn.document import import_akn
from editor.importing.akn.safe import is_akn

__all__ = ["import_akn", "is_akn"]
