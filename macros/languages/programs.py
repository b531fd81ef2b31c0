"""Listings in other languages → what their tool said of each, and what each did.

A program runs in the cage of programs under the debugger: no network, bounded memory and files, its
own processes, another user where that can be. What only reads the text runs outside, as rustc does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from macros.languages.commands import TSC, file_name
from macros.languages.messages import as_remark, plain_stderr, read_go, read_node, read_tsc
from macros.model import Diagnostic, Language, Listing, Mode, Outcome, Run, Tally, Tool, Trouble
from macros.report import say_languages
from macros.rust.cage import ENVIRONMENT, find_cage
from macros.rust.crate import write_text
from macros.rust.processes import Finished, run_process
from macros.rust.runs import FOLDER, OUTPUT_LIMIT, signal_name
from macros.rust.snapshots.trace import MEMORY
from macros.rust.toolchain import compiler_env

BUILDING: Final = 120
"""Seconds that a compiler has; Go may have to compile its library first."""
GO: Final = MappingProxyType(
    {
        "GO111MODULE": "off",
        "GOPROXY": "off",
        "GOTOOLCHAIN": "local",
        "GOTELEMETRY": "off",
        "GOFLAGS": "",
        "CGO_ENABLED": "0",
    }
)
"""Nothing but the standard library, nothing fetched, nothing compiled from C."""


@dataclass(frozen=True, slots=True)
class _Shop:
    """With what and where the listings of one call are tried; `cage` may be empty."""

    tool: Tool
    cage: tuple[str, ...]
    workdir: Path


def try_listings(
    listings: Sequence[Listing], tool: Tool, workdir: Path, *, workers: int
) -> tuple[tuple[Outcome | Trouble, ...], Tally]:
    """Run or type-check each listing; the outcomes stand in the order of the listings.

    `workdir` is an empty folder; what is left in it is of no use. Where the tool itself fails,
    Trouble stands in the place of the outcome.
    """
    cage = find_cage(workdir, *([Path(tool.path)] if tool.language is Language.JAVASCRIPT else []))
    shop = _Shop(tool, cage, workdir)

    def attempt(number: int) -> Outcome | Trouble:
        listing = listings[number]
        folder = workdir / str(number)
        write_text(folder / file_name(listing), listing.source)
        folder.chmod(0o711)
        try:
            return _TRIES[listing.language](listing, shop, folder)
        except Trouble as trouble:
            return trouble

    with ThreadPoolExecutor(max(workers, 1)) as pool:
        outcomes = tuple(pool.map(attempt, range(len(listings))))
    return outcomes, Tally(calls=len(outcomes), isolated=bool(cage))


# One language each ------------------------------------------------------------------------


def _try_javascript(listing: Listing, shop: _Shop, folder: Path) -> Outcome:
    """Node reads the whole text before it runs any of it; what it refuses then is a SyntaxError."""
    node = (shop.tool.path, *listing.directives.flags)
    name = file_name(listing)
    checked = _caged((*node, "--check", name), listing, shop, folder)
    if checked.code:
        said = read_node(_text(checked.stderr, folder), listing.name)
        return _refused(said, checked, listing, shop)
    if listing.directives.mode is Mode.CHECK_FAIL:
        return Outcome(True, tool=shop.tool.version)
    ran = _caged((*node, name), listing, shop, folder)
    return Outcome(True, (), _run_of(ran, listing, folder), tool=shop.tool.version)


def _try_go(listing: Listing, shop: _Shop, folder: Path) -> Outcome:
    """Compiled first, and only the program in the cage: that is what `go run` does."""
    caches = {"GOCACHE": shop.workdir / "cache", "GOPATH": shop.workdir / "path"}
    env = {**compiler_env(), **GO, **{name: str(path) for name, path in caches.items()}}
    flags = listing.directives.flags
    command = (shop.tool.path, "build", *flags, "-o", "program", file_name(listing))
    built = run_process(command, cwd=folder, env=env, timeout=BUILDING)
    said = read_go(_text(built.stderr, folder), file_name(listing), listing.name)
    if built.code:
        return _refused(said, built, listing, shop)
    remarks = tuple(as_remark(one) for one in said)
    if listing.directives.mode is Mode.CHECK_FAIL:
        return Outcome(True, remarks, tool=shop.tool.version)
    (folder / "program").chmod(0o755)
    ran = _caged((str(folder / "program"),), listing, shop, folder)
    return Outcome(True, remarks, _run_of(ran, listing, folder), tool=shop.tool.version)


def _try_typescript(listing: Listing, shop: _Shop, folder: Path) -> Outcome:
    """Types only: what runs is JavaScript."""
    command = (shop.tool.path, *TSC, file_name(listing))
    done = run_process(command, cwd=folder, env=compiler_env(), timeout=BUILDING)
    said = read_tsc(_text(done.stdout, folder), file_name(listing), listing.name)
    if done.code:
        return _refused(said, done, listing, shop)
    return Outcome(True, tool=shop.tool.version)


_TRIES: Final[Mapping[Language, Callable[[Listing, _Shop, Path], Outcome]]] = MappingProxyType(
    {
        Language.JAVASCRIPT: _try_javascript,
        Language.GO: _try_go,
        Language.TYPESCRIPT: _try_typescript,
    }
)


# What they share --------------------------------------------------------------------------


def _caged(command: Sequence[str], listing: Listing, shop: _Shop, folder: Path) -> Finished:
    env = {"NO_COLOR": "1", **ENVIRONMENT}
    return run_process(
        (*shop.cage, *command),
        cwd=folder,
        env=env,
        timeout=listing.directives.timeout,
        limit=OUTPUT_LIMIT,
        memory=0 if shop.cage else MEMORY,
    )


def _refused(
    said: tuple[Diagnostic, ...], done: Finished, listing: Listing, shop: _Shop
) -> Outcome:
    """The listing is not accepted. Raises Trouble where no line of it is said to be wrong."""
    if done.timed_out or not said:
        text = (done.stderr or done.stdout).decode(errors="replace")
        raise say_languages.tool_failed(shop.tool.version, listing.name, text)
    return Outcome(False, said, tool=shop.tool.version)


def _run_of(done: Finished, listing: Listing, folder: Path) -> Run:
    stderr = plain_stderr(_text(done.stderr, folder), file_name(listing), listing.name)
    ended = done.code if done.code >= 0 else None
    try:
        done.stdout.decode(), done.stderr.decode()
        valid = True
    except UnicodeDecodeError:
        valid = False
    stdout = _text(done.stdout, folder)
    if done.cut or done.timed_out:
        return Run(stdout, stderr, stopped="output" if done.cut else "time", valid=valid)
    name = signal_name(-done.code) if done.code < 0 else ""
    return Run(stdout, stderr, ended, name, valid=valid)


def _text(data: bytes, folder: Path) -> str:
    """Without the folder's own name, which differs from run to run."""
    text = data.decode(errors="replace")
    for name in (str(folder.resolve()), str(folder)):
        text = text.replace(f"{name}/", "").replace(name, FOLDER.decode())
    return text
