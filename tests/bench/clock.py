"""Taking times: the median of several runs in milliseconds."""

import gc
import statistics
import time
from collections.abc import Callable, Iterable


def milliseconds(work: Callable[[], object], runs: int) -> float:
    """Return the median time of `work` over `runs` runs, without the garbage of the one before."""
    return median(work for _ in range(runs))


def median(works: Iterable[Callable[[], object]]) -> float:
    """Return the median time of doing each of `works` once."""
    taken: list[float] = []
    for work in works:
        gc.collect()
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)
