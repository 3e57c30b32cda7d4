"""What is left of a page's furniture where there are no pages."""

from editor.compose.composition import Field, Paragraph


def unpaged(header: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return the lines of a header that stand once above their section: those that do not speak of pages."""
    return tuple(line for line in header if not any(isinstance(span, Field) for span in line.spans))
