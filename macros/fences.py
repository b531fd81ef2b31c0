"""Rust fences of a page → listings that compile, and the fence as the highlighter wants it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from .compiled import as_compiled
from .fence_lines import cut_of
from .fence_words import EDITIONS, Info, nearly_rust, parse_info
from .heap_facts import find_counted, judge_counted
from .margin import Source, find_expectations, joined, judge_expectations, render_shown
from .margin_facts import find_facts, judge_mode
from .model import Directives, Expectation, Fence, Finding, Listing, Mode, Place
from .outline import Block
from .report import say_pages as say
from .rust_text import ends_with_unit_result, has_main, parse_rust, root_end
from .text import Lines, find_lines

INCLUDE = re.compile(r"\{\{#\w+[^}]*\}\}")
WARNING = re.compile(r"//~[\^v]*[ \t]*WARN\b")
RUN_AT_START = re.compile(r"^[ \t]*(`{3,})", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class CodeLine:
    """One line of Rust: its text, the file's line (0 if added), characters before it there."""

    text: str
    line: int
    column: int
    hidden: bool = False


def read_blocks(
    lines: Lines, blocks: Iterable[Block], *, foreign: bool, edition: str = EDITIONS[-1]
) -> tuple[tuple[Fence, ...], tuple[Finding, ...]]:
    """The Rust fences among the blocks of a page in order, and what is wrong with them.

    A `foreign` page belongs to another book, of that edition: rustdoc's rules without ours.
    """
    fences: list[Fence] = []
    findings: list[Finding] = []
    for block in blocks:
        findings += judge_block(lines, block, foreign)
        if block.rust:
            fence, wrong = read_fence(lines, block, foreign, edition)
            fences.append(fence)
            findings += wrong
    return tuple(fences), tuple(findings)


def opener(lines: Lines, block: Block) -> Place:
    """The opening run and its words."""
    start = block.start + len(block.lead)
    return lines.place(start, start + len(lines.text[start : block.info[1]].rstrip()))


def judge_block(lines: Lines, block: Block, foreign: bool) -> Iterator[Finding]:
    """Fences that are not closed, not seen as Rust, or not seen at all by the site generator."""
    info = lines.text[block.info[0] : block.info[1]].strip()
    if not block.closed:
        yield say.open_fence(opener(lines, block), block.run)
    if foreign:
        return
    if block.rust and block.raw:
        yield say.fence_in_raw(opener(lines, block))
    if not block.rust and nearly_rust(info):
        yield say.fence_without_rust(opener(lines, block), info)
    if block.rust and block.lead.strip(" \t>"):
        yield say.fence_behind_marker(opener(lines, block))


def read_fence(
    lines: Lines, block: Block, foreign: bool, edition: str
) -> tuple[Fence, tuple[Finding, ...]]:
    """One Rust fence and the findings in its words and its margin."""
    info = parse_info(lines, *block.info, foreign=foreign, edition=edition)
    whole = wrapped(tuple(find_code(lines, block)), foreign=foreign)
    source = source_of(lines.path, whole)
    expectations, wrong = ((), ()) if foreign else margin_of(lines, block, source, info)
    annotated, unclear = ((), ()) if foreign else find_facts(source)
    counted, uncounted = ((), ()) if foreign else find_counted(source)
    hidden = (number for number, one in enumerate(whole, start=1) if one.hidden)
    listing = Listing(
        name=f"{lines.path}:{lines.line_of(block.start)}",
        place=opener(lines, block),
        source=source.rust.text,
        shown=joined(render_shown(source, hidden)),
        lines=source.lines,
        columns=source.columns,
        title=dict(info.attributes).get("title", ""),
        directives=included(info.directives, source.rust.text) if foreign else info.directives,
        expectations=info.expectations if foreign else expectations,
        annotated=annotated,
        counted=counted,
    )
    compiled = as_compiled(listing, source)
    fence = Fence(block.start, block.end, block.lead, compiled, info.attributes)
    judged = (*judge_mode(annotated, info.directives.mode), *judge_counted(compiled))
    return fence, (*info.findings, *wrong, *unclear, *uncounted, *judged)


