"""PDF, tagged and archival, drawn on reportlab's canvas; only this package knows reportlab."""

from editor.export.pdf.writer import write_pdf

__all__ = ["write_pdf"]
