"""The main window, in parts: actions, bars, the session on one text, the ways of files."""
