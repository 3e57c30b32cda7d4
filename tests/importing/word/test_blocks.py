"""What stands between paragraphs: tables, text boxes, content controls, headers, comments."""

import datetime

from tests.importing.word.making import PHRASE, body_tree, docx, level, lists, p, r, read, tree

NUMBERED = lists((level(0), level(1, "lowerLetter")))


def codes(data: bytes) -> dict[str, dict[str, str]]:
    return {guess.code: dict(guess.parameters) for guess in read(data).imported.report}


def table(*rows: tuple[str, ...]) -> str:
    """Return a table whose cells hold the paragraphs given as XML."""
    return f"<w:tbl><w:tblPr/>{''.join(map(_row, rows))}</w:tbl>"


def _row(cells: tuple[str, ...]) -> str:
    return "<w:tr>" + "".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in cells) + "</w:tr>"


def box(content: str) -> str:
    """Return a text box as Word writes it: in two ways, one for old versions."""
    modern = (
        f"<w:drawing><a:graphic><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></a:graphic></w:drawing>"
    )
    old = f"<w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>"
    choice = f'<mc:Choice Requires="wps">{modern}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    return f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"


def test_a_table_that_only_lays_out_numbers_and_words() -> None:
    rows = table((p("1."), p("Recalling the past,")), (p("2."), p("Noting the present,")))
    body = rows + p(PHRASE) + table((p("3."), p("Calls for light;")), (p(""), p("")), (p("4."), p("Ends.")))
    assert body_tree(body) == [
        "preambular 1. Recalling the past,",
        "preambular 2. Noting the present,",
        "enacting The OSCE Parliamentary Assembly:",
        "operative 3. Calls for light;",
        "operative 4. Ends.",
    ]
    found = codes(docx(body))
    assert found["table"] == {"rows": "2", "text": "3.\tCalls for light;"}


def test_a_cell_with_several_paragraphs_and_a_table_in_it() -> None:
    inner = p("1. Calls for light:") + table((p("a. by day,"), p("")), (p("b. by night;"), p(""))) + p("")
    assert body_tree(p(PHRASE) + table((inner, p("2. Ends."))))[1:] == [
        "operative 1. Calls for light:",
        "  item a. by day,",
        "  item b. by night;",
        "operative 2. Ends.",
    ]


def test_text_boxes_are_read_once_where_they_stand() -> None:
    body = p("1. Recalling the past,") + p(PHRASE) + p(box(p("2. Boxes a clause;")) + r("3. Ends."))
    assert body_tree(body)[2:] == ["operative 2. Boxes a clause;", "operative 3. Ends."]


def test_content_controls_in_every_place() -> None:
    def control(content: str, properties: str = "") -> str:
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    contents = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    body = (
        control(p("Contents") + p("1. Recalling 1"), contents)
        + control(p("1. Recalling the past,"))
        + p(PHRASE)
        + p(r("2. Calls for ") + control(r("light")) + control(r("Click here"), "<w:showingPlcHdr/>") + r(";"))
        + control(p("Choose a clause."), "<w:showingPlcHdr/>")
        + f"<w:tbl>{control('<w:tr>' + control('<w:tc>' + p('3. Ends.') + '</w:tc>') + '</w:tr>')}</w:tbl>"
    )
    assert body_tree(body) == [
        "preambular 1. Recalling the past,",
        "enacting The OSCE Parliamentary Assembly:",
        "operative 2. Calls for light;",
        "operative 3. Ends.",
    ]
    dropped = read(docx(body)).imported.report.dropped
    assert [(piece.text, piece.reason) for piece in dropped] == [("Contents\n1. Recalling 1", "contents")]


def test_headers_give_the_code_and_are_no_text() -> None:
    body = p("1. Recalling the past,") + p(PHRASE) + p("2. Ends.")
    data = docx(body, header1=p("SC (27) SI 4 F") + p("Embargo"), footer1=p("Page 1"))
    found = read(data).imported
    assert len(found.resolution.body) == 3
    assert found.resolution.cover.code().parts == (("body", "SC"), ("year", "27"), ("kind", "SI"), ("number", "4"))
    assert codes(data)["header-code"] == {"text": "SC (27) SI 4 F"}
    assert [(piece.text, piece.reason) for piece in found.report.dropped] == [
        ("SC (27) SI 4 F", "furniture"),
        ("Embargo", "furniture"),
        ("Page 1", "furniture"),
    ]


