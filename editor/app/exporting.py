"""Copies written from the text under edit; the writers are loaded only now, as they would slow the start."""

from collections.abc import Mapping
from pathlib import Path

from editor.model.resolution import Resolution
from editor.templating.schema import Template


def export(resolution: Resolution, template: Template, target: Path) -> tuple[tuple[str, Mapping[str, object]], ...]:
    """Write `resolution` to `target` in the format that its ending names; return what does not print as written.

    CopyError if there is nothing to print, SaveError if the file cannot be written; what stood there is then untouched.
    """
    from editor.app.copies import copy_of
    from editor.project.saving import save_bytes

    copy = copy_of(resolution, template, target.suffix.lower().removeprefix("."))
    save_bytes(target, copy.data)
    return copy.faults
