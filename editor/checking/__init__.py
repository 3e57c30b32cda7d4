"""What is missing in a resolution or against its house style; each finding may carry its own remedy as a change."""

from editor.checking.check import check
from editor.checking.finding import FINDING_CODES, Finding

__all__ = ["FINDING_CODES", "Finding", "check"]
