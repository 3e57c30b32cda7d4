"""One text with everything a resolution can hold, for whatever must cope with all of it."""

from editor.model.clause import Clause
from editor.model.cover import Code, Cover
from editor.model.resolution import Resolution
from editor.model.text import LINE_BREAK, Mark, Note, Reference, Run

ITALIC: frozenset[Mark] = frozenset({"italic"})


def _id(name: str) -> str:
    """Return `name` filled up to an identifier."""
    return name.ljust(10, "0")


def _words(text: str) -> tuple[Run, ...]:
    return (Run(text),)


def everything() -> Resolution:
    """Return a text with parts, an annex, overrides, notes, closing text, thirty sub-items and foreign words."""
    items = [
        Clause(_id(f"m{n:02d}"), "item", 1, _words(f"measure number {n} of those that were named in the report;"))
        for n in range(1, 31)
    ]
    deep = (
        Clause(_id("deepa"), "item", 2, _words("a first consideration, which has considerations of its own:")),
        Clause(_id("deepb"), "item", 3, _words("one that lies deep,")),
        Clause(_id("deepc"), "item", 3, _words("another that lies as deep,")),
        Clause(_id("deepd"), "item", 2, _words("a second consideration;")),
    )
    body = (
        Clause(_id("part1"), "part", 0, _words("General questions")),
        Clause(_id("p1"), "preambular", 0, (Run("Recalling", ITALIC), Run(" what was decided at the last session,"))),
        Clause(
            _id("p2"),
            "preambular",
            0,
            (
                Run("Bearing in mind the guidance that was issued"),
                Note(
                    _id("nt1"), (Run("Guidance of the secretariat, as it stood on 6 July; see "), Reference(_id("p1")))
                ),
                Run(" and the words "),
                Run("jusqu’à nouvel ordre", ITALIC, "fr"),
                Run(" in it,"),
            ),
        ),
        Clause(_id("p2bis"), "preambular", 0, _words("Noting what was put in late,"), number="2 bis."),
        Clause(_id("p2bisa"), "item", 1, _words("with a sub-item of its own,")),
        Clause(_id("p3"), "preambular", 0, _words(f"Conscious of a line{LINE_BREAK}that is broken by hand,")),
        Clause(_id("enact"), "enacting", 0, _words("The OSCE Parliamentary Assembly:")),
        Clause(_id("head1"), "heading", 0, _words("What is asked of the participating States")),
        Clause(
            _id("v4"),
            "operative",
            0,
            (
                Run("Calls for the measures under "),
                Reference(_id("v5")),
                Run(" and, above all, in "),
                Reference(_id("deepc"), "number"),
                Run(", H"),
                Run("2", frozenset({"subscript"})),
                Run("O and E = mc"),
                Run("2", frozenset({"superscript"})),
                Run(" included;"),
            ),
        ),
        Clause(_id("v5"), "operative", 0, _words("Lists all of these:")),
        *items[:2],
        *deep,
        *items[2:],
        Clause(_id("v5end"), "closing", 1, _words("which together make up the programme;")),
        Clause(
            _id("v6"), "operative", 0, (Run("Underlines "), Run("this", frozenset({"bold", "underline"})), Run(";"))
        ),
        Clause(
            _id("v10"), "operative", 0, _words("Leaves room for three clauses that are still to come;"), number="10"
        ),
        Clause(
            _id("v11"),
            "operative",
            0,
            (Run("Ends the first part"), Note(_id("nt2"), _words("A second note.")), Run(".")),
        ),
        Clause(_id("part2"), "part", 0, _words("Particular questions"), restart=True),
        Clause(_id("q1"), "preambular", 0, _words("Beginning to count afresh,")),
        Clause(_id("enact2"), "enacting", 0, _words("The OSCE Parliamentary Assembly:")),
        Clause(_id("q2"), "operative", 0, (Run("Asks what "), Reference(_id("v6")), Run(" has underlined;"))),
        Clause(_id("q3"), "operative", 0, _words("Writes <b>this</b> & that as they stand: {braces}, \\backslashes.")),
        Clause(_id("annex"), "annex", 0, _words("Questions and answers")),
        Clause(_id("a1"), "operative", 0, _words("Counts from the beginning once more;")),
        Clause(_id("a2"), "operative", 0, _words("Ends.")),
    )
    cover = Cover(
        (
            ("code", Code((("body", "SC"), ("year", "27"), ("kind", "SI"), ("number", "30")))),
            ("title", "Everything a Resolution Can Hold"),
        )
    )
    return Resolution("osce-pa", "supplementary-item", "en", "en", "Rev.1", cover, body)
