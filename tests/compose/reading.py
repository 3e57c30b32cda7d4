"""The lines of a composition, as a reader of the paper sees them."""

from editor.compose.composition import Block, Composition, Paragraph, Table


def lines(composition: Composition, name: str) -> list[str]:
    """Return the lines of a section, labels in front, cells parted by tabs."""
    return [line for section in composition.sections if section.name == name for line in _lines(section.blocks)]


def _lines(blocks: tuple[Block, ...]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            rows = ("\t".join("".join(map(words, cell)) for cell in row) for row in block.rows)
            found += [row for row in rows if row.strip()]
        else:
            found.append(f"{block.label.text} {words(block)}" if block.label else words(block))
    return found


def words(paragraph: Paragraph) -> str:
    """Return the words of a paragraph; a line break or page number is a bar."""
    return "".join(getattr(span, "text", "|") for span in paragraph.spans)
