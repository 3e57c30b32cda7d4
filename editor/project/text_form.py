"""The text of a clause in the file.

A list: a plain run is a bare string, a run with marks or a language {"t": words, "m": ["italic"], "l": "fr"}, a
reference {"ref": clause, "form": "number"} ("full" is left out), a note {"note": id, "text": [...]}. Unknown keys are
not kept here: a version that needs new ones is a new major.
"""

from typing import get_args

from msgspec.structs import replace

from editor.model.text import NO_MARKS, Inline, Mark, Note, Reference, ReferenceForm, Run, Text, normalise
from editor.project.errors import ProjectError
from editor.project.reader import Reader, needed, shaped, wrong_type

_MARKS: tuple[Mark, ...] = get_args(Mark)
_FORMS: tuple[ReferenceForm, ...] = get_args(ReferenceForm)
_RUN = frozenset({"t", "m", "l"})
_REFERENCE = frozenset({"ref", "form"})
_NOTE = frozenset({"note", "text"})


def written(text: Text) -> list[object]:
    """Return `text` as JSON values."""
    return [
        piece.text if isinstance(piece, Run) and not piece.marks and piece.language is None else _object(piece)
        for piece in text
    ]


def _object(piece: Inline) -> dict[str, object]:
    match piece:
        case Run(words, marks, language):
            found: dict[str, object] = {"t": words}
            if marks:
                found["m"] = [mark for mark in _MARKS if mark in marks]
            if language is not None:
                found["l"] = language
            return found
        case Reference(target, "full"):
            return {"ref": target}
        case Reference(target, form):
            return {"ref": target, "form": form}
        case Note(identifier, text):
            return {"note": identifier, "text": written(text)}


def read(value: object, owner: str, reader: Reader) -> Text:
    """Return the text that the JSON `value` of the clause or note `owner` stands for, in the model's one form."""
    if not isinstance(value, list):
        raise wrong_type(f"{owner}.text", "list")
    if len(value) == 1 and isinstance(value[0], str):
        words = reader.string(value[0], owner)
        return (Run(words),) if words else ()
    pieces = [
        Run(inner) if isinstance(inner, str) else _piece(inner, f"{owner}.text[{at}]", reader)
        for at, inner in enumerate(value)
    ]
    joined = normalise(tuple([piece for piece in pieces if piece is not None]))
    return tuple([_cleaned(piece, owner, reader) if isinstance(piece, Run) else piece for piece in joined])


def _cleaned(run: Run, owner: str, reader: Reader) -> Run:
    """Return `run` clean; only now, as a letter and its accent may have stood in two runs that were joined."""
    words = reader.string(run.text, owner)
    return run if words == run.text else replace(run, text=words)


def _piece(value: object, place: str, reader: Reader) -> Inline | None:
    if not isinstance(value, dict):
        raise wrong_type(place, "string or object")
    if "t" in value:
        return _run(value, place, reader)
    if "ref" in value:
        return _reference(value, place, reader)
    if "note" in value:
        reader.only(value, _NOTE, place)
        identifier = reader.own_id(value["note"], f"{place}.note", "note")
        return Note(identifier, _note_text(needed(value, "text", place), place, reader))
    reader.leave_out("wrong-type", place, expected="words, reference or note")
    return None


def _run(value: dict[str, object], place: str, reader: Reader) -> Run:
    reader.only(value, _RUN, place)
    words = shaped(value["t"], str, f"{place}.t")
    language = reader.string(value["l"], f"{place}.l") if "l" in value else None
    return Run(words, _marks(value["m"], f"{place}.m", reader) if "m" in value else NO_MARKS, language)


def _marks(value: object, place: str, reader: Reader) -> frozenset[Mark]:
    marks = [shaped(mark, str, place) for mark in shaped(value, list, place)]
    for mark in marks:
        if mark not in _MARKS:
            reader.leave_out("wrong-value", place, value=mark)
    return frozenset(mark for mark in _MARKS if mark in marks)


def _reference(value: dict[str, object], place: str, reader: Reader) -> Reference:
    reader.only(value, _REFERENCE, place)
    form = shaped(value.get("form", "full"), str, f"{place}.form")
    if form not in _FORMS:
        raise ProjectError("wrong-value", place=f"{place}.form", value=form)
    return Reference(reader.identifier(value["ref"], f"{place}.ref"), form)


def _note_text(value: object, owner: str, reader: Reader) -> tuple[Run | Reference, ...]:
    text = read(value, owner, reader)
    if any(isinstance(piece, Note) for piece in text):
        raise wrong_type(f"{owner}.text", "words and references")
    return tuple(piece for piece in text if not isinstance(piece, Note))
