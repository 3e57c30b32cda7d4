"""`make torture`: the real program killed while it is typed in and saves, and a look at what it leaves."""
