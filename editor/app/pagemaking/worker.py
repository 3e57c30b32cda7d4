"""The process beside the window that makes its pages: jobs come in on one pipe, answers go out on another.

It holds nothing that is not in the window too: it ends when the window does, whatever the window ended of, and can be
ended at any time. No Qt here.
"""

import contextlib
import gc
import os
import signal
import sys
from typing import BinaryIO

from editor.app.pagemaking.messages import packed, read_job
from editor.app.pagemaking.press import Press

_PIPE = 1 << 20
"""Bytes that the pipe to the window shall hold: what is usually in sight."""


def main() -> None:
    """Answer jobs from standard input on standard output until the window is gone."""
    # An interrupt from a terminal is for the window; this process ends with it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()
    source, target = _pipes()
    try:
        serve(source, target)
    except BrokenPipeError:
        os._exit(0)  # nobody is there to be told; what is left in the pipe cannot be flushed


def serve(source: BinaryIO, target: BinaryIO) -> None:
    """Answer the jobs in `source` on `target` until there are no more."""
    press = Press()
    while (job := read_job(source)) is not None:
        for part, dots in press.answer(job):
            target.write(packed(part))
            target.write(dots or b"")
            target.flush()
        # A file written leaves cycles behind. They are all young, and nobody waits now.
        gc.collect(0)


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Return the two pipes; what anybody prints from now on goes where errors do and harms no answer."""
    source, target = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    if sys.platform == "win32":
        import msvcrt

        for pipe in (source, target):
            msvcrt.setmode(pipe.fileno(), os.O_BINARY)
    if sys.platform == "linux":
        import fcntl

        with contextlib.suppress(OSError):  # then it holds less, and this process waits for the window more often
            fcntl.fcntl(target, fcntl.F_SETPIPE_SZ, _PIPE)
    os.dup2(2, 1)
    return source, target


if __name__ == "__main__":
    main()
