"""Printing and its preview."""

from editor.ui.printing.printing import Printing

__all__ = ["Printing"]
