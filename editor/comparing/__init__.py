"""Two texts compared clause by clause and word by word, and three of them merged."""
