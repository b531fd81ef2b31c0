"""What is said of the machine beside its timings: processor and kernel, nothing that names it."""

from __future__ import annotations

import platform
from pathlib import Path


def cpu_model(text: str | None = None) -> str:
    """The processor's own name, from what Linux says of it."""
    said = Path("/proc/cpuinfo").read_text(encoding="utf-8") if text is None else text
    for line in said.splitlines():
        name, _, value = line.partition(":")
        if name.strip() == "model name":
            return " ".join(value.split())
    return platform.machine()


def kernel() -> str:
    """System and version: `Linux 6.12.1`. The rest of a version may name a machine."""
    return f"{platform.system()} {platform.release().partition('-')[0]}"
