"""PDF, tagged and archival, drawn on reportlab's canvas; only this package knows reportlab."""

from editor.export.pdf.pen import Memo
from editor.export.pdf.writer import write_pdf

__all__ = ["Memo", "write_pdf"]
