"""The tools of other languages on this machine: a language in, its Tool out."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from macros.languages.dialects import DIALECTS
from macros.model import Language, Tool, Trouble
from macros.report import say_absent, say_languages
from macros.rust.processes import run_process
from macros.rust.toolchain import ANSWER_WITHIN, compiler_env


def find_tools(languages: Iterable[Language]) -> Mapping[Language, Tool | Trouble]:
    """The tool of each language but Rust: Absent where it is missing, Trouble where it is odd."""
    others = dict.fromkeys(one for one in languages if one is not Language.RUST)
    return {language: find_tool(language) for language in others}


def find_tool(language: Language) -> Tool | Trouble:
    """The tool that PATH names."""
    dialect = DIALECTS[language]
    path = shutil.which(dialect.tool)
    if path is None:
        return say_absent.tool_missing(dialect.tool, dialect.install)
    state = Path(path).stat()
    works, answer = _ask(path, dialect.version, (state.st_ino, state.st_size, state.st_mtime_ns))
    found = dialect.answer.search(answer) if works else None
    if found is None:
        return say_languages.tool_odd(" ".join((path, *dialect.version)), answer)
    return Tool(language, path, f"{dialect.tool} {found[0]}")


@cache
def _ask(
    path: str,
    arguments: tuple[str, ...],
    state: tuple[int, ...],  # noqa: ARG001
) -> tuple[bool, str]:
    """Whether it works and what it says, asked once as long as its file stays the same."""
    try:
        done = run_process(
            (path, *arguments), cwd=Path.cwd(), env=compiler_env(), timeout=ANSWER_WITHIN
        )
    except Trouble as trouble:
        return False, trouble.message
    failed = done.timed_out or bool(done.code)
    said = (done.stderr if failed else done.stdout).decode(errors="replace")
    return not failed, said.strip()
