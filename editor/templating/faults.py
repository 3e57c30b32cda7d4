"""What can be wrong with a template: every problem names file, key and reason."""

from msgspec import Struct

from editor.model.errors import EditorError

TEMPLATE_FILE = "template.toml"


def words_file(language: str) -> str:
    """Return the name of a language's word list inside a template's folder."""
    return f"words/{language}.toml"


def phrases_file(language: str) -> str:
    """Return the name of a language's phrase bank inside a template's folder."""
    return f"phrases/{language}.toml"


class Problem(Struct, frozen=True):
    """One thing that is wrong: the file, the place in it ("kinds[0].cover[2].style"), a reason code, its parameters.

    Reasons of reading: no-such-file, too-big, not-utf8, not-toml, not-json, too-deep. Of structure: unknown-key,
    missing-key, wrong-type, not-one-of. All others are those of `templating.checks`.
    """

    file: str
    key: str
    reason: str
    details: tuple[tuple[str, object], ...] = ()


def problem(file: str, key: str, reason: str, **details: object) -> Problem:
    """Return the problem `reason` at `key` of `file`."""
    return Problem(file, key, reason, tuple(details.items()))


class TemplateError(EditorError):
    """A template that cannot be used; `problems` holds all that was found, the parameters are those of the first.

    Code "template-invalid" with file, key, reason, more (how many problems there are besides) and the reason's own
    parameters; or "template-newer" with file, key, schema and known: written for a later version of this program.
    """

    def __init__(self, code: str, problems: tuple[Problem, ...]) -> None:
        first = problems[0]
        given = {"file": first.file, "key": first.key, "reason": first.reason, "more": len(problems) - 1}
        super().__init__(code, **given, **{name: value for name, value in first.details if name not in given})
        self.problems = problems
