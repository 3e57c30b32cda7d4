"""The parts of a document code.

Reasons: bad-name, twice, no-values, values-not-used, bad-value, bad-literal, holds, no-such-token, does-not-fit.
"""

from collections.abc import Iterator

from editor.templating.checks.names import is_name, twice
from editor.templating.codes import fits
from editor.templating.faults import TEMPLATE_FILE, Problem, problem
from editor.templating.schema import CodeToken, Template

LONGEST_VALUE = 12
LONGEST_LITERAL = 8


def problems(template: Template) -> Iterator[Problem]:
    """Yield what is wrong with the template's code, and with what its kinds of paper put into it."""
    code = template.file.code
    for at, name in twice([token.name for token in code]):
        yield problem(TEMPLATE_FILE, f"code[{at}].name", "twice", name=name)
    for single in ("language", "revision"):
        for at in [at for at, token in enumerate(code) if token.type == single][1:]:
            yield problem(TEMPLATE_FILE, f"code[{at}].type", "twice", name=single)
    for at, token in enumerate(code):
        yield from _token(token, f"code[{at}]", len(code) - at - 1)
    tokens = {token.name: token for token in code}
    for at, kind in enumerate(template.file.kinds):
        for name, value in kind.code.items():
            key = f"kinds[{at}].code.{name}"
            if name not in tokens or tokens[name].type in ("language", "revision"):
                yield problem(TEMPLATE_FILE, key, "no-such-token", name=name)
            elif not fits(tokens[name], value):
                yield problem(TEMPLATE_FILE, key, "does-not-fit", name=value)


def _token(token: CodeToken, key: str, following: int) -> Iterator[Problem]:
    if not is_name(token.name):
        yield problem(TEMPLATE_FILE, f"{key}.name", "bad-name", name=token.name)
    listed = token.type in ("choice", "revision")
    if listed and not token.values and not token.free:
        yield problem(TEMPLATE_FILE, f"{key}.values", "no-values")
    if (not listed and token.values) or (token.free and token.type != "choice"):
        yield problem(TEMPLATE_FILE, f"{key}.values", "values-not-used")
    for value in token.values:
        if not (0 < len(value) <= LONGEST_VALUE and value.isascii() and value.isalnum() and not value.isdigit()):
            yield problem(TEMPLATE_FILE, f"{key}.values", "bad-value", name=value)
    for name, literal in (("before", token.before), ("after", token.after)):
        if len(literal) > LONGEST_LITERAL or literal != literal.strip() or any(map(str.isdigit, literal)):
            yield problem(TEMPLATE_FILE, f"{key}.{name}", "bad-literal", name=literal)
    if not 0 <= token.holds <= following or (token.holds and (token.optional or token.type == "revision")):
        yield problem(TEMPLATE_FILE, f"{key}.holds", "holds", following=following)
