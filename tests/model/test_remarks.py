from __future__ import annotations

import datetime

import pytest

from editor.model.changes import apply, inverse
from editor.model.clause import Clause
from editor.model.errors import EditError
from editor.model.remarks import add_remark, delete_remark, find_remark, resolve_remark, set_remark
from editor.model.resolution import Remark, Resolution

DAY = datetime.datetime(2027, 3, 4, 9, 30)


@pytest.fixture
def resolution() -> Resolution:
    body = tuple(Clause(name, "operative") for name in "abc")
    remarks = (Remark("r1", "a", "Ana", DAY, "One"), Remark("r2", "c", "Jan", DAY, "Two", extra=(("x", "1"),)))
    return Resolution("t", "k", "en", body=body, remarks=remarks)


def test_a_remark_stands_behind_the_others_on_its_clause(resolution: Resolution) -> None:
    change = add_remark(resolution, "a", "Eva\u0007", "Bre\u0301st\r\ntoo", DAY, lambda: "r3")
    after = apply(resolution, change)
    assert [remark.id for remark in after.remarks] == ["r1", "r3", "r2"]
    assert after.remarks[1] == Remark("r3", "a", "Eva\ufffd", DAY, "Br\u00e9st\u2028too")
    assert apply(after, inverse(change)) == resolution
    first = apply(resolution, add_remark(resolution, "b", "Eva", "New", DAY, lambda: "r4"))
    assert [remark.id for remark in first.remarks] == ["r1", "r2", "r4"]


def test_a_remark_is_edited_resolved_and_deleted(resolution: Resolution) -> None:
    edited = apply(resolution, set_remark(resolution, "r2", "Other\x00"))
    assert find_remark(edited, "r2") == Remark("r2", "c", "Jan", DAY, "Other\ufffd", extra=(("x", "1"),))
    done = apply(edited, resolve_remark(edited, "r2", True))
    assert find_remark(done, "r2").resolved
    again = apply(done, resolve_remark(done, "r2", False))
    assert again == edited
    gone = apply(again, delete_remark(again, "r1"))
    assert [remark.id for remark in gone.remarks] == ["r2"]


def test_what_is_not_there_is_refused(resolution: Resolution) -> None:
    with pytest.raises(EditError, match="no-such-clause clause='x'"):
        add_remark(resolution, "x", "Eva", "New", DAY)
    for refused in (
        lambda: set_remark(resolution, "r9", ""),
        lambda: resolve_remark(resolution, "r9", True),
        lambda: delete_remark(resolution, "r9"),
        lambda: find_remark(resolution, "r9"),
    ):
        with pytest.raises(EditError, match="no-such-remark remark='r9'"):
            refused()
