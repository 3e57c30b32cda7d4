"""Pages below one another: where they are, and which a window sees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.ui.preview.stack import Stack

PAGES = Stack(3, 100.0, 200.0, 10.0, 20.0)


def test_pages_follow_each_other() -> None:
    assert [PAGES.top(page) for page in range(3)] == [20, 230, 440]
    assert PAGES.length == 660


@pytest.mark.parametrize(("y", "page"), [(0, 0), (20, 0), (225, 0), (230, 1), (659, 2), (5000, 2), (-50, 0)])
def test_every_height_has_a_page(y: float, page: int) -> None:
    assert PAGES.page_at(y) == page


def test_a_window_sees_the_pages_that_it_cuts() -> None:
    assert list(PAGES.seen(0, 100)) == [0]
    assert list(PAGES.seen(210, 240)) == [0, 1]
    assert list(PAGES.seen(0, 660)) == [0, 1, 2]
    assert list(Stack(0, 1, 1, 0, 0).seen(0, 100)) == []


@given(st.integers(1, 2000), st.floats(1, 3000), st.floats(0, 40), st.floats(0, 1))
def test_a_share_leads_back_to_where_it_was(pages: int, height: float, gap: float, where: float) -> None:
    stack = Stack(pages, 100.0, height, gap, 20.0)
    y = stack.margin + where * (stack.length - 2 * stack.margin)
    assert stack.at(stack.share(y)) == pytest.approx(y)
