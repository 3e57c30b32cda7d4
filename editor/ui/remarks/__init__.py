"""The panel with the remarks on the text."""
