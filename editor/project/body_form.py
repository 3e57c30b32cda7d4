"""The body in the file: one compact object a clause, in reading order.

{"id": ..., "kind": "item", "level": 1, "text": [...]}, with "number" and "restart" where the clause has them; a level
of 0 is left out. Unknown keys are kept.
"""

from typing import cast, get_args

from editor.model.clause import DIVIDERS, LONGEST_NUMBER, NESTED, Body, Clause, Kind
from editor.model.text import LINE_BREAK
from editor.project import text_form
from editor.project.errors import ProjectError
from editor.project.reader import Reader, missing, shaped, unknown, wrong_type
from editor.project.strict_json import raw

_KEYS = frozenset({"id", "kind", "level", "number", "restart", "text"})
_KINDS: frozenset[str] = frozenset(get_args(Kind))


def written(clause: Clause) -> dict[str, object]:
    """Return `clause` as a JSON object."""
    found: dict[str, object] = {"id": clause.id, "kind": clause.kind}
    if clause.level:
        found["level"] = clause.level
    if clause.number is not None:
        found["number"] = clause.number
    if clause.restart is not None:
        found["restart"] = clause.restart
    found["text"] = text_form.written(clause.text)
    for key, value in clause.extra:
        if key not in _KEYS:
            found[key] = raw(value)
    return found


def read(value: object, reader: Reader) -> Body:
    """Return the body that the JSON `value` stands for; its levels make a tree, but no grammar was asked."""
    clauses = shaped(value, list, "body")
    body = tuple([_clause(inner, f"body[{at}]", reader) for at, inner in enumerate(clauses)])
    _check_levels(body)
    return body


def _clause(value: object, place: str, reader: Reader) -> Clause:
    if not isinstance(value, dict):
        raise wrong_type(place, "object")
    try:
        identifier, kind, text = value["id"], value["kind"], value["text"]
    except KeyError as error:
        raise missing(place, error) from None
    if not isinstance(kind, str) or kind not in _KINDS:
        raise ProjectError("wrong-value", place=f"{place}.kind", value=kind)
    level = value.get("level", 0)
    if type(level) is not int:
        raise wrong_type(f"{place}.level", "integer")
    return Clause(
        reader.clause_id(identifier, place),
        cast(Kind, kind),
        level,
        text_form.read(text, place, reader),
        _number(value["number"], f"{place}.number", reader) if "number" in value else None,
        shaped(value["restart"], bool, f"{place}.restart") if "restart" in value else None,
        () if _KEYS.issuperset(value) else unknown(value, _KEYS),
    )


def _number(value: object, place: str, reader: Reader) -> str:
    number = reader.string(value, place)
    if len(number) > LONGEST_NUMBER or LINE_BREAK in number:
        raise ProjectError("wrong-value", place=place, value=number[:LONGEST_NUMBER])
    return number


def _check_levels(body: Body) -> None:
    """Refuse a body that is no tree: a sub-item under nothing or a level too deep, a part below no part."""
    deepest = 0  # that a sub-item may have here
    part = -1  # the level of the part before, -1 for none
    for at, clause in enumerate(body):
        if clause.kind in NESTED:
            right = 1 <= clause.level <= deepest
        elif clause.kind == "part":
            right = 0 <= clause.level <= part + 1
            part = clause.level
        else:
            right = clause.level == 0
            part = -1 if clause.kind in DIVIDERS else part
        if not right:
            raise ProjectError("bad-level", place=f"body[{at}].level", level=clause.level)
        deepest = clause.level + 1 if clause.kind in NESTED else 1
