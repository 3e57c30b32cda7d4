"""Grammar and numbering.

Reasons: out-of-range, not-allowed, no-paragraphs, rule-kind, rule-level, too-deep, twice, placeholder-count,
bad-alphabet, bad-word-format, empty, no-such-lettering.
"""

from collections.abc import Iterable, Iterator

from editor.model.clause import DIVIDERS, PARAGRAPHS, Kind
from editor.model.grammar import Grammar
from editor.model.scheme import LevelRule, NumberFormat, Scheme
from editor.templating.faults import TEMPLATE_FILE, Problem, problem, words_file
from editor.templating.schema import Template

DEEPEST = 8
"""The deepest level of a sub-item or part: Word's lists have nine levels, the first is the clause's."""

LONGEST_LABEL = 40

WORD_FORMATS = frozenset(
    "decimal decimalZero upperRoman lowerRoman upperLetter lowerLetter russianLower russianUpper none bullet ordinal"
    " chineseCounting arabicAlpha arabicAbjad hebrew1".split()
)
"""Values of w:numFmt (ISO/IEC 29500-1, 17.18.59) that a number format may name; empty stands for none of them."""


def problems(template: Template) -> Iterator[Problem]:
    """Yield what is wrong with the grammar, the numbering and those of the languages."""
    grammar = template.file.grammar
    yield from _grammar(grammar)
    yield from _scheme(template.file.numbering, grammar, TEMPLATE_FILE)
    for language, words in template.words.items():
        file = words_file(language)
        if words.numbering:
            yield from _scheme(words.numbering, grammar, file)
        yield from _references(words.reference, file, "reference")
        for name, lettering in words.lettering.items():
            yield from _alphabet(lettering.alphabet, file, f"lettering.{name}.alphabet")
            if lettering.word and lettering.word not in WORD_FORMATS:
                yield problem(file, f"lettering.{name}.word", "bad-word-format", name=lettering.word)
        if words.letters and words.letters not in words.lettering:
            yield problem(file, "letters", "no-such-lettering", name=words.letters)


def _grammar(grammar: Grammar) -> Iterator[Problem]:
    for name in ("deepest", "deepest_part"):
        if not 0 <= getattr(grammar, name) <= DEEPEST:
            yield problem(TEMPLATE_FILE, f"grammar.{name}", "out-of-range", low=0, high=DEEPEST)
    if not PARAGRAPHS & set(grammar.phases):
        yield problem(TEMPLATE_FILE, "grammar.phases", "no-paragraphs")
    allowed: tuple[tuple[str, Iterable[Kind], frozenset[Kind]], ...] = (
        ("phases", grammar.phases, PARAGRAPHS | {"enacting"}),
        ("items_under", grammar.items_under, PARAGRAPHS | {"item"}),
        ("divisions", grammar.divisions, DIVIDERS),
    )
    for name, kinds, known in allowed:
        for kind in sorted(set(kinds) - known):
            yield problem(TEMPLATE_FILE, f"grammar.{name}", "not-allowed", name=kind)


def _scheme(scheme: Scheme, grammar: Grammar, file: str) -> Iterator[Problem]:
    seen: set[tuple[str, int]] = set()
    for at, rule in enumerate(scheme.rules):
        key = f"numbering.rules[{at}]"
        if (rule.kind, rule.level) in seen:
            yield problem(file, key, "twice", name=f"{rule.kind} {rule.level}")
        seen.add((rule.kind, rule.level))
        yield from _level(rule, grammar, file, key)
        yield from _format(rule.format, file, f"{key}.format")
    for kind in sorted(scheme.restarts - DIVIDERS):
        yield problem(file, "numbering.restarts", "not-allowed", name=kind)
    if not scheme.reference:
        yield problem(file, "numbering.reference", "empty")
    yield from _references(scheme.reference, file, "numbering.reference")


def _level(rule: LevelRule, grammar: Grammar, file: str, key: str) -> Iterator[Problem]:
    if rule.kind in ("enacting", "closing", "heading"):
        yield problem(file, f"{key}.kind", "rule-kind", name=rule.kind)
        return
    deepest = {"item": grammar.deepest, "part": grammar.deepest_part}.get(rule.kind, 0)
    lowest = 1 if rule.kind == "item" else 0
    if rule.level < lowest:
        yield problem(file, f"{key}.level", "rule-level", kind=rule.kind, level=rule.level)
    if rule.level > deepest:
        yield problem(file, f"{key}.level", "too-deep", kind=rule.kind, level=rule.level, deepest=deepest)


def _format(format_: NumberFormat, file: str, key: str) -> Iterator[Problem]:
    for name, text in (("label", format_.label), ("bare", format_.bare)):
        if len(text) > LONGEST_LABEL:
            yield problem(file, f"{key}.{name}", "too-long", limit=LONGEST_LABEL)
        if text.count("{}") != 1 and not (format_.digits == "none" and not text):
            yield problem(file, f"{key}.{name}", "placeholder-count", placeholder="{}")
    if format_.digits == "letters":
        yield from _alphabet(format_.alphabet, file, f"{key}.alphabet")
    if format_.word and format_.word not in WORD_FORMATS:
        yield problem(file, f"{key}.word", "bad-word-format", name=format_.word)


def _alphabet(alphabet: str, file: str, key: str) -> Iterator[Problem]:
    if not alphabet or not alphabet.isalpha() or len(set(alphabet)) < len(alphabet):
        yield problem(file, key, "bad-alphabet")


def _references(patterns: tuple[str, ...], file: str, key: str) -> Iterator[Problem]:
    for at, pattern in enumerate(patterns):
        if pattern.count("{}") != 1:
            yield problem(file, f"{key}[{at}]", "placeholder-count", placeholder="{}")
