"""Links, bookmarks: where they lead, and that the tree knows them."""

from __future__ import annotations

import re

import pikepdf
import pytest

from editor.compose.composition import (
    Link,
    LinkPart,
    Paragraph,
    Words,
)
from tests.export.pdf.reading import find, flat, opened, tree
from tests.typeset.compositions import (
    SENTENCE,
    clause,
    clauses,
    composition,
    item,
    plain,
)


def test_links_lead_to_their_clause() -> None:
    link = Link("c30", (LinkPart("paragraph "), LinkPart("30", "c30")))
    blocks = [clause(1, "Recalling ", link, " and all"), *clauses(30)[1:]]
    pdf = opened(composition(*blocks))
    (annotation,) = pdf.pages[0].Annots
    assert str(annotation.Contents) == "paragraph 30"
    assert annotation.Dest[0].objgen == pdf.pages[-1].objgen
    left, bottom, right, top = map(float, annotation.Rect)
    assert 0 < left < right < 596
    assert 10 < top - bottom < 16
    found = next(find(tree(pdf), "Link"))
    assert found[1] == "paragraph 30"
    assert found[2].objgen == annotation.objgen
    parents = pdf.Root.StructTreeRoot.ParentTree.Nums
    keys = [int(parents[place]) for place in range(0, len(parents), 2)]
    owner = parents[2 * keys.index(int(annotation.StructParent)) + 1]
    assert str(owner.S) == "/Link"


def test_a_link_over_a_lines_end_is_one_element_with_two_places() -> None:
    link = Link("c1", (LinkPart("paragraph 1 of the resolution adopted in the year before this one", "c1"),))
    words = SENTENCE[:40]
    pdf = opened(composition(clause(1, words, link, " ends")))
    found = list(find(tree(pdf), "Link"))
    assert len(found) == 1
    assert len([part for part in found[0] if isinstance(part, pikepdf.Dictionary)]) == 2


def test_a_reference_to_what_is_not_printed_is_plain_words() -> None:
    pdf = opened(composition(clause(1, "See ", Link("gone", (LinkPart("paragraph ?"),)), " there")))
    assert not list(find(tree(pdf), "Link"))
    assert "paragraph ?" in flat(tree(pdf))
    assert "/Annots" not in pdf.pages[0]


def test_bookmarks_are_headings_and_clauses() -> None:
    blocks = (plain("title", "Draft Resolution"), plain("heading", "General"), clause(1, SENTENCE), item("a.", "A"))
    enacting = Paragraph("enacting", (Words("The Assembly:"),), "enacting")
    pdf = opened(composition(*blocks, enacting, clause(2, "Two"), plain("heading", "Particular"), clause(3, "Three")))
    with pdf.open_outline() as outline:
        (top,) = outline.root
        assert top.title == "Draft Resolution"
        assert [one.title for one in top.children] == ["General", "Particular"]
        general, particular = ([one.title for one in part.children] for part in top.children)
        assert general[1:] == ["The Assembly:", "2. Two"]
        assert particular == ["3. Three"]
        assert re.fullmatch(r"1\. Calls on the participating States .{20,60}…", general[0])
        assert top.destination[0].objgen == pdf.pages[0].objgen  # type: ignore[index]


@pytest.mark.parametrize("count", [3, 300])
def test_bookmarks_count_what_is_open(count: int) -> None:
    pdf = opened(composition(plain("title", "Draft"), *clauses(count, 1)))
    open_ones = count + 1 if count == 3 else 1
    assert int(pdf.Root.Outlines.Count) == open_ones
    assert abs(int(pdf.Root.Outlines.First.Count)) == count
