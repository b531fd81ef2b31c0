"""Jinja tags → calls of our macros with literal arguments, or what is wrong with them.

The inside of `{{ … }}` is read by Python's own parser: where both languages agree (a call with
plain literals) it is exact and fast; everything else is a finding or left to Jinja.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TypeGuard

from .call_rules import judge_alone, judge_call, judge_names, judge_surroundings
from .model import Argument, Call, Finding, Place, Value
from .outline import QUOTED, Tag
from .report import say_pages as say
from .text import Lines, blank
from .vocabulary import Signature, Vocabulary

HEAD = re.compile(r"\{\{[-+]?\s*(?P<name>[^\W\d]\w*)\s*\(")
STRINGS = re.compile(QUOTED)
STRING_RUN = re.compile(rf"(?:{QUOTED})(?:\s*(?:{QUOTED}))*")
LINE_REST = re.compile(r"[ \t]*(?:\n|\Z)")
NUMBER = re.compile(r"-?\s*\d+(?:\.\d+)?")
LINE_MARKS = re.compile(
    r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?|\#{1,6}[ \t]+)?"
)
WORDS: Mapping[str, bool | None] = MappingProxyType({"true": True, "false": False, "none": None})


@dataclass(frozen=True, slots=True)
class Body:
    """The inside of a `{{ … }}` tag, parsed; `start` is its offset in the page.

    `source` is what Python parsed: the inside in parentheses, so that it may span lines.
    """

    lines: Lines
    start: int
    source: str

    def offset(self, line: int, column: int) -> int:
        """Python's position (lines from 1, columns in bytes) as an offset in the page."""
        if line == 1 and self.source.isascii():
            return self.start + column - 1
        rows = self.source.split("\n")
        inside = len(rows[line - 1].encode()[:column].decode(errors="ignore"))
        return self.start - 1 + sum(len(row) + 1 for row in rows[: line - 1]) + inside

    def span(self, node: ast.expr | ast.keyword) -> tuple[int, int]:
        end_line, end_column = node.end_lineno or 0, node.end_col_offset or 0
        return (
            self.offset(node.lineno, node.col_offset),
            self.offset(end_line, end_column),
        )


def read_calls(
    lines: Lines, tags: Iterable[Tag], vocabulary: Vocabulary, *, foreign: bool
) -> tuple[tuple[Call, ...], tuple[Tag, ...], tuple[Finding, ...]]:
    """The calls of our macros, the tags that are none, and the findings in both."""
    calls: list[Call] = []
    left: list[Tag] = []
    findings: list[Finding] = []
    for tag in tags:
        head = HEAD.match(lines.text, tag.start) if tag.kind == "expression" else None
        signature = vocabulary.macros.get(head["name"]) if head else None
        if head is None or signature is None:
            left.append(tag)
            findings += () if foreign else find_misuse(lines, tag, vocabulary)
            continue
        call, wrong = read_call(lines, tag, head["name"], signature, calls[-1] if calls else None)
        findings += wrong
        calls += () if call is None else (call,)
    return tuple(calls), tuple(left), tuple(findings)


@lru_cache(maxsize=4)
def macro_pattern(names: frozenset[str], reserved: frozenset[str]) -> re.Pattern[str]:
    """Finds the names of macros where they are not attributes or names of arguments.

    Reserved names are not even free to be assigned.
    """
    called = rf"(?:{'|'.join(sorted(names))})(?!\w)(?!\s*=(?!=))"
    return re.compile(rf"(?<![\w.])(?:{called}|(?:{'|'.join(sorted(reserved)) or '(?!)'})(?!\w))")


