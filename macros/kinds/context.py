"""Under which compiler, target and edition something was measured."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from macros.model import Toolchain

_TWO_BYTES: Final = re.compile(r"avr|msp430")
_EIGHT_BYTES: Final = re.compile(
    r"x86_64|aarch64|arm64|amdgcn|bpf|loongarch64|mips(?:isa64|64)|nvptx64|powerpc64"
    r"|riscv64|s390x|sparc(?:64|v9)|wasm64"
)
_FOUR_OF_EIGHT: Final = re.compile(r"^arm64_32|gnux32|ilp32")


@dataclass(frozen=True, slots=True)
class Context:
    """What a measured value depends on; `pointer_bytes` is the size of a pointer on `target`.

    `tool` is what was asked where that was not the compiler: `node v20.20.2`.
    """

    toolchain: Toolchain
    target: str
    edition: str
    pointer_bytes: int
    tool: str = ""

    @classmethod
    def of(cls, toolchain: Toolchain, target: str, edition: str) -> Context:
        """The context of a target triple; an empty one is the compiler's own host."""
        triple = target or toolchain.host
        return cls(toolchain, triple, edition, pointer_bytes(triple))

    @property
    def setting(self) -> str:
        """The text behind a measured value: `rustc 1.95.0, TARGET, edition 2024`."""
        return self.tool or f"rustc {self.toolchain.release}, {self.target}, edition {self.edition}"


def pointer_bytes(triple: str) -> int:
    """How many bytes a pointer takes on a target, from the name of its processor."""
    if _TWO_BYTES.match(triple):
        return 2
    is_wide = _EIGHT_BYTES.match(triple) and not _FOUR_OF_EIGHT.search(triple)
    return 8 if is_wide else 4
