"""The project file as bytes: UTF-8 JSON, one clause a line, equal values in equal bytes.

History of the format, version.revision:

1.0 The first. At the top "format", "version", "revision", "generator", "kind", "language", "original_language",
    "paper_revision", "cover", "body", "remarks" and "template" {"id", "revision", "copy"}; the last stands at the end
    as nobody reads it. See the modules named _form for what the parts look like, and
    resources/schema/resolution-1.json.
1.1 "words", names and terms of the text that spelling takes for right; left out where there are none.

Within a major version a revision only adds keys, and only where older readers keep unknown ones: at the top, in a
person, a clause, a remark; or fields and shapes of fields in the cover. Everything else is a new major, which older
programs open read-only. A reader never drops a version: tests/_files holds a sample of each.
"""

import codecs

from editor.model.ids import NewId, new_id
from editor.model.resolution import Resolution
from editor.project import body_form, cover_form, limits, remark_form
from editor.project.document import FORMAT, REVISION, VERSION, Mended, ProjectFile
from editor.project.errors import ProjectError
from editor.project.reader import Reader, needed, shaped, unknown
from editor.project.strict_json import compact, lines, parse, raw

_KEYS = frozenset(
    {"format", "version", "revision", "generator", "kind", "language", "original_language", "paper_revision"}
    | {"cover", "body", "remarks", "words", "template"}
)
_TEMPLATE_KEYS = frozenset({"id", "revision", "copy"})


def encode(project: ProjectFile) -> bytes:
    """Return the bytes of `project` in this version; ProjectError "newer-version" for one that is read-only."""
    if project.read_only:
        raise ProjectError("newer-version", version=project.version)
    paper = project.resolution
    top = {
        "format": FORMAT,
        "version": VERSION,
        "revision": max(project.revision, REVISION),
        "generator": project.generator,
        "kind": paper.kind,
        "language": paper.language,
        "original_language": paper.original_language,
        "paper_revision": paper.revision,
    }
    members = _members(top, 1)
    members.append(b' "cover": ' + _object(_members(cover_form.written(paper.cover), 2), 1))
    members.append(b' "body": ' + _array(lines(map(body_form.written, paper.body))))
    members.append(b' "remarks": ' + _array(lines(map(remark_form.written, paper.remarks))))
    if paper.words:
        members.append(b' "words": ' + lines([paper.words])[:-1])
    members.append(b' "template": ' + _object(_template(project), 1))
    members += _members({key: raw(value) for key, value in paper.extra if key not in _KEYS}, 1)
    return _object(members, 0) + b"\n"


def _template(project: ProjectFile) -> list[bytes]:
    members = _members({"id": project.resolution.template, "revision": project.template_revision}, 2)
    if project.template_copy:
        copied = _members(parse(project.template_copy.encode()), 3)
        members.append(b'  "copy": ' + _object(copied, 2))
    return members


def _members(values: dict[str, object], indent: int) -> list[bytes]:
    """Return one line a key, without the commas between them."""
    keys, texts = lines(values).split(b"\n"), lines(values.values()).split(b"\n")
    return [b" " * indent + key + b": " + text for key, text in zip(keys[:-1], texts[:-1], strict=True)]


def _object(members: list[bytes], indent: int) -> bytes:
    return b"{\n" + b",\n".join(members) + b"\n" + b" " * indent + b"}" if members else b"{}"


def _array(items: bytes) -> bytes:
    """Return the array of `items`, one a line; inside an item JSON spells line ends out."""
    return b"[\n  " + items[:-1].replace(b"\n", b",\n  ") + b"\n ]" if items else b"[]"


def decode(data: bytes, fresh: NewId = new_id) -> ProjectFile:
    """Return the project in `data`; ProjectError with the reason and the place if it is none.

    What could be put right without loss is, and stands in `mended`. Of a newer major version as much is shown as this
    one understands. `fresh` makes the new identifiers that mending may need.
    """
    if len(data) > limits.FILE_SIZE:
        raise ProjectError("too-big", size=len(data), limit=limits.FILE_SIZE)
    mark = data.startswith(codecs.BOM_UTF8)
    tree = parse(data.removeprefix(codecs.BOM_UTF8))
    if tree.get("format") != FORMAT:
        raise ProjectError("not-a-project")
    version = shaped(needed(tree, "version", ""), int, "version")
    if version < 1:
        raise ProjectError("wrong-value", place="version", value=version)
    reader = Reader(lenient=version > VERSION, fresh=fresh)
    if mark:
        reader.mended.append(Mended("byte-order-mark"))
    try:
        return _project(tree, version, reader)
    except ProjectError:
        if reader.lenient:
            raise ProjectError("newer-version", version=version) from None
        raise


def _project(tree: dict[str, object], version: int, reader: Reader) -> ProjectFile:
    template = shaped(needed(tree, "template", ""), dict, "template")
    reader.only(template, _TEMPLATE_KEYS, "template")
    resolution = Resolution(
        reader.string(needed(template, "id", "template"), "template.id"),
        _string(tree, "kind", reader),
        _string(tree, "language", reader),
        _string(tree, "original_language", reader),
        _string(tree, "paper_revision", reader),
        cover_form.read(needed(tree, "cover", ""), reader),
        body_form.read(needed(tree, "body", ""), reader),
        remark_form.read(needed(tree, "remarks", ""), reader),
        unknown(tree, _KEYS),
        _words(tree, reader),
    )
    return ProjectFile(
        resolution,
        _count(template, "revision", "template."),
        compact(shaped(template["copy"], dict, "template.copy")) if "copy" in template else "",
        _string(tree, "generator", reader),
        version,
        _count(tree, "revision"),
        reader.lenient,
        tuple(reader.mended),
    )


def _words(tree: dict[str, object], reader: Reader) -> tuple[str, ...]:
    words = shaped(tree.get("words", []), list, "words")
    return tuple([reader.string(word, f"words[{at}]") for at, word in enumerate(words)])


def _string(tree: dict[str, object], key: str, reader: Reader) -> str:
    return reader.string(needed(tree, key, ""), key)


def _count(tree: dict[str, object], key: str, above: str = "") -> int:
    place = above + key
    number = shaped(needed(tree, key, above.rstrip(".")), int, place)
    if number < 0:
        raise ProjectError("wrong-value", place=place, value=number)
    return number
