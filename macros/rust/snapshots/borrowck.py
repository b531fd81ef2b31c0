"""Drafts of a listing → what rustc says of each: compiled side by side as modules of one crate."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from macros.model import Diagnostic, Listing, Toolchain
from macros.report import say_tools
from macros.rust.compiler import call_rustc, seconds_for
from macros.rust.crate import module_item, module_path, must_be_alone, write_text
from macros.rust.diagnostics import read_diagnostics, read_messages
from macros.rust.snapshots.drafts import Draft

ROOT: Final = "_crate.rs"
ROUNDS: Final = 6
"""How often drafts that do not compile are left out before each of the rest is compiled alone."""
WORKERS: Final = 2
HELPERS: Final = """
#[doc(hidden)] #[allow(warnings)] pub mod __standings {
    pub struct Done;
    pub struct Hold<'a, T: ?Sized>(pub &'a T);
    impl<T: ?Sized> Drop for Hold<'_, T> { fn drop(&mut self) {} }
    pub fn any<T>() -> T { loop {} }
    pub fn forever<T: ?Sized>(_: &'static T) {}
}
"""
_NUMBERS: Final = (
    *(309, 310, 311, 373, 381, 382, 384, 499, 501, 502, 503, 505, 506, 507, 508, 509, 510, 515),
    *(521, 524, 594, 596, 597, 621, 626, 700, 712, 713, 716),
)
BORROWS: Final = frozenset(f"E0{number}" for number in _NUMBERS)
"""What rustc says when it knows all types: then it has looked at every body."""


@dataclass(frozen=True, slots=True)
class Span:
    """A place by offsets of the source, and what rustc writes there.

    `ours` says that it stands in the text of an edit; `key` is what is asked there.
    """

    start: int
    end: int
    label: str
    primary: bool
    ours: bool = False
    key: Hashable = None


@dataclass(frozen=True, slots=True)
class Error:
    """An error about a draft; `spans` are all its places there, those of macros' uses too."""

    code: str
    message: str
    spans: tuple[Span, ...]
    diagnostic: Diagnostic

    @property
    def early(self) -> bool:
        """Whether it keeps rustc from looking at moves and borrows at all."""
        return self.code not in BORROWS and "lifetime may not live" not in self.message


@dataclass(frozen=True, slots=True)
class Bench:
    """Where and with what drafts of a listing are compiled; `folder` is empty."""

    listing: Listing
    toolchain: Toolchain
    folder: Path


Name = Hashable
Said = dict[Name, tuple[Error, ...]]


def ask_drafts(bench: Bench, drafts: Mapping[Name, Draft]) -> Said:
    """What rustc says of each draft.

    What cannot be asked in a draft (an early error in the text of a key) is taken out of it, and
    said among its errors; a draft with any other early error is not asked again.
    """
    left, gone = dict(drafts), dict[Name, tuple[Error, ...]]()
    refused: Said = {}
    for number in range(ROUNDS + 1):
        last = number == ROUNDS
        said = _compile(bench, left, bench.folder / str(number), alone=last)
        early = {name: [one for one in errors if one.early] for name, errors in said.items()}
        if last or not any(early.values()):
            every = {name: (*gone.get(name, ()), *errors) for name, errors in said.items()}
            return refused | every
        for name, errors in early.items():
            keys = [_keys(error) for error in errors]
            if errors and all(keys):
                left[name] = left[name].without(key for found in keys for key in found)
                gone[name] = (*gone.get(name, ()), *errors)
            elif errors:
                refused[name] = tuple(errors)
                del left[name]
    raise AssertionError("the last round always answers")


def _keys(error: Error) -> list[Hashable]:
    return [span.key for span in error.spans if span.primary and span.key is not None]