def margin_of(
    lines: Lines, block: Block, source: Source, info: Info
) -> tuple[tuple[Expectation, ...], tuple[Finding, ...]]:
    """The expectations of words and margin together; the margin's are the more exact ones."""
    in_margin, wrong = find_expectations(source)
    codes = {one.code for one in in_margin if one.kind == "error"}
    in_words = (
        one for one in info.expectations if one.code not in codes and (one.code or not codes)
    )
    expectations = (*in_words, *in_margin)
    directives = (say.directive_in_fence(source.place(*span)) for span in source.comments("//@"))
    judged = judge_expectations(expectations, info.directives.mode, opener(lines, block))
    unclear = bool(wrong or info.findings)
    return expectations, (*wrong, *directives, *(() if unclear else judged))


def included(directives: Directives, source: str) -> Directives:
    """A listing of an mdBook whose code stands in another file cannot be compiled from the page."""
    found = INCLUDE.search(source)
    if found is None or directives.mode is Mode.IGNORED:
        return directives
    return replace(directives, mode=Mode.IGNORED, reason=f"its code is in another file: {found[0]}")


def find_code(lines: Lines, block: Block) -> Iterator[CodeLine]:
    """The lines between the runs, without the fence's indentation."""
    body = lines.text[slice(*block.body)].removesuffix("\n")
    first = lines.line_of(block.start) + 1
    if block.body[0] >= block.body[1]:
        return
    for number, line in enumerate(body.split("\n"), start=first):
        cut = cut_of(line, block.lead)
        yield unhidden(CodeLine(line[cut:], number, cut))


def unhidden(line: CodeLine) -> CodeLine:
    """rustdoc's rule: `# code` is compiled and not shown, `##` is a literal `#`."""
    bare = line.text.lstrip()
    indent = len(line.text) - len(bare)
    if bare.startswith("##"):
        return replace(line, text=line.text[:indent] + bare[1:], column=line.column + 1)
    if bare.rstrip() == "#":
        return replace(line, text="", hidden=True)
    if bare.startswith("# "):
        return CodeLine(bare[2:], line.line, line.column + indent + 2, hidden=True)
    return line


def source_of(path: str, whole: tuple[CodeLine, ...]) -> Source:
    """The lines as one text that knows where they stand."""
    rust = parse_rust(text_of(whole))
    return Source(
        path,
        rust,
        find_lines(path, rust.text),
        tuple(line.line for line in whole),
        tuple(line.column for line in whole),
    )


def text_of(code: Iterable[CodeLine]) -> str:
    return "".join(f"{line.text}\n" for line in code)


def wrapped(code: tuple[CodeLine, ...], *, foreign: bool) -> tuple[CodeLine, ...]:
    """rustdoc's rule: a main function around the code unless it has one.

    Crate attributes and `extern crate` stay outside; code that ends with `(())` may use `?`.
    What is unused is no fault of an illustration, unless its margin speaks of warnings.
    """
    rust = parse_rust(text_of(code))
    quiet = not WARNING.search(rust.text)
    if has_main(rust):
        return (CodeLine("#![allow(unused)]", 0, 0), *code) if foreign and quiet else code
    end = root_end(rust)
    rest_is_blank = not rust.code[end:].partition("\n")[0].strip()
    count = rust.text.count("\n", 0, end) + 1 if end and rest_is_blank else 0
    opening, closing = "#[allow(unused)] fn main() {" if quiet else "fn main() {", "}"
    if ends_with_unit_result(rust):
        opening += " fn fence() -> core::result::Result<(), impl core::fmt::Debug> {"
        closing = "} fence().unwrap() }"
    return (*code[:count], CodeLine(opening, 0, 0), *code[count:], CodeLine(closing, 0, 0))


def normalised_fence(fence: Fence, body: str | None = None) -> str:
    """The fence as pymdownx.superfences highlights it, its run as long as it needs to be.

    `body` stands in it instead of what the listing shows. The lines begin at column 1: the caller
    puts `fence.indent` before them, together with what else it writes there.
    """
    text = fence.listing.shown if body is None else body
    longest = max((len(run) for run in RUN_AT_START.findall(text)), default=2)
    run = "`" * max(3, longest + 1)
    return f"{run}{header_of(fence)}\n{text}\n{run}"


def header_of(fence: Fence) -> str:
    """The language and the attributes, in braces where there are classes."""
    classes = "".join(f" .{value}" for key, value in fence.attributes if key == "class")
    pairs = "".join(f" {key}={quoted(value)}" for key, value in fence.attributes if key != "class")
    return f" {{ .rust{classes}{pairs} }}" if classes else f"rust{pairs}"


def quoted(value: str) -> str:
    return f"'{value}'" if '"' in value else f'"{value}"'
