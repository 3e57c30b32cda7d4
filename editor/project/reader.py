"""What one reading of a project carries along, and the checks that every part of it needs."""

from collections.abc import Set
from typing import TypeVar

from editor.model.clause import Extra
from editor.model.ids import NewId, is_id
from editor.model.text import clean
from editor.project.document import Mended
from editor.project.errors import ProjectError
from editor.project.strict_json import compact

_Shape = TypeVar("_Shape", bool, int, str, list[object], dict[str, object])

_NAMES = {bool: "true or false", int: "integer", str: "string", list: "list", dict: "object"}


class Reader:
    """Checks values and notes what was mended.

    `lenient` reads a newer major version, which is never written back: what is not understood inside a text may be
    left out. `fresh` makes identifiers where two notes or remarks share one.
    """

    def __init__(self, lenient: bool, fresh: NewId) -> None:
        self.lenient = lenient
        self.mended: list[Mended] = []
        self._fresh = fresh
        self._cleaned = False
        self._taken: dict[str, set[str]] = {"clause": set(), "note": set(), "remark": set()}

    def string(self, value: object, place: str) -> str:
        """Return the string `value` as the model may hold it."""
        if not isinstance(value, str):
            raise wrong_type(place, "string")
        cleaned = clean(value)
        if not self._cleaned and cleaned != value:
            self._cleaned = True
            self.mended.append(Mended("cleaned", place))
        return cleaned

    def identifier(self, value: object, place: str) -> str:
        """Return `value` if it has the form of an identifier."""
        if not isinstance(value, str):
            raise wrong_type(place, "string")
        if not is_id(value):
            raise ProjectError("bad-id", place=place)
        return value

    def clause_id(self, value: object, place: str) -> str:
        """Return a clause's own identifier; references would be ambiguous if another clause had it too."""
        identifier = self.identifier(value, place)
        if identifier in self._taken["clause"]:
            raise ProjectError("duplicate-id", place=place, id=identifier)
        self._taken["clause"].add(identifier)
        return identifier

    def own_id(self, value: object, place: str, of: str) -> str:
        """Return the identifier of a "note" or "remark"; a fresh one, as nothing points at these, if it is taken."""
        identifier = self.identifier(value, place)
        if identifier in self._taken[of]:
            identifier = self._fresh()
            self.mended.append(Mended("new-id", place))
        self._taken[of].add(identifier)
        return identifier

    def leave_out(self, code: str, place: str, **parameters: object) -> None:
        """Go on without what stands at `place` if the project will not be written back; refuse it otherwise."""
        if not self.lenient:
            raise ProjectError(code, place=place, **parameters)
        self.mended.append(Mended("left-out", place))

    def only(self, value: dict[str, object], known: frozenset[str], place: str) -> None:
        """Leave out the keys of `value` that are not `known`, where no unknown ones can be kept."""
        for key in () if known.issuperset(value) else value.keys() - known:
            self.leave_out("unknown-key", place, key=key)


def wrong_type(place: str, expected: str) -> ProjectError:
    """Say that `expected` should stand at `place`."""
    return ProjectError("wrong-type", place=place, expected=expected)


def shaped(value: object, shape: type[_Shape], place: str) -> _Shape:
    """Return `value` if it is of the JSON type `shape`; to JSON, true is no integer."""
    if not isinstance(value, shape) or (shape is int and isinstance(value, bool)):
        raise wrong_type(place, _NAMES[shape])
    return value


def needed(value: dict[str, object], key: str, place: str) -> object:
    """Return what stands under `key` in `value`."""
    try:
        return value[key]
    except KeyError as error:
        raise missing(place, error) from None


def missing(place: str, error: KeyError) -> ProjectError:
    """Say that the key of `error` should stand at `place`."""
    return ProjectError("missing-key", place=".".join(filter(None, (place, error.args[0]))))


def unknown(value: dict[str, object], known: Set[str]) -> Extra:
    """Return the keys of `value` that are not `known`, each with its JSON text."""
    return tuple((key, compact(inner)) for key, inner in value.items() if key not in known)
