"""Numbers that Word counts itself, typed ones, and both in one text: every clause at its level."""

from tests.importing.word.making import CLASSIC, PHRASE, body_tree, docx, level, lists, of, p, read


def guesses(body: str, **parts: str) -> list[tuple[str, dict[str, str]]]:
    return [(guess.code, dict(guess.parameters)) for guess in read(docx(body, **parts)).imported.report]


def test_one_list_at_every_depth() -> None:
    body = (
        p("Recalling what was agreed in Graz,", num=(1, 0))
        + p(PHRASE)
        + p("Calls on States:", num=(1, 0))
        + p("to act on:", num=(1, 1))
        + p("the first matter:", num=(1, 2))
        + p("in its first part,", num=(1, 3))
        + p("in its second part,", num=(1, 3))
        + p("the second matter,", num=(1, 2))
        + p("to report;", num=(1, 1))
        + p("Ends.", num=(1, 0))
    )
    assert body_tree(body, numbering=lists(CLASSIC)) == [
        "preambular 1. Recalling what was agreed in Graz,",
        "enacting The OSCE Parliamentary Assembly:",
        "operative 2. Calls on States:",
        "  item a. to act on:",
        "    item i. the first matter:",
        "      item (a) in its first part,",
        "      item (b) in its second part,",
        "    item ii. the second matter,",
        "  item b. to report;",
        "operative 3. Ends.",
    ]
    assert [said for code, said in guesses(body, numbering=lists(CLASSIC)) if code == "renumbered"] == [
        {"was": "1", "is": "a"},
        {"was": "2", "is": "b"},
    ]


def test_a_list_of_its_own_for_the_sub_items_of_each_clause() -> None:
    """People make sub-items with a second list, whose outermost level they are."""
    letters = (level(0, "lowerLetter", "(%1)", left=1440),)
    numbers = lists((level(0),), letters, nums={3: of(1, 0), 4: of(1, 0)})
    body = (
        p("Recalling the past,", num=(1, 0))
        + p(PHRASE)
        + p("Calls on States:", num=(1, 0))
        + p("to act,", num=(2, 0))
        + p("to report;", num=(2, 0))
        + p("Invites parliaments:", num=(1, 0))
        + p("to listen,", num=(3, 0))
        + p("to speak;", num=(3, 0))
        + p("Urges all to", num=(1, 0))
        + p("go on,", num=(4, 0))
        + p("come back.", num=(4, 0))
    )
    assert [line.split(" ")[:3] for line in body_tree(body, numbering=numbers)][2:] == [
        ["operative", "2.", "Calls"],
        ["", "", "item"],
        ["", "", "item"],
        ["operative", "3.", "Invites"],
        ["", "", "item"],
        ["", "", "item"],
        ["operative", "4.", "Urges"],
        ["", "", "item"],
        ["", "", "item"],
    ]
    assert "renumbered" not in [code for code, _ in guesses(body, numbering=numbers)]


