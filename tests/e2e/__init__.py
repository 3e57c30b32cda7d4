"""The program itself, on a screen in memory, driven by nothing but keys: `make e2e`."""
