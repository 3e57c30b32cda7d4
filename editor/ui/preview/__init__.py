"""The printed page beside the text."""
