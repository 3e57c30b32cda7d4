"""What a paste did to the words, as one calm sentence: each part for one and for several."""

from editor.app.sentences.marking import QT_TRANSLATE_NOOP

PASTES = {
    "numbers": (
        QT_TRANSLATE_NOOP("Pastes", "{count} number was removed"),
        QT_TRANSLATE_NOOP("Pastes", "{count} numbers were removed"),
    ),
    "bullets": (
        QT_TRANSLATE_NOOP("Pastes", "{count} bullet was removed"),
        QT_TRANSLATE_NOOP("Pastes", "{count} bullets were removed"),
    ),
    "levels": (
        QT_TRANSLATE_NOOP("Pastes", "{count} level was guessed"),
        QT_TRANSLATE_NOOP("Pastes", "{count} levels were guessed"),
    ),
    "lines": (
        QT_TRANSLATE_NOOP("Pastes", "{count} broken line was joined"),
        QT_TRANSLATE_NOOP("Pastes", "{count} broken lines were joined"),
    ),
    "hyphens": (
        QT_TRANSLATE_NOOP("Pastes", "{count} hyphen at a line\u2019s end was taken away"),
        QT_TRANSLATE_NOOP("Pastes", "{count} hyphens at line ends were taken away"),
    ),
    "headings": (
        QT_TRANSLATE_NOOP("Pastes", "{count} line was taken as a heading"),
        QT_TRANSLATE_NOOP("Pastes", "{count} lines were taken as headings"),
    ),
    "raised": (
        QT_TRANSLATE_NOOP("Pastes", "{count} sub-item was moved up a level"),
        QT_TRANSLATE_NOOP("Pastes", "{count} sub-items were moved up a level"),
    ),
    "kept": (
        QT_TRANSLATE_NOOP("Pastes", "{count} paragraph became a new line in its clause"),
        QT_TRANSLATE_NOOP("Pastes", "{count} paragraphs became new lines in their clauses"),
    ),
    "closings": (
        QT_TRANSLATE_NOOP("Pastes", "{count} paragraph was taken to go on after sub-items"),
        QT_TRANSLATE_NOOP("Pastes", "{count} paragraphs were taken to go on after sub-items"),
    ),
    "notes": (
        QT_TRANSLATE_NOOP("Pastes", "{count} footnote was read"),
        QT_TRANSLATE_NOOP("Pastes", "{count} footnotes were read"),
    ),
    "quoting": (
        QT_TRANSLATE_NOOP("Pastes", "the signs of quoting were left out"),
        QT_TRANSLATE_NOOP("Pastes", "the signs of quoting were left out"),
    ),
    "markdown": (
        QT_TRANSLATE_NOOP("Pastes", "signs of Markdown were read as type"),
        QT_TRANSLATE_NOOP("Pastes", "signs of Markdown were read as type"),
    ),
    "phrase": (
        QT_TRANSLATE_NOOP("Pastes", "the enacting phrase was put in its place"),
        QT_TRANSLATE_NOOP("Pastes", "the enacting phrases were put in their places"),
    ),
    "parts": (
        QT_TRANSLATE_NOOP("Pastes", "where the operative part begins was guessed"),
        QT_TRANSLATE_NOOP("Pastes", "where the operative part begins was guessed"),
    ),
}
"""By what was done, in the order in which it is told."""

JOINED = (QT_TRANSLATE_NOOP("Pastes", "{one} and {other}"), QT_TRANSLATE_NOOP("Pastes", "{one}, {other}"))
"""How the last two parts of the sentence are joined, and how those before."""

NUMBERS = (
    "",
    QT_TRANSLATE_NOOP("Pastes", "one"),
    QT_TRANSLATE_NOOP("Pastes", "two"),
    QT_TRANSLATE_NOOP("Pastes", "three"),
    QT_TRANSLATE_NOOP("Pastes", "four"),
    QT_TRANSLATE_NOOP("Pastes", "five"),
    QT_TRANSLATE_NOOP("Pastes", "six"),
    QT_TRANSLATE_NOOP("Pastes", "seven"),
    QT_TRANSLATE_NOOP("Pastes", "eight"),
    QT_TRANSLATE_NOOP("Pastes", "nine"),
    QT_TRANSLATE_NOOP("Pastes", "ten"),
    QT_TRANSLATE_NOOP("Pastes", "eleven"),
    QT_TRANSLATE_NOOP("Pastes", "twelve"),
)
"""Numbers that are written out; higher ones are written in figures."""
