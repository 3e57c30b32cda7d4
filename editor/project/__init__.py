"""The project file: its form, reading whatever a disk may hold, and writing without ever losing what was there."""
