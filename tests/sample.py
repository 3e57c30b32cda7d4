"""The sample text, a supplementary item on shared waters, in the six languages of its template.

`python -m tests.sample` writes the English one to templates/osce-pa/sample.resolution, which the program opens.
"""

import datetime
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from editor.model.clause import Body, Clause
from editor.model.cover import Code, Cover, DateRange, Person
from editor.model.resolution import Resolution
from editor.model.text import Inline, Note, Reference, Run, Text
from editor.paths import templates_folder

TEXTS = Path(__file__).resolve().parent / "sample_texts"
LANGUAGES = ("en", "fr", "de", "it", "ru", "es")
REFERRED = "waters0004"
"""The clause that the text refers to; the versions in all languages have the same identifiers."""


@cache
def sample_resolution(language: str = "en") -> Resolution:
    """Return the sample in `language`: 9 preambular and 8 operative clauses, a reference, a footnote."""
    data = tomllib.loads((TEXTS / f"{language}.toml").read_text(encoding="utf-8"))
    return Resolution(
        template="osce-pa",
        kind="supplementary-item",
        language=language,
        original_language="fr",
        cover=_cover(data),
        body=_body(data),
    )


def _cover(data: dict[str, Any]) -> Cover:
    fields = (
        ("code", Code((("body", "SC"), ("year", "27"), ("kind", "SI"), ("number", "4")))),
        ("title", data["title"]),
        ("sponsor", Person(**data["sponsor"])),
        ("venue", data["venue"]),
        ("dates", DateRange(datetime.date(2027, 7, 3), datetime.date(2027, 7, 7))),
        ("cosponsors", tuple(Person(**person) for person in data["cosponsors"])),
    )
    return Cover(fields)


def _body(data: dict[str, Any]) -> Body:
    return tuple(
        Clause(f"waters{number:04d}", kind, level=1 if kind == "item" else 0, text=_text(words, data["note"]))
        for number, (kind, words) in enumerate(data["clauses"], 1)
    )


def _text(words: str, note: str) -> Text:
    """Return `words` with the note for {note}, and for {full} or {number} the reference in that form."""
    pieces: dict[str, Inline] = {
        "note": Note("watersn001", (Run(note),)),
        "full": Reference(REFERRED),
        "number": Reference(REFERRED, "number"),
    }
    for name, piece in pieces.items():
        before, found, after = words.partition(f"{{{name}}}")
        if found:
            return Run(before), piece, Run(after)
    return (Run(words),)


def write_sample() -> Path:
    """Write the English sample beside its template, without a copy of that, and return where it is."""
    from editor.project.document import ProjectFile
    from editor.project.saving import save_project

    path = templates_folder() / "osce-pa" / "sample.resolution"
    save_project(path, ProjectFile(sample_resolution("en"), template_revision=1), expected=None)
    return path


if __name__ == "__main__":
    print(write_sample())
