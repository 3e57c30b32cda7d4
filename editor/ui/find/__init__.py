"""Finding and replacing in text, notes and cover."""
