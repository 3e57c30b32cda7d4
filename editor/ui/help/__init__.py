"""Help: the keys of the program, read off the program itself."""
