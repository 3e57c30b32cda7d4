"""Files that are no projects, or no longer: each is refused with one code, and with nothing else."""

import json
import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.project import limits
from editor.project.codec import decode, encode
from editor.project.errors import ProjectError
from tests.project.samples import FILES, PROJECT

GOOD = encode(PROJECT)
HEAD = b'{"format":"resolution-editor","version":1,'

Edit = Callable[[Any], None]


def refusal(data: bytes) -> ProjectError:
    with pytest.raises(ProjectError) as caught:
        decode(data)
    return caught.value


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\0" * 5000, "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (GOOD[: len(GOOD) // 2], "truncated"),
        (GOOD[:-3], "truncated"),
        (GOOD[: GOOD.index(b"},\n") + 1], "truncated"),
        (GOOD + b"}", "damaged line=47 column=1"),
        (GOOD.replace(b'"kind":"item"', b'"kind" "item"', 1), "damaged line=24 column=29"),
        (GOOD.replace(b"by day,", b"by\x00day,"), "damaged line=25 column=57"),
        (GOOD.replace(b'"level":2', b'"level":02'), "damaged line=25 column=45"),
        (GOOD.replace(b"by day,", b"by d\xe9y,"), f"wrong-encoding position={GOOD.index(b'by day,') + 4}"),
        (GOOD.decode().encode("utf-16"), "wrong-encoding position=0"),
        (GOOD.replace(b" \"body\"", b"<<<<<<< HEAD\n \"body\""), "merge-conflict line=19"),
        (GOOD.replace(b" \"body\"", b"=======\n>>>>>>> theirs\n \"body\""), "merge-conflict line=20"),
        (b"\x89PNG\r\n\x1a\n\xff\xfe", "not-a-project"),
        (b"PK\x03\x04", "not-a-project"),
        (b"Draft resolution\n1. Recalling", "not-a-project"),
        (b"{\\rtf1\\ansi}", "not-a-project"),
        (b"[]", "not-a-project"),
        (b"12", "not-a-project"),
        (b"{}", "not-a-project"),
        (b'{"format":"resolution"}', "not-a-project"),
        (b'{"format":["resolution-editor"]}', "not-a-project"),
        (HEAD + b'"version":1}', "duplicate-key key='version'"),
        (GOOD.replace(b'"level":2', b'"level":2,"level":1'), "duplicate-key key='level'"),
        (HEAD + b'"x":{"\\ud800":1,"\\udfff":2}}', "duplicate-key key='\ufffd'"),
        (HEAD + b'"x":NaN}', "bad-number"),
        (HEAD + b'"x":[-Infinity]}', "bad-number"),
        (HEAD + b'"x":1e99999999999999999999}', "bad-number"),
        (HEAD + b'"x":' + b"9" * 5000 + b"}", "bad-number"),
        (GOOD[:-3] + b',"x":' + b"[" * 65 + b"]" * 65 + b"}", "too-deep limit=64"),
        (GOOD[:-3] + b',"x":' + b'{"a":' * 100_000 + b"1" + b"}" * 100_000 + b"}", "too-deep limit=64"),
        (GOOD[:-3] + b',"x":' + b"[" * 100_000 + b'"\\ud800"' + b"]" * 100_000 + b"}", "too-deep limit=64"),
        (GOOD.replace(b'"title": ', b'"title": ' + b"[" * 65 + b"]" * 65 + b',"x":'), "too-deep limit=64"),
        (b'{"format":"resolution-editor"}', "missing-key place='version'"),
        (b'{"format":"resolution-editor","version":"1"}', "wrong-type place='version' expected='integer'"),
        (b'{"format":"resolution-editor","version":true}', "wrong-type place='version' expected='integer'"),
        (b'{"format":"resolution-editor","version":0}', "wrong-value place='version' value=0"),
        (HEAD[:-1] + b"}", "missing-key place='template'"),
        (b'{"format":"resolution-editor","version":9}', "newer-version version=9"),
    ],
)  # fmt: skip
def test_content_is_refused_with_its_reason(data: bytes, expected: str) -> None:
    assert str(refusal(data)) == expected


