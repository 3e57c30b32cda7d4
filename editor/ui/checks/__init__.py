"""What is to be mended in a text, as a list and as signs beside the clauses."""
