"""The windows. `run.run` opens one; whoever needs no window imports nothing from here."""
