"""A listing → the program whose system calls are followed. Pure.

The first statement of `main` makes a call that fails and is easy to recognise, and so does the end
of `main`, after everything in it was dropped. No line moves. Of several functions of that
name, some are left out by a `#[cfg]`: each begins with the call.
"""

from __future__ import annotations

import re
from typing import Final

from macros.model import Listing
from macros.rust_text import INNER, bracket_end, find_mains, parse_rust

BEGINS: Final = "/rust-memory: main begins"
ENDS: Final = "/rust-memory: main ends"
"""Files that there are not; to ask for one is a single system call."""
MODULE: Final = "__system_calls"
_START: Final = f" let _main = crate::{MODULE}::Main::begins();"
_BEHIND: Final = f"""
mod {MODULE} {{
    pub struct Main;

    impl Main {{
        pub fn begins() -> Main {{
            let _ = ::std::fs::File::open("{BEGINS}");
            Main
        }}
    }}

    impl Drop for Main {{
        fn drop(&mut self) {{
            let _ = ::std::fs::File::open("{ENDS}");
        }}
    }}
}}
"""
FLAGS: Final = (
    "--crate-type=bin",
    "--crate-name=traced",
    "--cap-lints=allow",
    "-Copt-level=0",
    "-Cdebuginfo=0",
)
"""As an ordinary program is built; the listing's own flags come behind and may say otherwise."""
_NAME: Final = re.compile(rf"\b{MODULE}\b")


def write_traced(listing: Listing, word: str = "") -> str | None:
    """The source with both calls; None where no place for them is found.

    `word` is drawn for each build, and ends the names of both files: no program can know it.
    """
    rust = parse_rust(listing.source)
    opened = [rust.code.find("{", start) + 1 for start in find_mains(rust)]
    if not opened or 0 in opened or _NAME.search(rust.code):
        return None
    text = listing.source
    for at in reversed([_behind_attributes(rust.code, one) for one in opened]):
        text = f"{text[:at]}{_START}{text[at:]}"
    behind = _BEHIND.replace(BEGINS, f"{BEGINS}{word}").replace(ENDS, f"{ENDS}{word}")
    return f"{text}{behind}"


def _behind_attributes(code: str, at: int) -> int:
    """Where the attributes end that a block begins with: `#![allow(…)]`."""
    while (found := INNER.match(code, at)) and (end := bracket_end(code, found.end())) > 0:
        at = end
    return at
