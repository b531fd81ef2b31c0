"""Names as a program has to write them: `r#type`, and `r#x` without its mark. Pure."""

from __future__ import annotations

from typing import Final

_MARK: Final = "r#"
_WORDS: Final = """
abstract as async await become box break const continue do dyn else enum extern false final fn for
gen if impl in let loop macro match mod move mut override priv pub ref return static struct trait
true try type typeof unsafe unsized use virtual where while yield
"""
KEYWORDS: Final = frozenset(_WORDS.split())
"""Those of all editions: with its mark, a name means the same in each."""


def as_written(name: str) -> str:
    """The name of a variable with the mark where it needs one."""
    bare = bare_name(name)
    return f"{_MARK}{bare}" if bare in KEYWORDS else bare


def bare_name(name: str) -> str:
    """The name as debug information has it."""
    return name.removeprefix(_MARK)
