"""The settings: what a user would want to set for all texts."""
