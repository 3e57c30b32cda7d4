"""A program that saves and is killed while it does: python -m tests.project.killed FILE [steps].

It loads the project, gives it the other of two titles and saves it, for ever, with an empty line on standard output for
each time. With "steps" it saves a copy called 0, and is killed in the first step of that, a write half done; a copy
called 1, and is killed in the second; and so on until one is saved.
"""

import itertools
import os
import signal
import sys
from pathlib import Path

from msgspec.structs import replace

from editor.project.disk import Disk
from editor.project.document import ProjectFile
from editor.project.loading import load_project
from editor.project.saving import save_project

TITLES = ("Old title", "New title")
PIECE = 100_000  # bytes that a write takes


class KillingDisk(Disk):
    """A disk whose user is killed in step number `left`, counted from 0."""

    def __init__(self, left: int) -> None:
        self.left = left

    def __getattribute__(self, name: str) -> object:
        """Kill at the step, when the operation is asked for; a write kills itself."""
        if name.startswith("_") or name in ("left", "step", "write"):
            return object.__getattribute__(self, name)
        self.step()
        return object.__getattribute__(self, name)

    def step(self) -> None:
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        self.left -= 1

    def write(self, handle: int, data: memoryview) -> int:
        if self.left == 0:
            os.write(handle, data[: len(data) // 2])
        self.step()
        return os.write(handle, data[:PIECE])


def other(project: ProjectFile) -> ProjectFile:
    """Return `project` with the other of the two titles."""
    cover = project.resolution.cover
    title = TITLES[cover.text("title") == TITLES[0]]
    return replace(project, resolution=replace(project.resolution, cover=cover.with_value("title", title)))


def save_for_ever(path: Path) -> None:
    loaded = load_project(path)
    project, stamp = loaded.project, loaded.stamp
    while True:
        project = other(project)
        stamp = save_project(path, project, stamp)
        print(flush=True)


def save_step_by_step(path: Path) -> None:
    loaded = load_project(path)
    for step in itertools.count():
        copy = path.with_name(str(step))
        copy.write_bytes(path.read_bytes())
        child = os.fork()
        if child == 0:
            save_project(copy, other(loaded.project), loaded.stamp, KillingDisk(step))
            os._exit(0)
        status = os.waitpid(child, 0)[1]
        if status == 0:
            return
        if status != signal.SIGKILL:
            sys.exit(f"step {step} ended with {status}")


if __name__ == "__main__":
    (save_step_by_step if "steps" in sys.argv else save_for_ever)(Path(sys.argv[1]))
