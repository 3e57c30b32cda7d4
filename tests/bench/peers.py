"""The same text through other programs: what our figures are measured against."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from html import escape
from io import BytesIO
from pathlib import Path

from editor.model.clause import Body
from editor.model.text import flatten
from editor.paths import fonts_folder

Peer = Callable[[Body], object]


def pdf_peers() -> Iterator[tuple[str, Peer]]:
    """Yield the PDF makers that are installed, by name."""
    yield "platypus", platypus
    try:
        import typst as _  # noqa: F401
    except ImportError:
        return
    yield "typst", typst


def docx_peers() -> Iterator[tuple[str, Peer]]:
    """Yield the DOCX makers that are installed, by name."""
    yield "python-docx", plain_python_docx
    if shutil.which("pandoc"):
        yield "pandoc", pandoc


def platypus(body: Body) -> bytes:
    """Return `body` set by reportlab's own page maker: justified, hanging numbers, the font we embed too."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate

    pdfmetrics.registerFont(TTFont("Serif", str(fonts_folder() / "LiberationSerif-Regular.ttf")))
    style = ParagraphStyle("clause", fontName="Serif", fontSize=12, leading=14.5, alignment=4, leftIndent=35)
    story: list[Flowable] = [
        Paragraph(escape(flatten(clause.text)), style, bulletText=f"{n}.") for n, clause in enumerate(body, 1)
    ]
    out = BytesIO()
    SimpleDocTemplate(out).build(story)
    return out.getvalue()


def typst(body: Body) -> bytes:
    """Return `body` set by typst, tagged as it does by default, as one numbered list in justified lines."""
    import typst as compiler

    lines = [f"+ {_typst_words(flatten(clause.text))}" for clause in body]
    source = '#set page("a4")\n#set par(justify: true)\n#set text(size: 12pt)\n' + "\n".join(lines)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text.typ"
        path.write_text(source, encoding="utf-8")
        return bytes(compiler.compile(str(path)) or b"")


def _typst_words(text: str) -> str:
    return "".join(f"\\{c}" if c in "#$*_[]<>@`\\~" else c for c in text)


def plain_python_docx(body: Body) -> bytes:
    """Return `body` as python-docx's manual writes a document: a styled paragraph at a time."""
    from docx import Document

    document = Document()
    for clause in body:
        document.add_paragraph(flatten(clause.text), style="List Number")
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def pandoc(body: Body) -> bytes:
    """Return `body` as pandoc makes a document of an HTML list."""
    items = "".join(f"<li>{escape(flatten(clause.text))}</li>" for clause in body)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text.docx"
        command = ["pandoc", "-f", "html", "-t", "docx", "-o", str(path)]
        subprocess.run(command, input=f"<ol>{items}</ol>".encode(), check=True, capture_output=True)
        return path.read_bytes()
