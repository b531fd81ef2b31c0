"""Where bodies, statements, patterns and receivers stand in Rust code. Pure.

`code` has its comments and strings blanked. What is found here only says where a question is
written: the compiler refuses a question in a wrong place, and then there is no answer.
"""

from __future__ import annotations

import re
from typing import Final

OPENING: Final = "([{"
CLOSING: Final = ")]}"
_BODY: Final = re.compile(
    r"(?:\bfn\s+(?:r\#)?\w+(?:(?!\bfn\b)[^{}])* | \|\s* | \|\s*->[^{};|]*)\Z", re.VERBOSE
)
_STARTS: Final = "{};"
_ASSIGNS: Final = re.compile(r"(?<![=<>!+\-*/%&|^.])=(?![=>])")


def enclosing_braces(code: str, at: int) -> list[int]:
    """The braces that are open at `at`, the outermost first."""
    found: list[int] = []
    for offset in range(at):
        if code[offset] == "{":
            found.append(offset)
        elif code[offset] == "}" and found:
            found.pop()
    return found


def body_start(code: str, at: int) -> int | None:
    """Behind the brace of the innermost function or closure body around `at`."""
    for brace in reversed(enclosing_braces(code, at)):
        before = code[:brace]
        if _BODY.search(before, max(0, before.rfind("}"), before.rfind("{"))):
            return brace + 1
    return None


def closing(code: str, at: int) -> int:
    """Where the bracket that is open at `at` closes; the end of the text where none does."""
    depth = 0
    for offset in range(at, len(code)):
        depth += (code[offset] in OPENING) - (code[offset] in CLOSING)
        if depth < 0:
            return offset
    return len(code)


def first_at_depth(code: str, at: int, wanted: str) -> int | None:
    """The next of these characters outside of any brackets; None where they close before."""
    depth = 0
    for offset in range(at, len(code)):
        char = code[offset]
        if depth == 0 and char in wanted:
            return offset
        depth += (char in OPENING) - (char in CLOSING)
        if depth < 0:
            return None
    return None


def statement_start(code: str, starts: tuple[int, ...], line: int) -> int | None:
    """Where the statement starts that holds the calls of a line; None where none seems to.

    Between it and the line's last call no block ends that it stands in.
    """
    first = starts[line - 1]
    last = starts[line] - 1 if line < len(starts) else len(code)
    at = first + len(code[first:last]) - len(code[first:last].lstrip())
    until = max(at, code.rfind("(", first, last))
    body = body_start(code, until)
    at = max(at, body or 0)
    while at > 0 and body is not None:
        before = code[:at].rstrip()
        if before[-1:] in _STARTS and at >= body and _is_whole(code[at:until]):
            return at
        at = len(before) - 1
        if at < body:
            break
    return None


def _is_whole(code: str) -> bool:
    """Whether no bracket closes that opened before, and no arm of a `match` starts."""
    depth = 0
    for offset, char in enumerate(code):
        depth += (char in OPENING) - (char in CLOSING)
        if depth < 0 or (depth == 0 and code.startswith("=>", offset)):
            return False
    return True


def call_extent(code: str, at: int, starts: tuple[int, ...], line: int) -> tuple[int, int]:
    """The offsets of the expression around a line's calls, whose statement starts at `at`.

    It starts behind the last brace, semicolon or arm before, outside of brackets.
    """
    last = starts[line] - 1 if line < len(starts) else len(code)
    until = max(at, code.rfind("(", 0, last))
    start, depth, opened = at, 0, list[int]()
    for offset in range(at, until):
        char = code[offset]
        if char in "{};" and not any(opened):
            start = offset + 1
        if char in OPENING:
            opened.append(char != "{")
        elif char in CLOSING and opened:
            opened.pop()
        elif char == "," and not any(opened) and "=>" in code[start:offset]:
            start = offset + 1
    depth = sum(opened)
    for offset in range(until, len(code)):
        char = code[offset]
        if depth <= 0 and char in "{};,":
            return start, offset
        depth += (char in OPENING) - (char in CLOSING)
    return start, len(code)


def is_arm_pattern(code: str, at: int) -> int | None:
    """Behind the `=>` of the match arm in whose pattern `at` stands, else None."""
    return _pattern_end(code, at, "=>")


def is_let_pattern(code: str, at: int) -> int | None:
    """Behind the `=` of the `let` in whose pattern `at` stands, else None."""
    head = code[max(code.rfind(char, 0, at) for char in ";}") + 1 : at]
    found = re.search(r"\blet\b(?!.*(?<![=<>!.])=(?!=))", head, re.DOTALL)
    return _pattern_end(code, at, "=") if found else None


def _pattern_end(code: str, at: int, sign: str) -> int | None:
    """Behind the sign that ends a pattern; a comma at the outermost level says there is none."""
    lowest = depth = 0
    comma = False
    for offset in range(at, len(code)):
        char = code[offset]
        if depth == lowest and code.startswith("=>", offset):
            return offset + 2 if sign == "=>" and not comma else None
        if depth == lowest and sign == "=" and _ASSIGNS.match(code, offset):
            return None if comma else offset + 1
        if char == ";" or (char in OPENING and char == "{" and depth == lowest == 0):
            return None
        depth += (char in OPENING) - (char in CLOSING)
        comma = comma or (char == "," and depth == lowest)
        if depth < lowest:
            lowest, comma = depth, False
    return None


def receiver_start(code: str, at: int) -> int | None:
    """Where the path starts (`a`, `self.b.c`) whose method stands at `at`; behind its end is `.`"""
    found = re.search(r"[^\W\d]\w*(?:\s*\.\s*\w+)*(?=\s*\.\s*\Z)", code[:at])
    return found.start() if found else None


def receiver_end(code: str, at: int) -> int:
    """Behind the path whose method stands at `at`."""
    return len(code[:at].rstrip().removesuffix(".").rstrip())


def expression_end(code: str, at: int) -> int:
    """Where an expression ends at the latest that starts at `at` and reaches as far as it can."""
    depth = 0
    for offset in range(at, len(code)):
        char = code[offset]
        if depth == 0 and char in ",;":
            return offset
        depth += (char in OPENING) - (char in CLOSING)
        if depth < 0:
            return offset
    return len(code)


def assignments(code: str, first: int, last: int, name: str) -> list[int] | None:
    """Behind each statement that assigns to the variable or a part of it; None where one of them
    is no statement of its own."""
    found: list[int] = []
    one = re.compile(rf"(?<!\.)\b{re.escape(name)}\b(?:\s*\.\s*\w+)*\s*=(?![=>])")
    for match in one.finditer(code, first, last):
        if re.search(r"\blet\s+(?:mut\s+)?\Z", code[: match.start()]):
            continue
        end = first_at_depth(code, match.end(), ";")
        before = code[: match.start()].rstrip(" \n*")
        if end is None or before[-1] not in _STARTS:
            return None
        found.append(end + 1)
    for match in re.finditer(r"[)\]}]\s*=(?![=>])", code[:last]):
        head = code[max(code.rfind(char, 0, match.start()) for char in _STARTS) + 1 : match.end()]
        named = match.start() >= first and re.search(rf"\b{re.escape(name)}\b", head)
        if named and not re.search(r"\blet\b", head):
            return None
    return found
