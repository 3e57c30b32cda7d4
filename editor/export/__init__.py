"""One writer a format; each takes a composition (or its pages) and returns the file's bytes."""
