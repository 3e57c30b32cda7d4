"""Texts that the program did not live to save, offered at the next start."""
