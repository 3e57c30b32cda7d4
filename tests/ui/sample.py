"""A short text for window tests: preamble, enacting phrase, sub-items, a reference and a note."""

from __future__ import annotations

from editor.model.clause import Clause, Kind
from editor.model.cover import Code, Cover, Person
from editor.model.resolution import Resolution
from editor.model.text import Note, Reference, Run, Text


def clause(name: str, kind: Kind, words: str | Text = "", level: int = 0) -> Clause:
    """Return a clause whose id is `name` filled up with zeros."""
    text = (Run(words),) if isinstance(words, str) and words else () if isinstance(words, str) else words
    return Clause(name.rjust(10, "0"), kind, level, text)


def named(name: str) -> str:
    """Return the id of the clause called `name`."""
    return name.rjust(10, "0")


def sample() -> Resolution:
    """Return the text."""
    note = Note(named("n1"), (Run("Adopted at the third meeting of the parties."),))
    body = (
        clause("p1", "preambular", "Recalling that rivers know no borders,"),
        clause("p2", "preambular", (Run("Bearing in mind the guidance on floods"), note, Run(" and its use,"))),
        clause("p3", "preambular", "Noting with concern the floods of this year,"),
        clause("e1", "enacting", "The OSCE Parliamentary Assembly:"),
        clause("v1", "operative", (Run("Calls on all to apply "), Reference(named("p2")), Run(" in full;"))),
        clause("v2", "operative", "Urges participating States to inform:"),
        clause("a1", "item", "the upstream States,", 1),
        clause("a2", "item", "the river commission:", 1),
        clause("b1", "item", "in writing,", 2),
        clause("b2", "item", "at once;", 2),
        clause("v3", "operative", "Decides to meet again."),
    )
    cover = Cover(
        (
            ("code", Code((("body", "SC"), ("year", "27"), ("kind", "SI"), ("number", "4")))),
            ("title", "Early Warning in Shared Basins"),
            ("sponsor", Person("Ms.", "Éliane", "Vautrin", "Luxembourg")),
        )
    )
    return Resolution("osce-pa", "supplementary-item", "en", "fr", "", cover, body)
