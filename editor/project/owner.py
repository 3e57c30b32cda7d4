"""Which running program something belongs to, and whether that one still runs.

A process is known by its number and by when it was started, as numbers are given anew; both mean something on its own
machine only. The start is told differently by every system and is only ever compared with itself.
"""

import os
import socket
import sys
from functools import cache
from pathlib import Path
from zlib import crc32

from msgspec import Struct

_PATIENCE = 2.0
"""Seconds that the system's list of processes may take."""


class Owner(Struct, frozen=True):
    """A running program: its machine, the user's name, the process's number and start."""

    host: str = ""
    user: str = ""
    process: int = 0
    started: str = ""


@cache
def this_program() -> Owner:
    """Return the program that asks."""
    return Owner(socket.gethostname(), _user(), os.getpid(), start_of(os.getpid()) or "")


@cache
def machine() -> str:
    """Return eight letters that stand for this machine."""
    return f"{crc32(socket.gethostname().encode()):08x}"


def _user() -> str:
    import getpass  # much, and the start does without it as long as it can

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user without a name, as in some containers
        return ""


def runs(owner: Owner) -> bool | None:
    """Return whether `owner` still runs; None for one on another machine, of which nothing can be known here."""
    if owner.host != this_program().host:
        return None
    if owner.process <= 0:
        return False
    started = start_of(owner.process)
    if started is None:
        return False
    return started == owner.started or not (started and owner.started)


def start_of(process: int) -> str | None:
    """Return when `process` was started, empty where that is not told; None if there is no such process."""
    if sys.platform == "linux":
        return _start_on_linux(process)
    if sys.platform == "win32":
        return _start_on_windows(process)
    return _start_elsewhere(process)


def _start_on_linux(process: int) -> str | None:
    try:
        line = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return None
    except OSError:
        return ""
    state, *others = line.rpartition(")")[2].split()  # the name in brackets may hold anything
    return None if state in "ZX" else f"{boot} {others[18]}"  # a zombie is dead


def _start_on_windows(process: int) -> str | None:
    if sys.platform != "win32":
        return ""
    import ctypes

    kernel = ctypes.windll.kernel32
    handle = kernel.OpenProcess(0x1000, False, process)  # PROCESS_QUERY_LIMITED_INFORMATION
    if not handle:
        return "" if kernel.GetLastError() == 5 else None  # access denied: there is one, of another user
    try:
        status = ctypes.c_ulong()
        times = [ctypes.c_ulonglong() for _ in range(4)]
        if kernel.GetExitCodeProcess(handle, ctypes.byref(status)) and status.value != 259:  # STILL_ACTIVE
            return None
        told = kernel.GetProcessTimes(handle, *[ctypes.byref(time) for time in times])
        return str(times[0].value) if told else ""
    finally:
        kernel.CloseHandle(handle)


def _start_elsewhere(process: int) -> str | None:
    import subprocess

    words = ["ps", "-o", "lstart=", "-p", str(process)]
    try:
        told = subprocess.run(words, capture_output=True, text=True, timeout=_PATIENCE, check=False)
    except (OSError, subprocess.SubprocessError):
        return ""
    return told.stdout.strip() or None
