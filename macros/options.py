"""How to verify: which compiler, which target, what is kept, on how many cores."""

from __future__ import annotations

import os
from concurrent.futures import Executor
from dataclasses import dataclass, field

from macros.cache import Cache


@dataclass(frozen=True, slots=True)
class Options:
    """`target` is empty for the host's own; `executor` None means threads of this process."""

    rustc: str = "rustc"
    target: str = ""
    cache: Cache = field(default_factory=lambda: Cache(None))
    workers: int = field(default_factory=lambda: os.cpu_count() or 1)
    executor: Executor | None = None
