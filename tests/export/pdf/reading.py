"""Files read again as a machine reads them: their tree, their words, their objects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2

from editor.compose.composition import (
    Composition,
)
from editor.export.pdf import write_pdf
from editor.typeset import typeset
from tests.typeset.compositions import (
    fonts,
)


def pdf_of(made: Composition) -> bytes:
    """Return the file of a composition."""
    return write_pdf(made, typeset(made, fonts()))


def opened(made: Composition) -> pikepdf.Pdf:
    """Return the file of a composition, read again; keep it while its objects are looked at."""
    return pikepdf.open(BytesIO(pdf_of(made)))


def tree(pdf: pikepdf.Pdf) -> Any:
    """Return the structure tree as nested lists: the tag, then words and elements in order."""
    pages = {page.obj.objgen: _marked(page) for page in pdf.pages}

    def walk(element: Any, page: Any) -> list[Any]:
        page = element.get("/Pg", page)
        below = element.get("/K")
        found: list[Any] = [str(element.S)[1:]]
        for kid in below if isinstance(below, pikepdf.Array) else [] if below is None else [below]:
            if isinstance(kid, int):
                found.append(pages[page.objgen][kid])
            elif kid.get("/Type") == "/MCR":
                found.append(pages[kid.Pg.objgen][int(kid.MCID)])
            elif kid.get("/Type") == "/OBJR":
                found.append(kid.Obj)
            else:
                found.append(walk(kid, page))
        return found

    return walk(pdf.Root.StructTreeRoot.K, None)


def instructions(page: pikepdf.Page) -> Iterator[tuple[Any, str]]:
    """Yield the operands and operators of a page's code."""
    for instruction in pikepdf.parse_content_stream(page):
        yield instruction.operands, str(instruction.operator)


def _marked(page: pikepdf.Page) -> dict[int, str]:
    """Return the words of every piece of marked content on `page`, by its number."""
    fonts_here = {str(name): unicode_of(font) for name, font in page.Resources.Font.items()}
    found: dict[int, str] = {}
    mark: int | None = None
    codes: dict[int, str] = {}
    for operands, operator in instructions(page):
        match operator:
            case "BDC":
                properties: Any = operands[1]
                mark = int(properties.MCID) if "/MCID" in properties else None
                if mark is not None:
                    assert mark not in found
                    found[mark] = ""
            case "EMC":
                mark = None
            case "Tf":
                codes = fonts_here[str(operands[0])]
            case "TJ" if mark is not None:
                parts: Any = operands[0]
                found[mark] += "".join(
                    codes[code] for part in parts if isinstance(part, pikepdf.String) for code in bytes(part)
                )
    return found


def unicode_of(font: Any) -> dict[int, str]:
    """Return the characters of a font by their codes."""
    rows = re.findall(rb"<([0-9A-F]{2})> <([0-9A-F]{4,})>", font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in rows}


def flat(node: Any) -> str:
    """Return all words below an element."""
    return "".join(part if isinstance(part, str) else flat(part[1:]) for part in node if isinstance(part, str | list))


def tags(node: list[Any]) -> list[Any]:
    """Return the elements below one without their words."""
    return [node[0], *(tags(part) for part in node[1:] if isinstance(part, list))]


def find(node: list[Any], tag: str) -> Iterator[list[Any]]:
    """Yield the elements called `tag` below one, itself included."""
    if node[0] == tag:
        yield node
    for part in node[1:]:
        if isinstance(part, list):
            yield from find(part, tag)


def text_of(data: bytes) -> str:
    """Return the words of all pages as a viewer copies them."""
    document = pypdfium2.PdfDocument(data)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return " ".join(" ".join(page.split()) for page in pages)


def is_element(thing: Any, tag: str) -> bool:
    """Return whether an object is the element of a structure tree called `tag`."""
    return isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == tag and "/P" in thing


def is_any_element(thing: Any) -> bool:
    """Return whether an object is an element of a structure tree."""
    return isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/StructElem"