def test_pictures_are_told_of() -> None:
    picture = "<w:r><w:drawing><a:blip/></w:drawing></w:r>"
    assert codes(docx(p("1. Recalling the past,") + p(picture) + p(PHRASE)))["pictures"] == {"count": "1"}


COMMENTS = (
    '<w:comment w:id="0" w:author="Ann Other" w:date="2027-05-06T07:08:00Z"><w:p w14:paraId="0000000A">'
    "<w:r><w:annotationRef/></w:r><w:r><w:t>Is this so?</w:t></w:r></w:p></w:comment>"
    '<w:comment w:id="1" w:author="Bo Body" w:date="2027-05-07T07:08:00"><w:p><w:r><w:t>It</w:t></w:r></w:p>'
    '<w:p w14:paraId="0000000B"><w:r><w:t>is.</w:t></w:r></w:p></w:comment>'
    '<w:comment w:id="2" w:author="Cy"><w:p w14:paraId="0000000C"><w:r><w:t>No date.</w:t></w:r></w:p></w:comment>'
)
STATES = (
    '<w15:commentEx w15:paraId="0000000A" w15:done="1"/>'
    '<w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A" w15:done="0"/>'
    '<w15:commentEx w15:paraId="0000000C" w15:done="0"/>'
)


def anchored(number: int, text: str) -> str:
    start, end = f'<w:commentRangeStart w:id="{number}"/>', f'<w:commentRangeEnd w:id="{number}"/>'
    return f'{start}{r(text)}{end}<w:r><w:commentReference w:id="{number}"/></w:r>'


def test_comments_are_remarks_with_answers_and_state() -> None:
    answer = '<w:commentRangeStart w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
    body = p(anchored(0, "1. Recalling the past,") + answer) + p(PHRASE) + p(anchored(2, "2. Ends."))
    found = read(docx(body, comments=COMMENTS, commentsExtended=STATES)).imported.resolution
    first, _, last = (clause.id for clause in found.body)
    noon = datetime.datetime(2027, 5, 6, 7, 8, tzinfo=datetime.UTC)
    said = [(remark.clause, remark.author, remark.date, remark.text, remark.resolved) for remark in found.remarks]
    assert said == [
        (first, "Ann Other", noon, "Is this so?", True),
        (first, "Bo Body", datetime.datetime(2027, 5, 7, 7, 8), "It\u2028is.", True),
        (last, "Cy", datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC), "No date.", False),
    ]
    assert len({remark.id for remark in found.remarks}) == 3


def test_a_comment_at_no_clause_goes_to_the_nearest() -> None:
    body = p(anchored(0, "On Harbours"), style="T") + p("1. Recalling the past,") + p(PHRASE) + p("2. Ends.")
    styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    found = read(docx(body, comments=COMMENTS, styles=styles)).imported
    assert found.resolution.cover.text("title") == "On Harbours"
    assert found.resolution.remarks[0].clause == found.resolution.body[0].id
    assert ("remark-moved", (("author", "Ann Other"),)) in [(guess.code, guess.parameters) for guess in found.report]


def test_lines_that_were_broken_by_hand() -> None:
    body = p(PHRASE) + p(
        "<w:r><w:t>1. Calls for light;</w:t><w:br/><w:t>2. Calls for air</w:t><w:br/><w:t>and water.</w:t></w:r>"
    )
    assert body_tree(body)[1:] == ["operative 1. Calls for light;", "operative 2. Calls for air // and water."]


def test_every_word_is_in_the_text_or_in_the_report() -> None:
    body = (
        p("Draft") + p("SC (27) SI 4 E") + table((p("Left"), p("Right"))) + p("1. Recalling the past,") + p(PHRASE)
        + p(box(p("2. Boxed;"))) + p("3. Ends.") + table((p("Name"), p("Signature")))
    )  # fmt: skip
    found = read(docx(body)).imported
    told = " ".join(
        [*tree(found.resolution), *(piece.text for piece in found.report.dropped)]
        + [str(value) for _, value in found.resolution.cover.fields]
    )
    for word in ("Draft", "Left", "Right", "Recalling", "Boxed;", "Ends.", "Name", "Signature"):
        assert word in told
