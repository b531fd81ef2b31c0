"""Stopgap: every listing alone."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from macros.model import Listing, Outcome, Tally, Toolchain
from macros.rust.compiler import compile_crate
from macros.rust.crate import module_file


def check_listings(
    listings: Sequence[Listing], toolchain: Toolchain, workdir: Path, *, workers: int = 1
) -> tuple[tuple[Outcome, ...], Tally]:
    def one(pair: tuple[int, Listing]) -> Outcome:
        number, listing = pair
        root = workdir / str(number)
        path = module_file(root, listing)
        kind = "bin" if listing.main else "lib"
        args = [str(path), "--crate-type", kind, "--edition", listing.directives.edition, *listing.directives.flags]
        got = compile_crate(toolchain, [*args, "--emit=metadata"], root)
        if got.ok:
            got = compile_crate(toolchain, [*args, "--emit=obj"], root)
        return Outcome(got.ok, got.diagnostics)

    with ThreadPoolExecutor(workers) as pool:
        outcomes = tuple(pool.map(one, enumerate(listings)))
    return outcomes, Tally(calls=len(outcomes), alone=len(outcomes))
