"""The command line: `check` verifies without building, `explain` shows what is behind a fact.

Exit codes: 0 all hold; 1 a finding in the sources; 2 the check itself could not be done.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from macros.build import cache_of, report_text, verify_book, verify_paths
from macros.cache import Cache
from macros.explain import explain_place
from macros.model import Trouble
from macros.options import Options
from macros.report import Report, say_book
from macros.report.github import render_github
from macros.report.machine import render_json
from macros.report.text import wants_colour
from macros.verify import Verification

FORMATS = ("text", "json", "github")


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
    parser = argparse.ArgumentParser(prog="python -m macros", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="verify the book, or only the paths named")
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    check.add_argument("--format", choices=FORMATS, default="text")
    check.add_argument("--output", type=Path, metavar="FILE", help="write the report to a file")
    check.set_defaults(run=run_check)
    explain = commands.add_parser("explain", help="the whole program and command behind a fact")
    explain.add_argument("place", metavar="PLACE", help="docs/copy.md:12 or a snippet's file")
    explain.set_defaults(run=run_explain)
    for each in (check, explain):
        each.add_argument("--root", type=Path, default=Path(), metavar="DIR")
        each.add_argument("--jobs", type=_positive, default=os.cpu_count() or 1, metavar="N")
        each.add_argument("--no-cache", action="store_true", help="measure everything anew")
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
    """Verify and print the report; return its exit code."""
    report = _verification(chosen, chosen.paths).report
    to_terminal = chosen.output is None and sys.stdout is not None and sys.stdout.isatty()
    text = _render(report, chosen.format, wants_colour(to_terminal, os.environ))
    if chosen.output is None:
        _print(text)
    else:
        _write_output(chosen.output, text)
    return report.exit_code


def _render(report: Report, form: str, colour: bool) -> str:
    if form == "json":
        return render_json(report)
    if form == "github":
        return render_github(report)
    return report_text(report, colour)


def _print(text: str) -> None:
    """Print all of it, or raise: an exit code of ours means that the report was written."""
    if sys.stdout is None:
        raise say_book.report_not_written("it is closed")
    encoding = sys.stdout.encoding or "utf-8"
    try:
        print(text.encode(encoding, "backslashreplace").decode(encoding), flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise say_book.report_not_written(error.strerror or str(error)) from error


def _write_output(path: Path, text: str) -> None:
    try:
        path.write_text(f"{text}\n", encoding="utf-8")
    except OSError as error:
        raise Trouble(f"{path} cannot be written: {error.strerror}") from error


def run_explain(chosen: argparse.Namespace) -> int:
    """Print everything behind the facts at a place; 1 where nothing stands there."""
    found = _verification(chosen, ())
    text = explain_place(chosen.place, found)
    if text is None:
        print(f"no claim and no listing stands at {chosen.place!r}", file=sys.stderr)
        return 1
    _print(text)
    return found.report.exit_code if found.report.exit_code == 2 else 0


def _end(number: int, frame: object) -> NoReturn:  # noqa: ARG001 (the system's own signature)
    """Let a polite request to end take the way out: programs ended, folders removed."""
    sys.exit(128 + number)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, _end)
    sys.exit(main())
