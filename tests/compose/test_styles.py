import pytest
from msgspec.structs import replace

from editor.compose.composition import Style
from editor.compose.styles import MM, fonts, page, style_name, styles
from editor.model.clause import Kind
from editor.templating.schema import PageSheet, StyleSheet
from tests.papers import osce


def test_lengths_are_points() -> None:
    style = styles(osce().file)["item-1"]
    assert (style.indent, style.hang) == pytest.approx((63.7795, 28.3465), abs=1e-3)
    assert (style.size, style.leading, style.after) == (12, 14.5, 6)


def test_large_print_enlarges_all_measures_of_a_style() -> None:
    usual, large = (styles(osce().file, large_print)["item-1"] for large_print in (False, True))
    assert (usual.size, large.size) == (12, 16)
    for name in ("leading", "after", "indent", "hang"):
        assert getattr(large, name) == pytest.approx(getattr(usual, name) * 4 / 3)
    assert (large.align, large.word, large.outline) == (usual.align, usual.word, usual.outline)


def test_every_field_of_a_style_sheet_is_used() -> None:
    sheet = StyleSheet(
        "Word Name", "sans", 10, 11, True, True, "right", 1, 2, 10, 5, 7,
        keep_with_next=True, keep_together=True, hyphenate=True, outline=3,
    )  # fmt: skip
    (style,) = styles(replace(osce().file, styles={"own": sheet})).values()
    assert style == Style(
        "own", "Word Name", "sans", 10, 11, True, True, "right", 1, 2, 10 * MM, 5 * MM, 7 * MM,
        keep_with_next=True, keep_together=True, hyphenate=True, outline=3,
    )  # fmt: skip


def test_order_of_styles_and_fonts_does_not_depend_on_the_file() -> None:
    file = osce().file
    turned = replace(file, styles=dict(reversed(file.styles.items())), fonts=dict(reversed(file.fonts.items())))
    assert list(styles(turned)) == list(styles(file))
    assert list(fonts(turned)) == list(fonts(file)) == ["sans", "serif"]


def test_page_is_the_sheet_in_points() -> None:
    found = page(PageSheet(top_mm=20, right_mm=21, bottom_mm=22, left_mm=23, header_mm=10, footer_mm=11))
    assert (found.width, found.height) == pytest.approx((595.2756, 841.8898), abs=1e-3)
    margins = [found.top, found.right, found.bottom, found.left, found.header, found.footer]
    assert margins == pytest.approx([length * MM for length in (20, 21, 22, 23, 10, 11)])


def test_paper_may_be_chosen() -> None:
    assert (page(PageSheet(), "letter").width, page(PageSheet(), "letter").height) == (612, 792)
    assert page(PageSheet(paper="letter"), "a4").width == pytest.approx(595.2756, abs=1e-3)


@pytest.mark.parametrize(
    ("kind", "level", "name"),
    [
        ("preambular", 0, "clause"),
        ("operative", 0, "clause"),
        ("enacting", 0, "enacting"),
        ("heading", 0, "heading"),
        ("part", 1, "part"),
        ("item", 1, "item-1"),
        ("item", 2, "item-2"),
        ("item", 9, "item-2"),
        ("closing", 1, "closing-0"),
        ("closing", 3, "closing-1"),
    ],
)
def test_style_of_a_clause_is_the_nearest_there_is(kind: Kind, level: int, name: str) -> None:
    names = ("clause", "enacting", "heading", "part", "item-1", "item-2", "closing-0", "closing-1")
    assert style_name(kind, {one: Style(one, one) for one in names}, level) == name


def test_clause_without_a_style_of_its_own_is_set_as_a_clause() -> None:
    only = {"clause": Style("clause", "Clause")}
    for kind in ("item", "closing", "operative", "annex"):
        assert style_name(kind, only, 1) == "clause"


def test_operative_clauses_may_have_a_style_of_their_own() -> None:
    names = {one: Style(one, one) for one in ("clause", "operative")}
    assert (style_name("operative", names), style_name("preambular", names)) == ("operative", "clause")
