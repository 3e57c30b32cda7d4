"""The strip below the text in which footnotes are written."""