def test_lists_tied_to_styles() -> None:
    """A style brings its list, the list's definition says which level; one that names a style has that one's list."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="Num1"><w:name w:val="Numbered"/>'
        '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Num2"><w:name w:val="Lettered"/><w:basedOn w:val="Num1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Num2"/></w:style>'
        '<w:style w:type="numbering" w:styleId="House"><w:name w:val="House list"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    house = (
        '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="House"/>'
        + level(0, more='<w:pStyle w:val="Num1"/>')
        + level(1, "lowerLetter", more='<w:pStyle w:val="Num2"/>')
        + '</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="House"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    body = (
        p("Recalling the past,", style="Num1")
        + p(PHRASE)
        + p("Calls on States:", style="Num1")
        + p("to act,", style="Num2")
        + p("to report;", style="Num2")
        + p("Not counted, says its paragraph.", style="Num1", num=(0, 0))
        + p("Ends.", style="Num1")
    )
    assert body_tree(body, numbering=house, styles=styles) == [
        "preambular 1. Recalling the past,",
        "enacting The OSCE Parliamentary Assembly:",
        "operative 2. Calls on States:",
        "  item a. to act,",
        "  item b. to report;",
        "  closing Not counted, says its paragraph.",
        "operative 3. Ends.",
    ]


def test_a_list_that_starts_anew_says_so() -> None:
    numbers = lists((level(0),), nums={2: of(0, 0, 7)})
    body = p("Recalling one,", num=(1, 0)) + p(PHRASE) + p("Calls for seven;", num=(2, 0)) + p("Ends.", num=(1, 0))
    assert [(code, said) for code, said in guesses(body, numbering=numbers) if code == "renumbered"] == [
        ("renumbered", {"was": "7", "is": "2"}),
        ("renumbered", {"was": "8", "is": "3"}),
    ]


def test_levels_that_an_instance_defines_itself() -> None:
    own = f'<w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1">{level(1, "bullet", "")}</w:lvlOverride>'
    body = p("Recalling:", num=(2, 0)) + p("a first thing,", num=(2, 1)) + p("a second,", num=(2, 1)) + p(PHRASE)
    body += p("Ends.", num=(2, 0))
    assert body_tree(body, numbering=lists(CLASSIC, nums={2: own})) == [
        "preambular 1. Recalling:",
        "  item a. a first thing,",
        "  item b. a second,",
        "enacting The OSCE Parliamentary Assembly:",
        "operative 2. Ends.",
    ]


def test_typed_numbers_among_counted_ones() -> None:
    """Half of the clauses were pasted from an e-mail: their numbers are words."""
    body = (
        p("Recalling the past,", num=(1, 0))
        + p("2.\tNoting the present,")
        + p("Mindful of the future,", num=(2, 0))
        + p(PHRASE)
        + p("4. Calls on States:")
        + p("(a)\tto act,", '<w:ind w:left="1080" w:hanging="360"/>')
        + p("(b)\tto report:", '<w:ind w:left="1080" w:hanging="360"/>')
        + p("each year,", num=(3, 0))
        + p("in full;", num=(3, 0))
        + p("Ends.", num=(4, 0))
    )
    roman = (level(0, "lowerRoman", "(%1)", left=1800),)
    numbers = lists((level(0),), roman, nums={2: of(0, 0, 3), 3: of(1), 4: of(0, 0, 5)})
    assert body_tree(body, numbering=numbers) == [
        "preambular 1. Recalling the past,",
        "preambular 2. Noting the present,",
        "preambular 3. Mindful of the future,",
        "enacting The OSCE Parliamentary Assembly:",
        "operative 4. Calls on States:",
        "  item a. to act,",
        "  item b. to report:",
        "    item i. each year,",
        "    item ii. in full;",
        "operative 5. Ends.",
    ]


def test_typed_levels_by_indents_and_tabs() -> None:
    """Nothing but letters that could be either: the indents tell."""
    body = (
        p("1. Recalling the past,")
        + p(PHRASE)
        + p("2. Calls on States to do this:")
        + p("a. to act as follows:", '<w:ind w:left="720"/>')
        + p("<w:r><w:tab/><w:tab/><w:t>i. with care,</w:t></w:r>")
        + p("<w:r><w:tab/><w:tab/><w:t>ii. at once;</w:t></w:r>")
        + p("b. to report;", '<w:ind w:firstLine="720"/>')
        + p("3. Ends.")
    )
    assert body_tree(body) == [
        "preambular 1. Recalling the past,",
        "enacting The OSCE Parliamentary Assembly:",
        "operative 2. Calls on States to do this:",
        "  item a. to act as follows:",
        "    item i. with care,",
        "    item ii. at once;",
        "  item b. to report;",
        "operative 3. Ends.",
    ]


def test_a_number_that_is_typed_and_counted_stands_once() -> None:
    body = p("1. Recalling the past,", num=(1, 0)) + p(PHRASE) + p("2) Ends.", num=(1, 0))
    assert body_tree(body, numbering=lists(CLASSIC)) == [
        "preambular 1. Recalling the past,",
        "enacting The OSCE Parliamentary Assembly:",
        "operative 2. Ends.",
    ]


def test_numbers_of_several_levels_in_one() -> None:
    legal = (level(0), level(1, text="%1.%2."), level(2, text="%1.%2.%3.", more="<w:isLgl/>"))
    body = p("Recalling,", num=(1, 0)) + p(PHRASE) + p("Calls for:", num=(1, 0)) + p("acts,", num=(1, 1))
    body += p("in time:", num=(1, 1)) + p("always,", num=(1, 2)) + p("reports;", num=(1, 1)) + p("Ends.", num=(1, 0))
    found = read(docx(body, numbering=lists(legal))).imported
    assert [clause.level for clause in found.resolution.body] == [0, 0, 0, 1, 1, 2, 1, 0]
    assert [source.typed for source in found.report.sources][3:7] == ["2.1.", "2.2.", "2.2.1.", "2.3."]


def test_headings_and_parts() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    )
    roman = (level(0, "upperRoman"),)
    body = (
        p("General questions", style="H1", num=(2, 0))
        + p("Recalling the past,", num=(1, 0))
        + p(PHRASE)
        + p("What is asked", style="H1")
        + p("Calls on States to act;", num=(1, 0))
        + p("Particular questions", style="H1", num=(2, 0))
        + p("Ends.", num=(1, 0))
    )
    assert body_tree(body, numbering=lists((level(0),), roman), styles=styles) == [
        "part I. General questions",
        "preambular 1. Recalling the past,",
        "enacting The OSCE Parliamentary Assembly:",
        "heading What is asked",
        "operative 2. Calls on States to act;",
        "part II. Particular questions",
        "operative 3. Ends.",
    ]
