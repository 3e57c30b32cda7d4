"""The published schema says what is written and what is read: neither less nor more."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from editor.project.codec import decode, encode
from editor.project.document import FORMAT, REVISION, VERSION
from editor.project.errors import ProjectError
from tests.project.samples import FILES, PROJECT, projects

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "resources" / "schema" / f"resolution-{VERSION}.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
TREE = json.loads(encode(PROJECT))
del TREE["cover"]["pages"]  # kept aside, as no field is a number

SINCE = {"words"}
"""Keys that a later revision added: files of an earlier one lack them."""

BEYOND_THE_SCHEMA = {"duplicate-id", "bad-level"}
"""What no schema of this kind can say; with dates that are not in the calendar."""


def test_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["format"]["const"] == FORMAT
    assert SCHEMA["properties"]["version"]["const"] == VERSION


def test_schema_names_every_key_that_is_written() -> None:
    assert set(TREE) - {"ballot"} == set(SCHEMA["properties"]) == set(SCHEMA["required"]) | SINCE
    assert TREE["revision"] == REVISION


@pytest.mark.parametrize("path", sorted(FILES.glob(f"sample-{VERSION}.*.resolution")), ids=lambda path: path.stem)
def test_samples_are_valid(path: Path) -> None:
    VALIDATOR.validate(json.loads(path.read_bytes()))


@settings(max_examples=50)
@given(projects)
def test_whatever_is_written_is_valid(project: Any) -> None:
    VALIDATOR.validate(json.loads(encode(project)))


def places(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the path of everything inside `value`, itself left out."""
    found = [path] if path else []
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            found += places(inner, (*path, key))
    return found


NOTHING = object()
VALUES: list[Any] = [
    NOTHING,
    None,
    True,
    -1,
    0,
    3,
    1.5,
    "",
    "x",
    "item",
    "0" * 10,
    [],
    ["x"],
    [[]],
    {},
    {"t": 1},
    {"family": 1},
]


def mutated(path: tuple[str | int, ...], value: Any) -> Any:
    """Return the tree with `value` at `path`, or without what is there."""
    tree = copy.deepcopy(TREE)
    inside = tree
    for step in path[:-1]:
        inside = inside[step]
    if value is NOTHING:
        del inside[path[-1]]
    else:
        inside[path[-1]] = value
    return tree


def reading(tree: Any) -> str:
    """Return what the reader makes of `tree`: the code of its refusal, "mended" or "good"."""
    try:
        project = decode(json.dumps(tree).encode())
    except ProjectError as error:
        return error.code
    if project.read_only:
        return "newer"
    return "mended" if project.mended else "good"


def test_reader_finds_nothing_to_mend_before_the_mutation() -> None:
    assert reading(TREE) == "good"


@pytest.mark.parametrize("top", TREE)
def test_schema_and_reader_agree(top: str) -> None:
    """Put every value in every place, and nothing as well."""
    for path in (path for path in places(TREE) if path[0] == top):
        for value in VALUES:
            tree = mutated(path, value)
            verdict = reading(tree)
            if not VALIDATOR.is_valid(tree):
                assert verdict != "good", f"only the schema refuses {value} at {path}"
            else:
                assert verdict in BEYOND_THE_SCHEMA | {"good", "mended"}, f"only the reader refuses {value} at {path}"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("format",), "other"),
        (("version",), 2),
        (("kind",), None),
        (("cover", "principal_sponsor", "family"), 3),
        (("cover", "code", "parts", "number"), 3),
        (("cover", "session", "first"), "5 July"),
        (("cover", "co_sponsors", 0, "given"), []),
        (("body", 0, "id"), "P00000000A"),
        (("body", 0, "id"), "p00000000"),
        (("body", 0, "kind"), "verse"),
        (("body", 0, "level"), 1),
        (("body", 4, "level"), 0),
        (("body", 1, "text", 0, "m"), ["loud"]),
        (("body", 1, "text", 0, "x"), 1),
        (("body", 1, "text", 3, "text", 0), {"note": "n" * 10, "text": []}),
        (("body", 3, "number"), 7),
        (("remarks", 0, "date"), "yesterday"),
        (("template", "revision"), -1),
    ],
)
def test_what_is_wrong_is_not_valid(path: tuple[str | int, ...], value: Any) -> None:
    assert not VALIDATOR.is_valid(mutated(path, value))
