"""What a project file holds, as one frozen value."""

from msgspec import Struct

from editor import __version__
from editor.model.resolution import Resolution

FORMAT = "resolution-editor"
"""The value of "format" that makes a JSON file a project."""

VERSION = 1
"""The major version written: a reader of an older one would misunderstand the file."""

REVISION = 1
"""The revision written: a reader of an older one of the same major loses nothing."""

GENERATOR = f"Resolution Editor {__version__}"


MENDED_CODES = {
    "byte-order-mark": "at the start of the file",
    "cleaned": "characters that the model does not hold; `place` is the first",
    "new-id": "of a note or remark, as another one had it",
    "kept-aside": "a cover field of unknown shape: not shown, written back as it was",
    "left-out": "words or marks of a newer version, in a project opened read-only",
}
"""Every code of `Mended`, and what it means."""


class Mended(Struct, frozen=True):
    """Something in a file that was not as it should be and was put right without loss."""

    code: str
    place: str = ""


class ProjectFile(Struct, frozen=True):
    """A resolution with what its file says besides.

    `template_copy` is the template the paper was last opened with, as JSON text of one object without white space;
    empty where the file has none. `generator` is the program that wrote the file. `version` and `revision` are those
    read; a file may hold keys of the highest revision that ever wrote it. A project of a newer major version is
    `read_only`: to save it under another name, in this version, is to give up what was not understood.
    Unknown keys at the top of the file are the resolution's `extra`.
    """

    resolution: Resolution
    template_revision: int = 0
    template_copy: str = ""
    generator: str = GENERATOR
    version: int = VERSION
    revision: int = REVISION
    read_only: bool = False
    mended: tuple[Mended, ...] = ()
