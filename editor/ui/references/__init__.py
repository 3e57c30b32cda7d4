"""Choosing the clause a reference points at: the picker, and the quiet offer while typing."""
