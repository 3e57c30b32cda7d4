"""From decoded TOML or JSON to the structs of the schema, collecting everything that does not fit."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

import msgspec
from msgspec import NODEFAULT, Struct
from msgspec.structs import FieldInfo, fields

from editor.model.text import clean
from editor.templating.faults import Problem, problem

DEEPEST = 12
"""Levels of tables and arrays that a template may have inside each other."""

LONGEST = 2000
"""Characters that a text in a template may have."""

T = TypeVar("T")

_EXPECTED = {str: "text", int: "integer", float: "number", bool: "boolean"}


def convert(data: object, kind: type[T]) -> T:
    """Return `data` as a `kind`; only for data that `problems` found nothing wrong with."""
    return msgspec.convert(data, kind)


def cleaned(data: object, depth: int = 0) -> object:
    """Return `data` with every text as the model may hold it; RecursionError if it is too deep."""
    if depth > DEEPEST:
        raise RecursionError
    if isinstance(data, str):
        return clean(data)
    if isinstance(data, dict):
        return {clean(key): cleaned(value, depth + 1) for key, value in data.items()}
    if isinstance(data, list):
        return [cleaned(value, depth + 1) for value in data]
    return data


def problems(data: object, kind: Any, file: str, key: str = "") -> Iterator[Problem]:
    """Yield everything in `data` that keeps it from being a `kind`; `key` is the place of `data` in `file`."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType) and NoneType in inner:
        if data is not None:
            yield from problems(data, next(one for one in inner if one is not NoneType), file, key)
    elif isinstance(kind, type) and issubclass(kind, Struct):
        yield from _table(data, kind, file, key)
    elif origin is tuple:
        yield from _array(data, inner[0], file, key)
    elif origin is dict:
        yield from _entries(data, inner[0], inner[1], file, key)
    else:
        yield from _leaf(data, kind, file, key)


def _table(data: object, kind: type[Struct], file: str, key: str) -> Iterator[Problem]:
    if not isinstance(data, dict):
        yield problem(file, key, "wrong-type", expected="table")
        return
    known = _fields(kind)
    for name in data:
        if name not in known:
            yield problem(file, joined(key, name), "unknown-key")
    for name, field in known.items():
        if name in data:
            yield from problems(data[name], field.type, file, joined(key, name))
        elif field.default is NODEFAULT and field.default_factory is NODEFAULT:
            yield problem(file, joined(key, name), "missing-key")


@cache
def _fields(kind: type[Struct]) -> Mapping[str, FieldInfo]:
    """Return the fields of `kind` by the name they have in a file."""
    return {field.encode_name: field for field in fields(kind)}


def _array(data: object, inner: object, file: str, key: str) -> Iterator[Problem]:
    if not isinstance(data, list):
        yield problem(file, key, "wrong-type", expected="array")
        return
    for at, value in enumerate(data):
        yield from problems(value, inner, file, f"{key}[{at}]")


def _entries(data: object, name_kind: object, inner: object, file: str, key: str) -> Iterator[Problem]:
    if not isinstance(data, dict):
        yield problem(file, key, "wrong-type", expected="table")
        return
    for name, value in data.items():
        yield from _leaf(name, name_kind, file, joined(key, name))
        yield from problems(value, inner, file, joined(key, name))


def _leaf(data: object, kind: Any, file: str, key: str) -> Iterator[Problem]:
    try:
        msgspec.convert(data, kind)
    except msgspec.ValidationError:
        yield _misfit(kind, file, key)
        return
    if isinstance(data, str) and len(data) > LONGEST:
        yield problem(file, key, "too-long", limit=LONGEST)


def _misfit(kind: Any, file: str, key: str) -> Problem:
    choice = get_args(kind)[0] if get_origin(kind) is frozenset else kind
    if get_origin(choice) is Literal:
        return problem(file, key, "not-one-of", allowed=get_args(choice))
    return problem(file, key, "wrong-type", expected=_EXPECTED.get(kind, str(kind)))


def joined(key: str, name: str) -> str:
    """Return the place `name` inside `key`, shortened where somebody made the name very long."""
    name = name if len(name) <= 60 else name[:57] + "..."
    return f"{key}.{name}" if key else name
