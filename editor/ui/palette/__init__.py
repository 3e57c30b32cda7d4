"""The command palette: any command, clause or key by a few letters."""
