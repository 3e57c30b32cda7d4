"""The documents that are held against the checkers."""

from pathlib import Path

from msgspec import Struct

from editor.app.documents import chosen_template
from editor.compose.compose import Options
from editor.importing import import_text
from editor.model.resolution import Resolution
from editor.templating.schema import Template
from tests.editing import edited
from tests.features import everything
from tests.sample import sample_resolution
from tests.texts import resolution

SEED = Path(__file__).resolve().parents[3] / "shared" / "seed" / "osce-pa-sc-11-si-4-e.txt"


class Sample(Struct, frozen=True):
    """A document by name, its template, and how its copy shall look."""

    name: str
    resolution: Resolution
    template: Template
    options: Options = Options()


def samples() -> list[Sample]:
    """Return all documents; the seed only where it lies beside the project."""
    template = chosen_template(None)
    grammar = template.file.grammar
    found = [
        Sample(f"sample-{language.code}", sample_resolution(language.code), template)
        for language in template.file.languages
    ]
    with_remarks = Options(remarks=True, notice="EMBARGO until 3 July 2027", duplex=True, line_numbers="through")
    found += [
        Sample("remarks", sample_resolution("en"), template, with_remarks),
        Sample("form", sample_resolution("en"), template, Options(parts=("form",), form_rows=40)),
        Sample("everything", everything(), template, Options(line_numbers="page", watermark="DRAFT")),
        Sample("letter-large", sample_resolution("en"), template, Options(paper="letter", large_print=True)),
        Sample("thousand", resolution(1_000), template),
    ]
    found += [
        Sample(f"edited-{seed}", edited(everything() if seed % 2 else sample_resolution("en"), grammar, seed), template)
        for seed in range(1, 7)
    ]
    if SEED.exists():
        seed = import_text(SEED.read_bytes(), template)
        found.append(Sample("seed", seed.resolution, template))
    return found
