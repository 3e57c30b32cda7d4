"""Copies written to a disk; the writers are loaded only now, as they would slow the start."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from editor.model.resolution import Resolution
from editor.templating.schema import Template

if TYPE_CHECKING:
    from editor.compose.compose import Options


def export(
    resolution: Resolution, template: Template, target: Path, options: "Options | None" = None
) -> tuple[tuple[str, Mapping[str, object]], ...]:
    """Write `resolution` to `target` in the format that its ending names; return what does not print as written.

    CopyError if there is nothing to print, SaveError if the file cannot be written; what stood there is then untouched.
    """
    from editor.app.copies import copy_of
    from editor.project.saving import save_bytes

    copy = copy_of(resolution, template, target.suffix.lower().removeprefix("."), options)
    save_bytes(target, copy.data)
    return copy.faults
