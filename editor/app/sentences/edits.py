"""Edits that the text or the template does not allow."""

from editor.app.sentences.marking import QT_TRANSLATE_NOOP

EDITS = {
    "after-closing": QT_TRANSLATE_NOOP("Edits", "Closing text ends its clause, so nothing can follow it there."),
    "closing-moves": QT_TRANSLATE_NOOP("Edits", "This would give closing text to another clause, so it was not done."),
    "division": QT_TRANSLATE_NOOP("Edits", "This template has no parts or annexes of that kind."),
    "duplicate-id": QT_TRANSLATE_NOOP("Edits", "Two clauses would have the same identifier, so nothing was changed."),
    "enacting-phrase": QT_TRANSLATE_NOOP("Edits", "A clause cannot be joined to the enacting phrase."),
    "into-itself": QT_TRANSLATE_NOOP("Edits", "A clause cannot be moved into its own sub-items."),
    "level": QT_TRANSLATE_NOOP("Edits", "A clause of this kind cannot stand at that level."),
    "no-items-here": QT_TRANSLATE_NOOP("Edits", "What stands here cannot have sub-items."),
    "no-parent": QT_TRANSLATE_NOOP("Edits", "There is no clause above that this could be a sub-item of."),
    "no-items-yet": QT_TRANSLATE_NOOP("Edits", "This clause has no sub-items that a text could close."),
    "no-place": QT_TRANSLATE_NOOP("Edits", "There is nowhere further to move it."),
    "no-such-language": QT_TRANSLATE_NOOP("Edits", "The template has no language {language}."),
    "no-such-clause": QT_TRANSLATE_NOOP("Edits", "That clause is no longer in the text."),
    "no-such-note": QT_TRANSLATE_NOOP("Edits", "That footnote is no longer in the text."),
    "no-such-remark": QT_TRANSLATE_NOOP("Edits", "That remark is no longer there."),
    "not-indentable": QT_TRANSLATE_NOOP("Edits", "Only clauses and sub-items can be indented."),
    "inside-another": QT_TRANSLATE_NOOP("Edits", "It would come between another clause and what belongs to that."),
    "mixed-levels": QT_TRANSLATE_NOOP("Edits", "These clauses stand at different levels and cannot be moved together."),
    "no-join": QT_TRANSLATE_NOOP("Edits", "A part or an annex cannot be joined to what stands before it."),
    "no-number-here": QT_TRANSLATE_NOOP("Edits", "The enacting phrase and closing text have no numbers."),
    "no-restart-here": QT_TRANSLATE_NOOP("Edits", "Only parts and annexes begin to count afresh."),
    "number-range": QT_TRANSLATE_NOOP("Edits", "A number goes from 1 to {highest}."),
    "number-text": QT_TRANSLATE_NOOP("Edits", "A number in words has one line of at most {longest} characters."),
    "nothing-before": QT_TRANSLATE_NOOP("Edits", "There is nothing before the first clause to join it to."),
    "order": QT_TRANSLATE_NOOP("Edits", "In this template a clause of this kind cannot stand there."),
    "stale": QT_TRANSLATE_NOOP("Edits", "The text had changed meanwhile, so nothing was done; try again."),
    "too-deep": QT_TRANSLATE_NOOP("Edits", "Sub-items go {deepest} levels deep in this template."),
}
