"""From a composition to pages of placed lines: lines, pages, footnotes, line numbers, the places of clauses."""

from editor.typeset.breaking import Cache
from editor.typeset.fonts import FontError, FontSet, load_fonts
from editor.typeset.layout import Finding, Layout
from editor.typeset.pages import typeset

__all__ = ["Cache", "Finding", "FontError", "FontSet", "Layout", "load_fonts", "typeset"]
