"""Tracked changes: as accepted, as rejected, or both."""

from tests.importing.word.making import PHRASE, body_tree, docx, level, lists, p, r, read, tree

BY = 'w:id="1" w:author="Ann Other" w:date="2027-05-06T07:08:09Z"'
NUMBERED = lists((level(0), level(1, "lowerLetter")))


def ins(content: str) -> str:
    return f"<w:ins {BY}>{content}</w:ins>"


def gone(text: str) -> str:
    return f'<w:del {BY}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def mark(change: str) -> str:
    """Return the property of a paragraph whose end came or went."""
    return f"<w:rPr><w:{change} {BY}/></w:rPr>"


WORDS = (
    p(PHRASE)
    + p(r("Calls for ") + gone("darkness") + ins(r("light")) + r(";"), num=(1, 0))
    + p(ins(r("Adds a clause;")), mark("ins"), num=(1, 0))
    + p(gone("Deletes a clause;"), mark("del"), num=(1, 0))
    + p("Ends.", num=(1, 0))
)


def test_accepted() -> None:
    assert body_tree(WORDS, numbering=NUMBERED)[1:] == [
        "operative 1. Calls for light;",
        "operative 2. Adds a clause;",
        "operative 3. Ends.",
    ]


def test_rejected() -> None:
    assert body_tree(WORDS, "rejected", numbering=NUMBERED)[1:] == [
        "operative 1. Calls for darkness;",
        "operative 2. Deletes a clause;",
        "operative 3. Ends.",
    ]


def test_numbers_count_as_the_reading_has_them() -> None:
    for changes in ("accepted", "rejected"):
        codes = [guess.code for guess in read(docx(WORDS, numbering=NUMBERED), changes).imported.report]
        assert "renumbered" not in codes


def test_apart_gives_both_texts_with_the_same_ids_and_who_did_what() -> None:
    found = read(docx(WORDS, numbering=NUMBERED), "apart")
    assert found.before is not None
    after, before = found.imported.resolution, found.before.resolution
    assert tree(after)[1:] == body_tree(WORDS, numbering=NUMBERED)[1:]
    assert tree(before)[1:] == body_tree(WORDS, "rejected", numbering=NUMBERED)[1:]
    assert [clause.id for clause in after.body[:2]] == [clause.id for clause in before.body[:2]]
    assert after.body[-1].id == before.body[-1].id
    assert after.body[2].id != before.body[2].id
    assert [(change.kind, change.text, change.paragraph) for change in found.tracked] == [
        ("deleted", "darkness", 2),
        ("inserted", "light", 2),
        ("inserted", "Adds a clause;", 3),
        ("deleted", "Deletes a clause;", 4),
    ]
    assert {(change.author, change.date) for change in found.tracked} == {("Ann Other", "2027-05-06T07:08:09Z")}


def test_the_report_says_how_changes_were_taken() -> None:
    for changes, code in (("accepted", "changes"), ("rejected", "changes-rejected")):
        report = read(docx(WORDS, numbering=NUMBERED), changes).imported.report
        assert (code, (("count", "4"),)) in [(guess.code, guess.parameters) for guess in report]


def test_a_deleted_paragraph_end_joins_two_clauses() -> None:
    body = (
        p(PHRASE)
        + p("Calls for light", mark("del"), num=(1, 0))
        + p(r(" and air;"), num=(1, 1))
        + p("Ends.", num=(1, 0))
    )
    assert body_tree(body, numbering=NUMBERED)[1:] == ["operative 1. Calls for light and air;", "operative 2. Ends."]
    assert body_tree(body, "rejected", numbering=NUMBERED)[1:] == [
        "operative 1. Calls for light",
        "  item a. and air;",
        "operative 2. Ends.",
    ]


def test_an_inserted_paragraph_end_parts_a_clause() -> None:
    body = p(PHRASE) + p(r("Calls for light;"), mark("ins"), num=(1, 0)) + p(" Calls for air;", num=(1, 0))
    assert body_tree(body, numbering=NUMBERED)[1:] == ["operative 1. Calls for light;", "operative 2. Calls for air;"]
    assert body_tree(body, "rejected", numbering=NUMBERED)[1:] == ["operative 1. Calls for light; Calls for air;"]


def test_moved_clauses() -> None:
    body = (
        p(PHRASE)
        + p(f"<w:moveFrom {BY}>{r('Moves;')}</w:moveFrom>", mark("moveFrom"), num=(1, 0))
        + p("Stays;", num=(1, 0))
        + p(f"<w:moveTo {BY}>{r('Moves;')}</w:moveTo>", mark("moveTo"), num=(1, 0))
        + p("Ends.", num=(1, 0))
    )
    accepted = ["operative 1. Stays;", "operative 2. Moves;", "operative 3. Ends."]
    rejected = ["operative 1. Moves;", "operative 2. Stays;", "operative 3. Ends."]
    assert body_tree(body, numbering=NUMBERED)[1:] == accepted
    assert body_tree(body, "rejected", numbering=NUMBERED)[1:] == rejected


def test_looks_and_levels_that_were_changed() -> None:
    changed = f"<w:i/><w:rPrChange {BY}><w:rPr><w:b/></w:rPr></w:rPrChange>"
    old = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    moved = f"<w:pPrChange {BY}><w:pPr>{old}</w:pPr></w:pPrChange>"
    body = (
        p(PHRASE) + p(r("Calls for: ") + r("light", changed) + r(":"), num=(1, 0)) + p("indented;", moved, num=(1, 1))
    )
    assert body_tree(body, numbering=NUMBERED)[1:] == ["operative 1. Calls for: *light*:", "  item a. indented;"]
    assert body_tree(body, "rejected", numbering=NUMBERED)[1:] == [
        "operative 1. Calls for: **light**:",
        "operative 2. indented;",
    ]


def test_rows_that_came_and_went() -> None:
    row = "<w:tr><w:trPr>{}</w:trPr><w:tc>{}</w:tc></w:tr>"
    table = (
        "<w:tbl>"
        + row.format(f"<w:ins {BY}/>", p("1. Came;"))
        + row.format(f"<w:del {BY}/>", p("1. Went;"))
        + "</w:tbl>"
    )
    assert body_tree(p(PHRASE) + table + p("2. Ends."))[1:] == ["operative 1. Came;", "operative 2. Ends."]
    assert body_tree(p(PHRASE) + table + p("2. Ends."), "rejected")[1:] == ["operative 1. Went;", "operative 2. Ends."]
