"""Page text → its fences, HTML comments and Jinja tags, in one pass and in order.

What is found first wins: a comment inside a code span is text, a fence inside a comment is dead,
`{{` inside a Rust fence is Rust. Offsets are characters of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal as Only
from typing import NamedTuple

import yaml

from .fence_lines import Opening, find_close

FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
ALIVE = re.compile(r"\{\{|\{%|\{##|`{3}|~{3}|<!--")
PARAGRAPH_END = re.compile(r"\n(?=[ \t>]*(?:\n|`{3}|~{3}|(?:[-*+]|\d{1,9}[.)])[ \t]|#|\||\Z))")
LONGEST_SPAN = 4000
HTML_COMMENT = re.compile(r"<!--(?:-?>|.*?-->)", re.DOTALL)
JINJA_COMMENT = re.compile(r"\{##.*?##\}", re.DOTALL)
RAW = re.compile(r"\{%[-+]?\s*raw\s*[-+]?%\}")
DOUBLE_QUOTED = r'"[^"\\\n]*(?:\\.[^"\\\n]*)*"'
QUOTED = DOUBLE_QUOTED + "|" + DOUBLE_QUOTED.replace('"', "'")
EXPRESSION = re.compile(rf"""\{{\{{[^"'{{}}]*(?:(?:{QUOTED})[^"'{{}}]*)*\}}\}}""", re.DOTALL)
EXPRESSION_PART = re.compile(rf"{QUOTED}|[\"'{{}}]", re.DOTALL)
LONG_QUOTED = QUOTED.replace(r"\n", "")
STATEMENT = re.compile(rf"""\{{%[^"'%]*(?:(?:{LONG_QUOTED}|%(?!\}}))[^"'%]*)*%\}}""", re.DOTALL)

FENCE = r"""
    ^(?P<fence>
        (?P<lead>[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)
        (?P<run>`{3,}(?=[^`\n]*$)|~{3,})
        (?P<info>.*)
    )$"""
COMMENT = "(?P<comment><!--)"
TICKS = r"\\(?=`)(?P<escape>`)|(?P<ticks>`+)"
JINJA = r"(?P<expression>\{\{)|(?P<statement>\{%)|(?P<remark>\{\#\#)"
END_RAW = r"(?P<endraw>\{%-?\s*endraw\s*[-+]?%\})"
FOREIGN = r"(?P<expression>\{\{)"


def written(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.MULTILINE | re.VERBOSE)


PAGE_MARK = written(FENCE, COMMENT, TICKS, JINJA)
CODE_MARK = written(JINJA)
RAW_MARK = written(FENCE, TICKS, END_RAW)
RAW_CODE_MARK = written(END_RAW)
FOREIGN_MARK = written(FENCE, COMMENT, TICKS, FOREIGN)
FOREIGN_CODE_MARK = written(FOREIGN)


@dataclass(frozen=True, slots=True)
class Block:
    """A fence of any language: offsets of the whole lines, of the info string and of the body.

    `lead` is what stands before the opening run of back-ticks or tildes; `closed` is false
    where the closing run is missing; `raw` is true inside `{% raw %}`.
    """

    start: int
    end: int
    lead: str
    run: str
    info: tuple[int, int]
    body: tuple[int, int]
    rust: bool
    closed: bool
    raw: bool


@dataclass(frozen=True, slots=True)
class Tag:
    """A Jinja tag, `{{ … }}` or `{% … %}`; `code` where it stands in a code span or a fence."""

    kind: Only["expression", "statement"]
    start: int
    end: int
    code: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """An HTML comment."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Slip:
    """Something that is opened and not closed."""

    kind: Only["expression", "quote", "statement", "remark", "raw"]
    start: int
    end: int


Part = Block | Tag | Remark | Slip


class State(NamedTuple):
    """Where the pass stands.

    `at` is the next offset; up to `code` only Jinja counts (code span, fence of another language);
    `raw` is the span of an open `{% raw %}` tag.
    """

    at: int
    code: int = 0
    raw: tuple[int, int] | None = None

    def to(self, at: int) -> State:
        return State(at, self.code, self.raw)


def front_matter(text: str) -> tuple[int, frozenset[str]]:
    """Where the text begins behind front matter (by MkDocs' rule), and the keys in it."""
    found = FRONT_MATTER.match(text)
    if found is None:
        return 0, frozenset()
    try:
        data = yaml.safe_load(found[1])
    except yaml.YAMLError:
        return 0, frozenset()
    if not isinstance(data, dict):
        return 0, frozenset()
    return found.end(), frozenset(str(key) for key in data)


def body_start(text: str) -> int:
    """Where the text begins behind front matter; reads YAML only where it makes a difference."""
    found = FRONT_MATTER.match(text)
    if found is None:
        return 0
    return front_matter(text)[0] if ALIVE.search(found[1]) else found.end()


def find_parts(text: str, *, foreign: bool = False) -> Iterator[Part]:
    """All parts of a page in order.

    In a page of another book (`foreign`) Jinja has no say: `{%`, `{##` and `raw` are text, and
    only `{{ … }}` that closes is a tag.
    """
    state = State(body_start(text))
    while True:
        inside = state.at < state.code
        limit = state.code if inside else len(text)
        found = mark_pattern(state, inside, foreign).search(text, state.at, limit)
        if found is None and not inside:
            break
        if found is None:
            state = state.to(limit)
            continue
        part, state = read_part(text, found, state, foreign)
        if part is not None:
            yield part
    if state.raw is not None:
        yield Slip("raw", *state.raw)


def mark_pattern(state: State, inside: bool, foreign: bool) -> re.Pattern[str]:
    """What can begin here."""
    if foreign:
        return FOREIGN_CODE_MARK if inside else FOREIGN_MARK
    if state.raw is not None:
        return RAW_CODE_MARK if inside else RAW_MARK
    return CODE_MARK if inside else PAGE_MARK


def read_part(  # noqa: PLR0911 (a list of cases)
    text: str, found: re.Match[str], state: State, foreign: bool
) -> tuple[Part | None, State]:
    """The part that begins at a mark, and where to go on."""
    start = found.start()
    match found.lastgroup:
        case "expression":
            return read_expression(text, start, state, foreign)
        case "statement":
            return read_statement(text, start, state)
        case "fence":
            return read_fence(text, found, state, foreign)
        case "ticks":
            return None, State(found.end(), span_end(text, found, state), state.raw)
        case "comment":
            whole = HTML_COMMENT.match(text, start)
            if whole is None:
                return None, state.to(found.end())
            return Remark(*whole.span()), state.to(whole.end())
        case "remark":
            whole = JINJA_COMMENT.match(text, start)
            if whole is None:
                return Slip("remark", *found.span()), state.to(found.end())
            return None, state.to(whole.end())
        case "endraw":
            return None, State(found.end(), state.code)
        case _:
            return None, state.to(found.end())


def read_expression(
    text: str, start: int, state: State, foreign: bool
) -> tuple[Part | None, State]:
    """A `{{ … }}` tag; strings in it stay on their line, braces in it may nest."""
    found = EXPRESSION.match(text, start)
    part = Tag("expression", start, found.end()) if found else nested_expression(text, start)
    if isinstance(part, Tag) and start < state.code:
        part = replace(part, code=True)
    return None if foreign and isinstance(part, Slip) else part, state.to(part.end)


def nested_expression(text: str, start: int) -> Tag | Slip:
    """A `{{ … }}` tag with braces inside, or what is wrong with it; `{{` is nowhere inside."""
    depth = 0
    for part in EXPRESSION_PART.finditer(text, start + 2):
        if text.startswith("{{", part.start()):
            break
        if part[0] == "{":
            depth += 1
        elif part[0] == "}" and depth:
            depth -= 1
        elif part[0] == "}" and text.startswith("}}", part.start()):
            return Tag("expression", start, part.start() + 2)
        elif part[0] in "\"'":
            return Slip("quote", start, rest_of_expression(text, start))
    return Slip("expression", start, start + 2)


def rest_of_expression(text: str, start: int) -> int:
    """Where to go on behind an expression that cannot be read: its `}}`, or the line's end."""
    line_end = text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    close = text.find("}}", start, line_end)
    return line_end if close < 0 else close + 2


def read_statement(text: str, start: int, state: State) -> tuple[Part | None, State]:
    """A `{% … %}` tag; `raw` switches Jinja off."""
    if raw := RAW.match(text, start):
        return None, State(raw.end(), state.code, raw.span())
    found = STATEMENT.match(text, start)
    if found is None:
        return Slip("statement", start, start + 2), state.to(start + 2)
    return Tag("statement", *found.span()), state.to(found.end())


def span_end(text: str, ticks: re.Match[str], state: State) -> int:
    """Where the code span ends that these back-ticks open; they are text if nothing closes them."""
    run = len(ticks[0])
    limit = min(len(text), ticks.end() + LONGEST_SPAN)
    close = re.compile(rf"(?<!`)`{{{run}}}(?!`)").search(text, ticks.end(), limit)
    if close is None or PARAGRAPH_END.search(text, ticks.end(), close.start()):
        return state.code
    return close.end()


def read_fence(
    text: str, found: re.Match[str], state: State, foreign: bool
) -> tuple[Part | None, State]:
    """A fence; in one of another language Jinja stays awake."""
    opening = Opening.of(found, foreign)
    end, next_line, closed = find_close(text, opening, foreign)
    if not closed and not opening.rust and end < len(text):
        return None, state.to(opening.body)
    block = Block(
        found.start("lead"),
        min(next_line - 1, len(text)) if closed else end,
        found["lead"],
        found["run"],
        found.span("info"),
        (min(opening.body, end), end),
        opening.rust,
        closed,
        state.raw is not None,
    )
    if opening.rust:
        return block, State(min(next_line, len(text)), 0, state.raw)
    return block, State(min(opening.body, len(text)), min(next_line, len(text)), state.raw)
