"""The drafting surface: the whole text in one field, each clause a paragraph of it, numbers in the margin."""
