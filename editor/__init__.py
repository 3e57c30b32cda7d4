"""Resolution Editor: draft parliamentary resolutions offline and print them.

The packages follow a document from left to right: model, numbering, templating, compose, typeset, export.
See ARCHITECTURE.md for the whole house on one page.
"""

__version__ = "0.1.0"
