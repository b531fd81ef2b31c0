"""What is asked of an object file, and the two ways of getting no layout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

View = Literal["type", "heap", "vtable", "local"]


@dataclass(frozen=True, slots=True)
class Probe:
    """A type, named by a function that has it, since names of types are not unique.

    `function` is the function's path, or the end of it (`probe_3`, `listing_0::probe_3`).
    For `type` the type is what its first parameter points to, for `heap` the block that the first
    pointer inside that type points to, for `vtable` that type's vtable for `trait`, written
    without `dyn` (`Shape`, `fmt::Debug`; empty where there is no trait with methods: `dyn Send`).
    For `local` the path goes on with the name of a variable (`make::add`), whose type is meant.
    """

    function: str
    view: View = "type"
    trait: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """Why the object file has no layout for a probe, in words that fit behind a colon."""

    reason: str


class UnreadableObject(Exception):
    """The bytes are no object file with debug information that can be followed."""