def _compile(bench: Bench, drafts: Mapping[Name, Draft], folder: Path, *, alone: bool) -> Said:
    if not drafts:
        return {}
    names = list(drafts)
    if alone or must_be_alone(bench.listing):
        with ThreadPoolExecutor(WORKERS) as pool:
            each = pool.map(
                lambda number: _compile_alone(bench, drafts[names[number]], folder / str(number)),
                range(len(names)),
            )
            return dict(zip(names, each, strict=True))
    return _compile_together(bench, drafts, folder)


def _compile_alone(bench: Bench, draft: Draft, folder: Path) -> tuple[Error, ...]:
    path = module_path(bench.listing.name)
    write_text(folder / path, f"{draft.text}\n{HELPERS}")
    said = _call(bench, path, folder, 1)
    return tuple(_read_errors(said, {path: draft}, folder, path).get(path, ()))


def _compile_together(bench: Bench, drafts: Mapping[Name, Draft], folder: Path) -> Said:
    own = module_path(bench.listing.name)
    paths = {f"_{number}/{own}": name for number, name in enumerate(drafts)}
    items = (module_item(Path(path), f"copy_{at}") for at, path in enumerate(paths))
    for path, name in paths.items():
        write_text(folder / path, drafts[name].text)
    write_text(folder / ROOT, "\n".join((HELPERS, *items, "")))
    said = _call(bench, ROOT, folder, len(paths))
    found = _read_errors(said, {path: drafts[name] for path, name in paths.items()}, folder, own)
    return {name: tuple(found.get(path, ())) for path, name in paths.items()}


def _call(bench: Bench, root: str, folder: Path, many: int) -> bytes:
    arguments = (
        root,
        "--crate-type=lib",
        "--crate-name=standings",
        "--emit=metadata",
        f"--edition={bench.listing.directives.edition}",
        "--cap-lints=allow",
        "-oout.rmeta",
    )
    return call_rustc(bench.toolchain, arguments, folder, timeout=seconds_for(many))[1]


def _read_errors(
    stderr: bytes, drafts: Mapping[str, Draft], folder: Path, path: str
) -> dict[str, list[Error]]:
    """The errors by the path of the draft that they are about."""
    found: dict[str, list[Error]] = {}
    for message in read_messages(stderr):
        spans = [span for one in message["spans"] for span in _leave_macros(one)]
        if message["level"] != "error" or not spans:
            continue
        place = next((one["file_name"] for one in spans if one["file_name"] in drafts), None)
        if place is None:
            raise say_tools.rustc_unreadable(message["rendered"])
        own = [span for span in spans if span["file_name"] == place]
        error = _read_error(message, own, drafts[place], folder)
        rendered = error.diagnostic.rendered.replace(place, path)
        named = replace(error.diagnostic, path=path, rendered=rendered)
        found.setdefault(place, []).append(replace(error, diagnostic=named))
    return found


def _read_error(
    message: dict[str, Any], spans: Sequence[dict[str, Any]], draft: Draft, folder: Path
) -> Error:
    (diagnostic,) = read_diagnostics(json.dumps(message).encode(), folder)
    return Error(
        diagnostic.code,
        diagnostic.message,
        tuple(_read_span(span, draft) for span in spans),
        diagnostic,
    )


def _leave_macros(span: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The span, and where the macros are used that it is in, under the same label.

    What rustc makes of `for` and `?` is no macro of anybody.
    """
    at: dict[str, Any] | None = span
    while at is not None:
        yield {**at, "label": span["label"], "is_primary": span["is_primary"]}
        use = at.get("expansion") or {}
        at = None if use.get("macro_decl_name", "").startswith("desugaring") else use.get("span")


def _read_span(span: dict[str, Any], draft: Draft) -> Span:
    start = draft.offset(span["line_start"], span["column_start"])
    end = draft.offset(span["line_end"], span["column_end"])
    return Span(
        draft.to_source(start),
        draft.to_source(end),
        span["label"] or "",
        span["is_primary"],
        draft.in_edit(start),
        draft.key_at(start),
    )