def find_misuse(lines: Lines, tag: Tag, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Macros of ours inside another tag, where no scan can follow them."""
    inside = STRINGS.sub(lambda found: blank(found[0]), lines.text[tag.start : tag.end])
    for found in macro_pattern(frozenset(vocabulary.macros), vocabulary.reserved).finditer(inside):
        place = lines.place(tag.start + found.start(), tag.start + found.end())
        reserved = found[0] in vocabulary.reserved
        yield (say.reserved_name if reserved else say.macro_not_alone)(place, found[0])


def read_call(
    lines: Lines, tag: Tag, name: str, signature: Signature, before: Call | None
) -> tuple[Call | None, tuple[Finding, ...]]:
    """The call in a tag that begins with `name(`; none where it has no literal arguments."""
    parsed = parse_body(lines, tag, name)
    if isinstance(parsed, Finding):
        return None, (parsed,)
    body, node = parsed
    given = [read_argument(body, one) for one in node.args]
    named = [(one.arg or "", read_argument(body, one.value)) for one in node.keywords]
    findings = [one for one in (*given, *(one for _, one in named)) if isinstance(one, Finding)]
    findings += judge_names(name, written_names(body, node), len(given), signature)
    if findings:
        return None, tuple(findings)
    call = Call(
        name,
        tuple(one for one in given if isinstance(one, Argument)),
        tuple((key, one) for key, one in named if isinstance(one, Argument)),
        lines.place(tag.start, tag.end),
        tag.start,
        tag.end,
        sentence_of(lines, tag, before),
        indent_of(lines, tag),
    )
    wrong = tuple(judge_call(call, signature))
    if wrong:
        return None, wrong
    around = judge_surroundings(lines.text, call, code=tag.code)
    return call, (*judge_alone(call, signature), *around)


def written_names(body: Body, node: ast.Call) -> Iterator[tuple[str, Place]]:
    """The names of named arguments with their places."""
    for one in node.keywords:
        if one.arg is not None:
            start, _ = body.span(one)
            yield one.arg, body.lines.place(start, start + len(one.arg))


def parse_body(lines: Lines, tag: Tag, name: str) -> tuple[Body, ast.Call] | Finding:
    """The tag's inside as a call, if it is exactly that."""
    start = tag.start + (3 if lines.text[tag.start + 2] in "-+" else 2)
    end = tag.end - (3 if lines.text[tag.end - 3] == "-" else 2)
    inside = lines.text[start:end]
    body = Body(lines, start, f"({inside})")
    if "#" in inside and "#" in STRINGS.sub("", inside):
        return say.unreadable_call(lines.place(tag.start, tag.end), name, "`#` outside a string")
    tree = parse_python(body.source)
    if isinstance(tree, str):
        return say.unreadable_call(lines.place(tag.start, tag.end), name, tree)
    if not calls_only(tree, name):
        at = lines.text.index(name, start)
        return say.macro_not_alone(lines.place(at, at + len(name)), name)
    return body, tree


def calls_only(node: ast.expr, name: str) -> TypeGuard[ast.Call]:
    """Whether the expression is a call of `name` and begins inside of our own parentheses."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == name
        and (node.lineno, node.col_offset) > (1, 0)
    )


def parse_python(source: str) -> ast.expr | str:
    """The expression, or what is wrong with it."""
    try:
        if "\\" not in source:
            return ast.parse(source, mode="eval").body
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(source, mode="eval").body
    except SyntaxError as error:
        return error.msg
    except (ValueError, RecursionError, MemoryError) as error:
        return str(error)


def read_argument(body: Body, node: ast.expr) -> Argument | Finding:
    """A literal with its place; a string's place lies between its quotes."""
    start, end = body.span(node)
    written = body.lines.text[start:end]
    place = body.lines.place(start, end)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if not STRING_RUN.fullmatch(written) or written.startswith(('"""', "'''")):
            return say.odd_string(place)
        return Argument(node.value, body.lines.place(start + 1, end - 1))
    value = literal(node, written)
    return say.not_literal(place, written) if value is None else Argument(value[0], place)


def literal(node: ast.expr, written: str) -> tuple[Value] | None:
    """A number in plain digits, or a word such as `true`; none for anything computed."""
    if isinstance(node, ast.Name) and node.id in WORDS:
        return (WORDS[node.id],)
    if isinstance(node, ast.Constant) and (node.value is None or isinstance(node.value, bool)):
        return (node.value,)
    if not NUMBER.fullmatch(written):
        return None
    return (float(written) if "." in written else int(written.replace(" ", "")),)


def sentence_of(lines: Lines, tag: Tag, before: Call | None) -> str:
    """The source lines a call stands in, without list, quote, heading and table marks.

    Calls of the same line share one text.
    """
    first, last = lines.line_of(tag.start), lines.line_of(tag.end - 1)
    if before is not None and before.place.line == first == last == before.place.end_line:
        return before.sentence
    whole = lines.text[lines.starts[first - 1] : lines.end_of(last) - 1]
    rows = (unmarked(row) for row in whole.split("\n"))
    return " ".join(row for row in rows if row)


def unmarked(row: str) -> str:
    """A line without what Markdown puts before (and around) its text."""
    found = LINE_MARKS.match(row)
    text = row[found.end() :].strip() if found else row.strip()
    return text.strip("|").strip() if text.startswith("|") else text


def indent_of(lines: Lines, tag: Tag) -> str | None:
    """The white space before a call that has its lines to itself."""
    text, start = lines.text, tag.start
    while start and text[start - 1] in " \t":
        start -= 1
    alone = (not start or text[start - 1] == "\n") and LINE_REST.match(text, tag.end)
    return text[start : tag.start] if alone else None
