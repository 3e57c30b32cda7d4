"""Runs over the published texts beside the repository, where they are there."""
