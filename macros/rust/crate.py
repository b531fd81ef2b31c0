"""Listings → files of a crate: several as modules of one, or one as the whole crate."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from macros.model import Language, Listing
from macros.rust.tokens import blank_texts

_FENCE = re.compile(r"(?P<stem>.*)\.\w+:(?P<line>\d+)")
_EDITION = re.compile(r"@\d{4}$")
"""A snippet is the same file in every edition."""
_HARMLESS = re.compile(r"#!\s*\[\s*(?:allow|warn|deny|forbid|expect)\s*\(")
_ALONE = re.compile(
    r"""
    \#!                                        # attributes of the whole crate
  | \bcrate\s*::                               # paths from the crate's root, also `$crate`
  | \$\s*crate\b
  | \bextern\s+crate\b
  | \bextern\s*\{                              # foreign functions: a linker names no listing
  | \#\s*\[\s*(?:unsafe\s*\(\s*)?             # what a linker or another crate would see
    (?:macro_export|no_mangle|export_name|link\w*|used|global_allocator|panic_handler
       |start|lang|path|proc_macro\w*|cfg_attr)\b
  | \b(?:global_asm|include|include_str|include_bytes|module_path|file|env|option_env)\s*!
  | \bmod\s+(?:r\#)?\w+\s*;
  | \b(?:type_name|type_name_of_val|TypeId|Backtrace)\b
  | \bmacro\s+\w
    """,
    re.VERBOSE,
)
_SUSPECT = re.compile(
    r"""\#! | crate | extern | macro | super | include | module_path | file | env | asm | TypeId
    | Backtrace | type_name | mod\s | no_mangle | export_name | link | used | global | panic_h
    | start | lang | path | cfg | /\* | \br[\#"] | \\" | '"'""",
    re.VERBOSE,
)
"""What any reason to be alone contains, and what makes a text hard to read: without it there is no
need to look closer."""
_SUPER = re.compile(r"(?P<open>\{)|(?P<close>\})|(?P<module>\bmod\s+(?:r#)?\w+\s*\{)|\bsuper\b")


def module_path(name: str) -> str:
    """The file of a listing inside a crate: `ownership/move` → `ownership/move.rs`, and
    `docs/copy.md:12` → `docs/copy_12.rs`; always below the crate's root.
    """
    name = _EDITION.sub("", name)
    fence = _FENCE.fullmatch(name)
    stem = f"{fence['stem']}_{fence['line']}" if fence else name
    parts = [_harmless_part(part) for part in PurePosixPath(stem).parts]
    return "/".join(parts) + ".rs"


def compiled_path(listing: Listing) -> str:
    """What messages about the listing call its file."""
    is_rust = listing.language is Language.RUST
    return module_path(listing.name) if is_rust else listing.name


def _harmless_part(part: str) -> str:
    """A name of ours begins with one underscore, so a listing's never does."""
    if part in ("/", ".."):
        return "__up" if part == ".." else "__root"
    return f"_{part}" if part.startswith("_") else part


def module_file(root: Path, listing: Listing, suffix: str = "") -> Path:
    """Write the listing's source, and `suffix` on lines of its own behind it, below `root`.

    Returns the file's path relative to `root`; lines and columns are those of the source.
    """
    path = Path(module_path(listing.name))
    write_text(root / path, listing.source + (f"\n{suffix}" if suffix else ""))
    return path


def write_text(path: Path, text: str) -> None:
    """Write a file exactly as it is, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


def module_item(path: Path, name: str) -> str:
    """The line that makes the file at `path` a module called `name` of the crate's root."""
    return f"#[path = {rust_string(path.as_posix())}] pub mod {name};"


def rust_string(text: str) -> str:
    """A Rust string literal."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def must_be_alone(listing: Listing) -> bool:
    """Whether a listing could mean something else, or spoil others, as a module among them."""
    if listing.directives.flags or listing.directives.edition == "2015":
        return True
    if listing.source.count('"') % 2 == 0 and not _SUSPECT.search(listing.source):
        return False
    code = blank_texts(listing.source)
    if code is None:
        return True
    rest = _HARMLESS.sub("", code)
    return bool(_ALONE.search(rest)) or _leaves_crate(rest)


def _leaves_crate(code: str) -> bool:
    """Whether a `super` climbs out of the listing: more of them than modules around it."""
    modules: list[bool] = []
    for match in _SUPER.finditer(code):
        if match["open"] or match["module"]:
            modules.append(bool(match["module"]))
        elif match["close"]:
            if modules:
                modules.pop()
        elif sum(modules) == 0 or re.match(r"super\s*::\s*super\b", code[match.start() :]):
            return True
    return False