def test_huge_content_is_refused_before_it_is_looked_at() -> None:
    error = refusal(b" " * (limits.FILE_SIZE + 1))
    assert (error.code, error.parameters) == ("too-big", {"size": limits.FILE_SIZE + 1, "limit": limits.FILE_SIZE})


def test_nesting_within_the_limit_is_kept() -> None:
    deep = b"[" * limits.NESTING + b"]" * limits.NESTING
    assert decode(GOOD[:-3] + b',"x":' + deep + b"}").resolution.extra[-1] == ("x", deep.decode())


def edited(edit: Edit) -> bytes:
    tree = json.loads(GOOD)
    edit(tree)
    return json.dumps(tree).encode()


def put(value: object, *path: str | int) -> Edit:
    """Return an edit that puts `value` at the end of `path`."""

    def edit(tree: Any) -> None:
        for step in path[:-1]:
            tree = tree[step]
        tree[path[-1]] = value

    return edit


def drop(*path: str | int) -> Edit:
    def edit(tree: Any) -> None:
        for step in path[:-1]:
            tree = tree[step]
        del tree[path[-1]]

    return edit


STRING, INTEGER, LIST, OBJECT = (f"expected='{name}'" for name in ("string", "integer", "list", "object"))


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (put([], "kind"), f"wrong-type place='kind' {STRING}"),
        (put(None, "language"), f"wrong-type place='language' {STRING}"),
        (put("1", "revision"), f"wrong-type place='revision' {INTEGER}"),
        (put(-1, "revision"), "wrong-value place='revision' value=-1"),
        (drop("paper_revision"), "missing-key place='paper_revision'"),
        (put([], "cover"), f"wrong-type place='cover' {OBJECT}"),
        (put({}, "body"), f"wrong-type place='body' {LIST}"),
        (put("", "template"), f"wrong-type place='template' {OBJECT}"),
        (drop("template", "id"), "missing-key place='template.id'"),
        (drop("template", "revision"), "missing-key place='template.revision'"),
        (put(1.5, "template", "revision"), f"wrong-type place='template.revision' {INTEGER}"),
        (put([], "template", "copy"), f"wrong-type place='template.copy' {OBJECT}"),
        (put("x", "body", 3), f"wrong-type place='body[3]' {OBJECT}"),
        (drop("body", 3, "kind"), "missing-key place='body[3].kind'"),
        (put("verse", "body", 3, "kind"), "wrong-value place='body[3].kind' value='verse'"),
        (put(["item"], "body", 3, "kind"), "wrong-value place='body[3].kind' value=['item']"),
        (drop("body", 3, "id"), "missing-key place='body[3].id'"),
        (put(7, "body", 3, "id"), f"wrong-type place='body[3]' {STRING}"),
        (put("Q00000000A", "body", 3, "id"), "bad-id place='body[3]'"),
        (put("q00000000a\n", "body", 3, "id"), "bad-id place='body[3]'"),
        (put("q00000000b", "body", 3, "id"), "duplicate-id place='body[4]' id='q00000000b'"),
        (put("1", "body", 4, "level"), f"wrong-type place='body[4].level' {INTEGER}"),
        (put(True, "body", 4, "level"), f"wrong-type place='body[4].level' {INTEGER}"),
        (put(1.0, "body", 4, "level"), f"wrong-type place='body[4].level' {INTEGER}"),
        (put(0, "body", 4, "level"), "bad-level place='body[4].level' level=0"),
        (put(2, "body", 4, "level"), "bad-level place='body[4].level' level=2"),
        (put(-1, "body", 4, "level"), "bad-level place='body[4].level' level=-1"),
        (put(1, "body", 3, "level"), "bad-level place='body[3].level' level=1"),
        (put("item", "body", 0, "kind"), "bad-level place='body[0].level' level=0"),
        (put({"id": "y" * 10, "kind": "part", "level": 1, "text": []}, "body", 0),
         "bad-level place='body[0].level' level=1"),
        (put("9" * 25, "body", 3, "number"), f"wrong-value place='body[3].number' value='{'9' * 24}'"),
        (put("1\u2028 2", "body", 3, "number"), "wrong-value place='body[3].number' value='1\\u2028 2'"),
        (put(7, "body", 3, "number"), f"wrong-type place='body[3].number' {STRING}"),
        (put(1, "body", 8, "restart"), "wrong-type place='body[8].restart' expected='true or false'"),
        (drop("body", 3, "text"), "missing-key place='body[3].text'"),
        (put("words", "body", 3, "text"), f"wrong-type place='body[3].text' {LIST}"),
        (put([1], "body", 3, "text"), "wrong-type place='body[3].text[0]' expected='string or object'"),
        (put([["x"]], "body", 3, "text"), "wrong-type place='body[3].text[0]' expected='string or object'"),
        (put({}, "body", 1, "text", 0), "wrong-type place='body[1].text[0]' expected='words, reference or note'"),
        (put(5, "body", 1, "text", 0, "t"), f"wrong-type place='body[1].text[0].t' {STRING}"),
        (put("italic", "body", 1, "text", 0, "m"), f"wrong-type place='body[1].text[0].m' {LIST}"),
        (put([[]], "body", 1, "text", 0, "m"), f"wrong-type place='body[1].text[0].m' {STRING}"),
        (put(["loud"], "body", 1, "text", 0, "m"), "wrong-value place='body[1].text[0].m' value='loud'"),
        (put(None, "body", 1, "text", 2, "l"), f"wrong-type place='body[1].text[2].l' {STRING}"),
        (put("here", "body", 6, "text", 1, "ref"), "bad-id place='body[6].text[1].ref'"),
        (put("half", "body", 6, "text", 1, "form"), "wrong-value place='body[6].text[1].form' value='half'"),
        (drop("body", 1, "text", 3, "text"), "missing-key place='body[1].text[3].text'"),
        (put([{"note": "m" * 10, "text": []}], "body", 1, "text", 3, "text"),
         "wrong-type place='body[1].text[3].text' expected='words and references'"),
        (put(2, "remarks", 0), f"wrong-type place='remarks[0]' {OBJECT}"),
        (put("x", "remarks", 0, "id"), "bad-id place='remarks[0]'"),
        (drop("remarks", 0, "author"), "missing-key place='remarks[0].author'"),
        (put("2012-06-01", "remarks", 0, "date"), "wrong-value place='remarks[0].date' value='2012-06-01'"),
        (put("2012-06-31T09:30:00", "remarks", 0, "date"),
         "wrong-value place='remarks[0].date' value='2012-06-31T09:30:00'"),
        (put("0001-01-01T00:00:00+14:00", "remarks", 0, "date"),
         "wrong-value place='remarks[0].date' value='0001-01-01T00:00:00+14:00'"),
        (put("yes", "remarks", 0, "resolved"), "wrong-type place='remarks[0].resolved' expected='true or false'"),
    ],
)  # fmt: skip
def test_wrong_values_are_refused_with_their_place(edit: Edit, expected: str) -> None:
    assert str(refusal(edited(edit))) == expected


