"""Print the table and write it to build/bench.json."""

import json
import platform
from functools import partial
from pathlib import Path

from editor.app.copies import copy_of, write
from editor.app.documents import chosen_template
from editor.checking import check
from editor.compose.compose import Options, compose
from editor.export.docx import write_docx
from editor.export.pdf import write_pdf
from editor.importing import import_text
from editor.model.resolution import Resolution
from editor.numbering import labels
from editor.paths import fonts_folder
from editor.project.codec import decode, encode
from editor.project.document import ProjectFile
from editor.templating.load import template_to_json
from editor.templating.schema import Template
from editor.typeset import Cache, load_fonts, typeset
from tests.bench import hostile, preview, start
from tests.bench.clock import median, milliseconds
from tests.bench.peers import Peer, docx_peers, pdf_peers
from tests.texts import resolution

SIZES = {100: 9, 1_000: 5, 10_000: 1}
"""Clauses in a text, and how many runs the median is taken of."""

PDF_ROWS = ("pdf", "pdf, line breaks kept")

BODY = Options(parts=("body",))

Row = dict[str, float]


def own_rows(text: Resolution, template: Template, runs: int) -> Row:
    """Return the times of our own work on `text`, in ms."""
    return core_rows(text, template, max(runs, 5)) | copy_rows(text, template, runs)


def core_rows(text: Resolution, template: Template, runs: int) -> Row:
    """Return the times of numbering, checking and the project file."""
    scheme = template.scheme(text.language)
    project = ProjectFile(resolution=text, template_copy=template_to_json(template))
    data = encode(project)
    return {
        "renumber": milliseconds(lambda: labels(text.body, scheme), runs),
        "load": milliseconds(lambda: decode(data), runs),
        "save, without fsync": milliseconds(lambda: encode(project), runs),
        "check": milliseconds(lambda: check(text, template), runs),
    }


def copy_rows(text: Resolution, template: Template, runs: int) -> Row:
    """Return the times of the way to print copies, step by step and whole, and back from plain text."""
    composition = compose(text, template, BODY)
    fonts = load_fonts(fonts_folder())
    layout = typeset(composition, fonts)
    plain = write(composition, "txt").data
    kept = Cache()  # as an export from the window has it from the preview
    typeset(composition, fonts, kept)
    return {
        "compose": milliseconds(lambda: compose(text, template, BODY), runs),
        "typeset": milliseconds(lambda: typeset(composition, fonts), runs),
        "write pdf": milliseconds(lambda: write_pdf(composition, layout), runs),
        "pdf": milliseconds(lambda: pdf_of(text, template), runs),
        "pdf, line breaks kept": milliseconds(lambda: write_pdf(composition, typeset(composition, fonts, kept)), runs),
        "docx": milliseconds(lambda: write_docx(compose(text, template, BODY)), runs),
        "html": milliseconds(lambda: write(composition, "html"), runs),
        "txt": milliseconds(lambda: write(composition, "txt"), runs),
        "import of that txt": milliseconds(lambda: import_text(plain, template), min(runs, 3)),
    }


def pdf_of(text: Resolution, template: Template) -> bytes:
    """Return the PDF of `text`, with nothing kept from before."""
    return copy_of(text, template, "pdf", BODY).data


def peer_time(peer: Peer, size: int, runs: int) -> float:
    """Return the time a peer takes; every run has words of its own, as some keep what they did in the run before."""
    return median(partial(peer, resolution(size, seed).body) for seed in range(2, 2 + runs))


def main() -> None:
    """Measure, print, write."""
    template = chosen_template(None)
    table: dict[str, dict[str, Row]] = {}
    for size, runs in SIZES.items():
        text = resolution(size)
        rows = own_rows(text, template, runs)
        peers = {name: peer_time(peer, size, min(runs, 3)) for name, peer in pdf_peers()}
        ratios = {f"{row} / {name}": rows[row] / taken for row in PDF_ROWS for name, taken in peers.items()}
        word = {name: peer_time(peer, size, min(runs, 3)) for name, peer in docx_peers()}
        ratios |= {f"docx / {name}": rows["docx"] / taken for name, taken in word.items()}
        table[str(size)] = {"own, ms": rows, "peers, ms": peers | word, "ratios": ratios}
        _print(size, table[str(size)])
    growth = {
        name: table["10000"]["own, ms"][name] / table["1000"]["own, ms"][name] for name in table["1000"]["own, ms"]
    }
    _print_rows("10,000 clauses / 1,000 clauses", growth)
    window = preview.rows(template) | {f"start, {name}": value for name, value in start.rows().items()}
    _print_rows("the window, ms", window)
    megabyte = hostile.rows(template)
    _print_rows("a hostile megabyte, ms", megabyte)
    _write({"clauses": table, "growth": growth, "window": window, "hostile": megabyte})


def _print(size: int, block: dict[str, Row]) -> None:
    for title, rows in block.items():
        _print_rows(f"{size:,} clauses, {title}", rows)


def _print_rows(title: str, rows: Row) -> None:
    print(title)
    for name, value in rows.items():
        print(f"  {name:34}{value:12.3f}")


def _write(found: dict[str, object]) -> None:
    path = Path("build/bench.json")
    path.parent.mkdir(exist_ok=True)
    machine = {"python": platform.python_version(), "machine": platform.machine()}
    path.write_text(json.dumps({"machine": machine, **found}, indent=1) + "\n")


if __name__ == "__main__":
    main()
