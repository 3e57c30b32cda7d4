"""The start page: where a text begins, and the texts opened lately."""
