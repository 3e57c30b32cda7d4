"""What a window works on: the text being edited, its undo, its file. Nothing here knows a widget."""