def accepted_or_refused(data: bytes) -> None:
    """Fail on anything but a ProjectError or a project that can be written and read again."""
    try:
        project = decode(data)
    except ProjectError:
        return
    if not project.read_only:
        assert decode(encode(project)).resolution == project.resolution


SAMPLE = (FILES / "sample-1.0.resolution").read_bytes()
places = st.integers(0, len(SAMPLE) - 1)
pieces = st.binary(max_size=3) | st.sampled_from(
    [b'"', b"{", b"}", b"[", b"]", b",", b":", b"\\u", b"\\ud8", b"\0", b"9"]
)


@settings(max_examples=300)
@given(st.lists(st.tuples(places, st.integers(0, 4), pieces), min_size=1, max_size=4))
def test_no_change_of_bytes_does_more_than_be_refused(changes: list[tuple[int, int, bytes]]) -> None:
    data = SAMPLE
    for at, removed, put_in in changes:
        data = data[:at] + put_in + data[at + removed :]
    accepted_or_refused(data)


def test_every_length_is_refused_but_the_whole() -> None:
    for end in range(0, len(SAMPLE) - 2, 7):
        assert refusal(SAMPLE[:end]).code in {"empty", "truncated", "wrong-encoding", "not-a-project"}


def test_every_bit_may_be_wrong() -> None:
    source = random.Random(1)
    for _ in range(2000):
        data = bytearray(SAMPLE)
        data[source.randrange(len(data))] ^= 1 << source.randrange(8)
        accepted_or_refused(bytes(data))
