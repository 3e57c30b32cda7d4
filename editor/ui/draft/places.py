"""Where the caret goes when somebody else changed the text, to what changed; and how places are counted."""

from editor.model.clause import Body
from editor.model.edits import Place
from editor.model.text import length
from editor.ui.draft.differ import common_end, common_start


def changed_rows(before: Body, after: Body) -> tuple[int, int, int]:
    """Return the first row that differs, and the ends of what differs in `before` and in `after`."""
    shortest = min(len(before), len(after))
    start = 0
    while start < shortest and before[start] is after[start]:
        start += 1
    end = 0
    while end < shortest - start and before[-1 - end] is after[-1 - end]:
        end += 1
    return start, len(before) - end, len(after) - end


def place_of_change(before: Body, after: Body, caret: Place | None) -> Place | None:
    """Return the end of what changed from `before` to `after`; `caret` itself where clauses only took other places."""
    start, old_end, new_end = changed_rows(before, after)
    if start == new_end:
        return (after[min(start, len(after) - 1)].id, 0) if after else None
    old = {clause.id: clause for clause in before[start:old_end]}
    mended = [clause for clause in after[start:new_end] if old.get(clause.id, clause).text != clause.text]
    fresh = [clause for clause in after[start:new_end] if clause.id not in old]
    if fresh:
        return fresh[-1].id, length(fresh[-1].text)
    if mended:
        had, has = old[mended[-1].id].text, mended[-1].text
        return mended[-1].id, length(has) - common_end(had, has, common_start(had, has))
    if caret and any(clause.id == caret[0] for clause in after):
        return caret
    return after[start].id, 0


def units(words: str, offset: int) -> int:
    """Return how many UTF-16 units the first `offset` code points of `words` take."""
    return min(offset, len(words)) if words.isascii() else len(words[:offset].encode("utf-16-le")) // 2
