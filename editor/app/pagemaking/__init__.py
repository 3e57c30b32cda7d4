"""Pages away from the typing: the job that makes them, and pages of a finished PDF as pictures.

Nothing is imported here: the process that makes the pages loads its part without Qt.
"""
