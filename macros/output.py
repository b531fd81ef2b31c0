"""Where a report goes: standard output or a file, and the summary page of a step on GitHub.

Every form is made from the one report, so that no two of them can differ in what was found.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from macros.build import report_text
from macros.report import Report
from macros.report.github import render_github
from macros.report.machine import render_json
from macros.report.sarif import render_sarif
from macros.report.say_book import no_such_output, report_not_written
from macros.report.summary import render_summary
from macros.report.text import wants_colour

_FOR_MACHINES: Final[Mapping[str, Callable[[Report], str]]] = MappingProxyType(
    {"json": render_json, "github": render_github, "sarif": render_sarif}
)
FORMATS: Final = ("text", *_FOR_MACHINES)


def write_report(report: Report, form: str, path: Path | None, environ: Mapping[str, str]) -> None:
    """Write the report in one of FORMATS to the file, or to standard output where none is named.

    The form `github` is written to the step's summary as well, where there is one.
    Raises Trouble for a file that cannot be written.
    """
    to_terminal = path is None and sys.stdout is not None and sys.stdout.isatty()
    text = _render(report, form, wants_colour(to_terminal, environ))
    if path is None:
        print_text(text)
    else:
        _write(path, f"{text}\n", "w")
    summary = environ.get("GITHUB_STEP_SUMMARY", "")
    if form == "github" and summary:
        _write(Path(summary), f"{render_summary(report, address_of_files(environ))}\n", "a")


def print_text(text: str) -> None:
    """Print all of it, or raise: an exit code of ours means that the report was written.

    What the terminal's encoding cannot say is written as an escape.
    """
    if sys.stdout is None:
        raise report_not_written("it is closed")
    encoding = sys.stdout.encoding or "utf-8"
    try:
        print(text.encode(encoding, "backslashreplace").decode(encoding), flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise report_not_written(error.strerror or str(error)) from error


def _render(report: Report, form: str, colour: bool) -> str:
    if form == "text":
        return report_text(report, colour)
    return _FOR_MACHINES[form](report)


def address_of_files(environ: Mapping[str, str]) -> str:
    """Where the checked commit's files stand on the web; empty outside of GitHub's CI."""
    names = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")
    server, repository, commit = (environ.get(name, "") for name in names)
    return f"{server}/{repository}/blob/{commit}" if server and repository and commit else ""


def _write(path: Path, text: str, mode: str) -> None:
    try:
        with path.open(mode, encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise no_such_output(path, error) from error
