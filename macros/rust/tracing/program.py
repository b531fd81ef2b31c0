"""A listing → the program whose system calls are followed. Pure.

The first statement of `main` makes a call that fails and is easy to recognise, and so does the end
of `main`, after everything in it was dropped. No line moves.
"""

from __future__ import annotations

import re
from typing import Final

from macros.model import Listing
from macros.rust_text import find_main, parse_rust

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


def write_traced(listing: Listing) -> str | None:
    """The source with both calls; None where no place for them is found."""
    rust = parse_rust(listing.source)
    start = find_main(rust)
    brace = rust.code.find("{", start) if start is not None else -1
    if brace < 0 or _NAME.search(rust.code):
        return None
    opened = brace + 1
    return f"{listing.source[:opened]}{_START}{listing.source[opened:]}{_BEHIND}"
