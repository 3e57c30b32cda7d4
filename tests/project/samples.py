"""One project with everything a file can hold, its text written for these tests; and any project at all."""

import datetime
from pathlib import Path

from hypothesis import strategies as st

from editor.model.clause import Clause
from editor.model.cover import Code, Cover, DateRange, Person
from editor.model.resolution import Remark, Resolution
from editor.model.text import LINE_BREAK, Note, Reference, Run
from editor.project.document import ProjectFile
from tests import strategies

FILES = Path(__file__).resolve().parent.parent / "_files"

COVER = Cover(
    (
        ("code", Code((("committee", "SC"), ("session", "12"), ("item", "SI"), ("number", "3")))),
        ("title", "Safe passage on inland waterways"),
        ("principal_sponsor", Person("Ms.", "Anna", "van der Brink", "Netherlands", "van der BRINK")),
        ("co_sponsors", (Person("Mr.", "Jean-Louis", "Été", "France"), Person(family="Иванов"))),
        ("session", DateRange(datetime.date(2012, 7, 5), datetime.date(2012, 7, 9))),
        ("annexes", ()),
    ),
    (("pages", "12"),),
)

BODY = (
    Clause("p00000000a", "preambular", 0, (Run("Recalling that rivers join those whom borders part,"),)),
    Clause(
        "p00000000b",
        "preambular",
        0,
        (
            Run("Mindful", frozenset({"italic"})),
            Run(" of what was agreed on "),
            Run("les voies d’eau intérieures", frozenset({"bold", "italic"}), "fr"),
            Note("n000000001", (Run("See the report of the seminar, and "), Reference("p00000000a", "number"))),
            Run(","),
        ),
        extra=(("colour", '"blue"'), ("origin", '{"page":4,"ratio":0.10}')),
    ),
    Clause("e00000000a", "enacting", 0, (Run("The Assembly:"),)),
    Clause("q00000000a", "operative", 0, (Run("Asks the participating States:"),), "7"),
    Clause("q00000000b", "item", 1, (Run("to keep locks and bridges open;"),)),
    Clause("q00000000c", "item", 2, (Run("by day,"),)),
    Clause("q00000000d", "closing", 1, (Run("as foreseen in "), Reference("p00000000b"), Run(";"))),
    Clause("q00000000e", "operative", 0, (), "7 bis"),
    Clause("x00000000a", "annex", 0, (Run(f"Annex{LINE_BREAK}“Signals”"),), restart=True),
    Clause("x00000000b", "operative", 0, (Run("A red light means \\ or / “stop”.\t\U0001f6a6"),), ""),
)

REMARKS = (
    Remark(
        "r000000001",
        "q00000000b",
        "Jo",
        datetime.datetime(2012, 6, 1, 9, 30, tzinfo=datetime.UTC),
        "Which bridges?",
        extra=(("likes", "2"),),
    ),
    Remark("r000000002", "g0ne000000", "", datetime.datetime(2012, 6, 2, 9, 30, 5, 250000), "", True),
)

PROJECT = ProjectFile(
    Resolution(
        "osce-pa",
        "supplementary_item",
        "en",
        "fr",
        "Rev.1",
        COVER,
        BODY,
        REMARKS,
        (("ballot", '[{"for":31,"against":2}]'),),
        ("Beneluxbrug", "Ouchy"),
    ),
    template_revision=4,
    template_copy='{"schema":1,"page":{"size":"A4","leading":14.5},"name":"Assemblée"}',
    generator="Resolution Editor 0.1.0",
)
"""All there is, in the newest version of the format."""

BEFORE = {"1.0": {"words": ()}}
"""What a version could not hold yet, as it is read: the other fields of the resolution are the same."""

projects = st.builds(
    ProjectFile,
    strategies.resolutions,
    template_revision=st.integers(0, 99),
    template_copy=st.just("") | st.dictionaries(strategies.keys, strategies.json_values).map(strategies.compact),
    generator=strategies.words,
)
"""Whatever may have to be written."""
