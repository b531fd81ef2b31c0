"""The command line: `check` verifies without building, `explain` shows what is behind a fact,
`bless` accepts what was measured, `toolchain-diff` compares two compilers.

Exit codes: 0 all hold; 1 a finding in the sources; 2 the check itself could not be done.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import NoReturn

from macros.build import cache_of, verify_book, verify_paths
from macros.cache import Cache
from macros.explain import explain_place, parse_place
from macros.model import Trouble
from macros.options import Options
from macros.output import FORMATS, print_text, write_report
from macros.report import Report
from macros.report.command import COMMAND
from macros.report.say_book import cannot_start, no_such_file, nothing_stands_at
from macros.verify import Verification


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return its exit code."""
    chosen = _parser().parse_args(arguments)
    try:
        return int(chosen.run(chosen))
    except Trouble as trouble:
        print(f"error[tool]: {trouble.message}", file=sys.stderr)
        if trouble.help:
            print(f"   = help: {trouble.help}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except KeyboardInterrupt:
        print("interrupted: nothing was concluded", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=COMMAND, description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="verify the book, or only the paths named")
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    check.add_argument("--format", choices=FORMATS, default="text")
    check.add_argument("--output", type=Path, metavar="FILE", help="write the report to a file")
    check.add_argument("--numbers", action="store_true", help="find numbers that no claim holds")
    check.set_defaults(run=run_check)
    explain = commands.add_parser("explain", help="the whole program and command behind a fact")
    explain.add_argument("place", metavar="PLACE", help="docs/copy.md:12 or a snippet's file")
    explain.set_defaults(run=run_explain)
    fix = commands.add_parser("bless", help="rewrite refuted numbers, codes and printed lines")
    fix.add_argument("places", nargs="*", metavar="PLACE", help="docs/copy.md:12, or a file")
    fix.add_argument("--dry-run", action="store_true", help="show what would be rewritten")
    fix.add_argument("--yes", action="store_true", help="write without asking")
    fix.set_defaults(run=run_bless)
    compare = commands.add_parser("toolchain-diff", help="what changes between two compilers")
    compare.add_argument("old", metavar="OLD", help="a rustc: a command or its path")
    compare.add_argument("new", metavar="NEW", help="another one")
    compare.set_defaults(run=run_toolchain_diff, rustc="rustc")
    for each in (check, explain, fix, compare):
        each.add_argument("--root", type=Path, default=Path(), metavar="DIR")
        each.add_argument("--jobs", type=_positive, default=os.cpu_count() or 1, metavar="N")
        each.add_argument("--no-cache", action="store_true", help="measure everything anew")
    for each in (check, explain, fix):
        each.add_argument("--rustc", default="rustc", metavar="PATH")
    return parser


def _positive(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() else 0
    if number < 1:
        raise argparse.ArgumentTypeError("at least one job is needed")
    return number


def _options(chosen: argparse.Namespace) -> Options:
    cache = Cache(None) if chosen.no_cache else cache_of(chosen.root)
    return Options(rustc=chosen.rustc, cache=cache, workers=chosen.jobs)


def _verification(chosen: argparse.Namespace, paths: Sequence[Path]) -> Verification:
    if paths:
        return verify_paths(chosen.root, _options(chosen), paths)
    return verify_book(chosen.root, _options(chosen)).verification


def run_check(chosen: argparse.Namespace) -> int:
    """Verify and write the report; return its exit code."""
    report = _report(chosen)
    write_report(report, chosen.format, chosen.output, os.environ)
    return report.exit_code


def _with_numbers(found: Verification) -> Report:
    """The report together with the numbers about memory that stand in no claim."""
    from macros.numbers import unclaimed_in_book  # noqa: PLC0415 (only this option needs it)

    unclaimed = unclaimed_in_book(found.book)
    return replace(found.report, findings=(*found.report.findings, *unclaimed))


def _report(chosen: argparse.Namespace) -> Report:
    """What was found; for a machine also that nothing could be, where a person gets a sentence."""
    try:
        found = _verification(chosen, chosen.paths)
    except Trouble as trouble:
        if chosen.format == "text":
            raise
        return Report(findings=(cannot_start(trouble),))
    return _with_numbers(found) if chosen.numbers else found.report


def run_explain(chosen: argparse.Namespace) -> int:
    """Print everything behind the facts at a place; 1 where nothing stands there."""
    found = _verification(chosen, ())
    text = explain_place(chosen.place, found)
    if text is None:
        path, _ = parse_place(chosen.place)
        missing = (
            ":" not in path and bool(PurePath(path).suffix) and not _exists(chosen.root / path)
        )
        said = no_such_file(path) if missing else nothing_stands_at(chosen.place)
        print(said, file=sys.stderr)
        return 1
    print_text(text)
    return found.report.exit_code if found.report.exit_code == 2 else 0


def _exists(path: Path) -> bool:
    """Whether a path that somebody typed is there; a name that no system takes is not."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _end(number: int, frame: object) -> NoReturn:  # noqa: ARG001 (the system's own signature)
    """Let a polite request to end take the way out: programs ended, folders removed."""
    sys.exit(128 + number)


def run_bless(chosen: argparse.Namespace) -> int:
    """Rewrite what one value makes true; 1 where something needs a person."""
    from macros.bless_command import Wish, bless  # noqa: PLC0415 (only this command needs it)

    wish = Wish(tuple(chosen.places), chosen.dry_run, chosen.yes)
    return bless(chosen.root, _options(chosen), wish)


def run_toolchain_diff(chosen: argparse.Namespace) -> int:
    """Print what would change in the book between two compilers."""
    from macros.toolchain_diff import diff  # noqa: PLC0415 (only this command needs it)

    print_text(diff(chosen.root, chosen.old, chosen.new, _options(chosen)))
    return 0


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, _end)
    sys.exit(main())
