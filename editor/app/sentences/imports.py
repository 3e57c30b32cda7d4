"""Texts that cannot be imported, and what an import guessed."""

from editor.app.sentences.marking import QT_TRANSLATE_NOOP

IMPORTS = {
    "import-binary": QT_TRANSLATE_NOOP("Imports", "This is no text file, so nothing was imported."),
    "import-damaged": QT_TRANSLATE_NOOP(
        "Imports", "This Word file is damaged, or no Word file, so nothing was imported; save it again in Word."
    ),
    "import-empty": QT_TRANSLATE_NOOP("Imports", "There are no words in it, so nothing was imported."),
    "import-kind": QT_TRANSLATE_NOOP("Imports", "The template has no kind of paper called {kind}."),
    "import-language": QT_TRANSLATE_NOOP("Imports", "The template has no language {language}."),
    "import-markup": QT_TRANSLATE_NOOP(
        "Imports", "This is an HTML or XML file; open it, save its words as plain text and import that."
    ),
    "import-no-body": QT_TRANSLATE_NOOP(
        "Imports", "The kind of paper called {kind} has no body text, so no text can be imported as one."
    ),
    "import-no-statement": QT_TRANSLATE_NOOP(
        "Imports", "There is no resolution in this Akoma Ntoso file, so nothing was imported."
    ),
    "import-pdf": QT_TRANSLATE_NOOP(
        "Imports", "This is a PDF file; save or copy its words as plain text and import that."
    ),
    "import-protected": QT_TRANSLATE_NOOP(
        "Imports", "This file is protected by a password; save it without one in Word and import that."
    ),
    "import-too-large": QT_TRANSLATE_NOOP(
        "Imports", "It is larger than the {limit} bytes or characters that can be imported, so nothing was; divide it."
    ),
    "import-too-many": QT_TRANSLATE_NOOP(
        "Imports", "It has more in it than the {limit} paragraphs that a text may have, so nothing was imported."
    ),
    "import-word": QT_TRANSLATE_NOOP(
        "Imports", "This is a file of an old Word or of another word processor; save it as .docx there and import that."
    ),
    "import-xml": QT_TRANSLATE_NOOP(
        "Imports", "This XML file is damaged, nested too deep or declares entities, so nothing was imported."
    ),
}

GUESSES = {
    "bullets": QT_TRANSLATE_NOOP("Guesses", "Dashes became numbered sub-items (was {was}, is {is})."),
    "changes": QT_TRANSLATE_NOOP("Guesses", "Its tracked changes were taken as accepted ({count})."),
    "changes-rejected": QT_TRANSLATE_NOOP("Guesses", "Its tracked changes were taken as rejected ({count})."),
    "closing": QT_TRANSLATE_NOOP("Guesses", "This was taken as text that goes on after sub-items."),
    "covering-note": QT_TRANSLATE_NOOP("Guesses", "What stands around the quoted text was left out ({lines} lines)."),
    "damaged": QT_TRANSLATE_NOOP("Guesses", "Bytes that are no Unicode were replaced by a sign for each ({count})."),
    "encoding": QT_TRANSLATE_NOOP("Guesses", "The file is not in Unicode and was read as {encoding}."),
    "flattened": QT_TRANSLATE_NOOP("Guesses", "The template has no sub-items this deep (was level {was}, is {is})."),
    "form": QT_TRANSLATE_NOOP("Guesses", "The blank amendment form at the end was left out ({lines} lines)."),
    "furniture": QT_TRANSLATE_NOOP("Guesses", "A running head or page number was left out: {text}"),
    "header-code": QT_TRANSLATE_NOOP("Guesses", "The document code was found in a header or footer: {text}"),
    "heading": QT_TRANSLATE_NOOP("Guesses", "This was taken as a heading: {text}"),
    "hidden": QT_TRANSLATE_NOOP("Guesses", "Words that Word does not show were left out: {text}"),
    "joined": QT_TRANSLATE_NOOP("Guesses", "A sentence was joined across a gap, where it goes on with: {text}"),
    "joined-hyphen": QT_TRANSLATE_NOOP("Guesses", "A word was joined at its hyphen: {word}"),
    "kind": QT_TRANSLATE_NOOP("Guesses", "The kind of paper is not said; it was taken as {kind}."),
    "language": QT_TRANSLATE_NOOP("Guesses", "The language is not said; it was taken as {language}."),
    "language-foreign": QT_TRANSLATE_NOOP(
        "Guesses", "The text is in a language ({language}) that the template does not have."
    ),
    "line-kept": QT_TRANSLATE_NOOP("Guesses", "A second paragraph of a clause was kept as a new line in it: {text}"),
    "mail-header": QT_TRANSLATE_NOOP("Guesses", "The head of an e-mail was left out ({lines} lines)."),
    "markdown": QT_TRANSLATE_NOOP("Guesses", "Signs of Markdown were read as bold, italics and headings."),
    "not-an-item": QT_TRANSLATE_NOOP("Guesses", "A sub-item stood where the template allows none and became a clause."),
    "number-kept": QT_TRANSLATE_NOOP("Guesses", "A number outside the series was kept: {number}"),
    "number-lost": QT_TRANSLATE_NOOP("Guesses", "A paragraph without a number among numbered ones became a clause."),
    "parts": QT_TRANSLATE_NOOP("Guesses", "Where the operative part begins was told by numbers and punctuation."),
    "phrase-moved": QT_TRANSLATE_NOOP("Guesses", "The enacting phrase was put where the template has it: {text}"),
    "phrase-repeated": QT_TRANSLATE_NOOP(
        "Guesses", "The enacting phrase was said once more and left out there: {text}"
    ),
    "phrase-unknown": QT_TRANSLATE_NOOP("Guesses", "This was taken as the enacting phrase: {text}"),
    "pictures": QT_TRANSLATE_NOOP("Guesses", "Pictures were left out ({count})."),
    "quoting": QT_TRANSLATE_NOOP("Guesses", "The signs of quoting before the lines of an e-mail were left out."),
    "recased": QT_TRANSLATE_NOOP("Guesses", "Capitals were brought to small letters (was {was}, is {is})."),
    "remark-moved": QT_TRANSLATE_NOOP(
        "Guesses", "A comment by {author} stood at no clause and was put at the nearest one."
    ),
    "renumbered": QT_TRANSLATE_NOOP(
        "Guesses", "The typed number differs from the one now printed (was {was}, is {is})."
    ),
    "signature": QT_TRANSLATE_NOOP("Guesses", "The signature of an e-mail was left out ({lines} lines)."),
    "split": QT_TRANSLATE_NOOP("Guesses", "A clause was begun where a line could as well go on: {text}"),
    "table": QT_TRANSLATE_NOOP("Guesses", "A table was read as text, row by row ({rows} rows): {text}"),
    "title": QT_TRANSLATE_NOOP("Guesses", "This line was taken as the title: {text}"),
    "unread": QT_TRANSLATE_NOOP("Guesses", "A line of the cover belongs to no field and was left out: {text}"),
}
