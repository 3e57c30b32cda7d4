"""A longer run of the state machine: SOAK=1 python -m pytest tests/model/test_machine.py."""

from __future__ import annotations

import os

from hypothesis import settings

machine = settings(deadline=None, max_examples=100, stateful_step_count=40)
if os.environ.get("SOAK"):
    machine = settings(machine, max_examples=1000, stateful_step_count=80)
settings.register_profile("machine", machine)
