"""What checks and pages found."""

from editor.app.sentences.marking import QT_TRANSLATE_NOOP

FINDINGS = {
    "bracket-not-closed": QT_TRANSLATE_NOOP("Findings", "A square bracket is opened or closed only once."),
    "broken-reference": QT_TRANSLATE_NOOP("Findings", "This reference lost its target; choose another."),
    "clauses-alike": QT_TRANSLATE_NOOP("Findings", "This says the same as {place}."),
    "code-incomplete": QT_TRANSLATE_NOOP("Findings", "The code lacks its {part}."),
    "code-part": QT_TRANSLATE_NOOP("Findings", "“{value}” cannot stand in the code as its {part}."),
    "dates-reversed": QT_TRANSLATE_NOOP("Findings", "The session ends before it begins."),
    "double-space": QT_TRANSLATE_NOOP("Findings", "Two spaces stand between words."),
    "doubled-word": QT_TRANSLATE_NOOP("Findings", "“{word}” stands here twice."),
    "empty-clause": QT_TRANSLATE_NOOP("Findings", "This clause has no words."),
    "empty-note": QT_TRANSLATE_NOOP("Findings", "This footnote has no words."),
    "ending": QT_TRANSLATE_NOOP("Findings", "By the house style this ends in “{expected}”."),
    "grammar": QT_TRANSLATE_NOOP("Findings", "This clause cannot stand here ({reason})."),
    "lone-item": QT_TRANSLATE_NOOP("Findings", "This is the only sub-item of its clause."),
    "no-enacting-phrase": QT_TRANSLATE_NOOP("Findings", "The text has no enacting phrase."),
    "no-glyph": QT_TRANSLATE_NOOP("Findings", "No font has {characters} and a box is printed instead ({clauses})."),
    "no-operative": QT_TRANSLATE_NOOP("Findings", "The text has no operative clause."),
    "no-original-language": QT_TRANSLATE_NOOP("Findings", "The cover does not say the original language."),
    "number-twice": QT_TRANSLATE_NOOP("Findings", "Two clauses bear the number {number}"),
    "open-brackets": QT_TRANSLATE_NOOP("Findings", "Words in square brackets are still open: [{words}]"),
    "parenthesis-not-closed": QT_TRANSLATE_NOOP("Findings", "A round bracket is opened and not closed."),
    "person-incomplete": QT_TRANSLATE_NOOP("Findings", "Family name or country is missing."),
    "person-twice": QT_TRANSLATE_NOOP("Findings", "One person is listed twice."),
    "required": QT_TRANSLATE_NOOP("Findings", "This field of the cover is empty."),
    "right-to-left": QT_TRANSLATE_NOOP("Findings", "Words written from right to left cannot be printed yet."),
    "space-before-comma": QT_TRANSLATE_NOOP("Findings", "A space stands before a comma."),
    "typed-number": QT_TRANSLATE_NOOP("Findings", "A number is typed here; the program gives its own."),
    "unknown-kind": QT_TRANSLATE_NOOP("Findings", "The template has no kind of paper called “{kind}”."),
    "unknown-language": QT_TRANSLATE_NOOP("Findings", "The template has no words in the language “{language}”."),
}
