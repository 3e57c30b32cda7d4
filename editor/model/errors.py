"""What the model refuses, as codes with parameters; the sentences live in `ui` and `cli`."""

from collections.abc import Mapping

EDIT_CODES: Mapping[str, tuple[str, ...]] = {
    "after-closing": ("clause",),  # nothing may follow a closing text in its list
    "closing-moves": ("clause",),  # this closing text would pass to another clause
    "division": ("clause", "kind"),  # the template has no such parts, or no annexes
    "duplicate-id": ("clause",),
    "enacting-phrase": ("clause",),  # this clause cannot be joined with the enacting phrase
    "inside-another": ("clause",),  # this clause would pass to another clause or part: it would be put in between
    "into-itself": ("clause",),  # the place lies among the moved clause's own sub-items
    "level": ("clause", "level"),  # this kind of clause has another level
    "mixed-levels": ("clause",),  # this clause has another level than those moved with it
    "no-items-here": ("clause", "kind"),  # a clause of `kind` has no sub-items; this is the sub-item
    "no-join": ("clause", "kind"),  # a part or annex is not joined to what stands before it
    "no-items-yet": ("clause",),  # there are no sub-items that a closing text could follow
    "no-number-here": ("clause", "kind"),  # an enacting phrase or closing text has no number
    "no-parent": ("clause", "level"),  # no clause stands before that it could be a sub-item of
    "no-place": ("clause",),  # there is nowhere to move to
    "no-restart-here": ("clause", "kind"),  # only parts and annexes restart a series
    "no-such-clause": ("clause",),
    "no-such-note": ("note",),
    "no-such-remark": ("remark",),
    "no-such-language": ("language",),  # the template has no words in it
    "not-indentable": ("clause", "kind"),
    "nothing-before": ("clause",),  # the first clause has none to be joined to
    "number-range": ("clause", "number", "highest"),  # an override in digits goes from 1 to `highest`
    "number-text": ("clause", "number", "longest"),  # an override in words is one line of `longest` characters
    "order": ("clause", "kind"),  # the order of preamble, enacting phrase and operative part forbids it
    "stale": (),  # the change was made for another state of the resolution
    "too-deep": ("clause", "level", "deepest"),
}
"""Every code of `EditError` with the names of its parameters.

`clause` is the id of the clause that is refused, empty where there is none; `kind` and `level` are what it is or would
be; the others are numbers or words for the sentence.
"""


class EditorError(Exception):
    """Base of all errors of this program that a user can cause: a code and its parameters."""

    def __init__(self, code: str, /, **parameters: object) -> None:
        super().__init__(code, parameters)
        self.code = code
        self.parameters = parameters

    def __str__(self) -> str:
        """Return the code and parameters, for logs and tests."""
        return self.code + "".join(f" {key}={value!r}" for key, value in self.parameters.items())

    def __reduce__(self) -> tuple[object, ...]:
        """Let it pass from one process to another: by default an exception is made again from its `args` alone."""
        return _made_again, (type(self), self.code, self.parameters)


def _made_again(error: type[EditorError], code: str, parameters: dict[str, object]) -> EditorError:
    return error(code, **parameters)


class EditError(EditorError):
    """An edit that the template's grammar or the text itself does not allow; nothing was changed."""
