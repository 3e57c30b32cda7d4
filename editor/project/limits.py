"""How much a project file may ask of the program, in one place."""

FILE_SIZE = 64 * 1024 * 1024
"""Bytes in a project file, about ten times one of 10,000 clauses; a larger one is neither read nor written."""

NESTING = 64
"""Brackets inside one another in what this version does not know and keeps; what it knows is nowhere that deep."""

JOURNAL_SIZE = 4 * FILE_SIZE
"""Bytes read of a journal: the text as it was saved, as it was when the journal was begun, and what was typed since."""
