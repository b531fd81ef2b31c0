"""A judged listing → Markdown: the code, its status in words, and what the tools said of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from macros.heap import stated
from macros.model import Language, Listing, Mode, Outcome, State, Verdict
from macros.render.claim import escape_text
from macros.render.other_listing import words_of_tool
from macros.renumber import lines_of_block, renumber
from macros.report import say_absent
from macros.rust.crate import compiled_path

ERROR_INDEX = "https://doc.rust-lang.org/error_codes/{code}.html"
FENCE_NAME = "main.rs"
"""What messages call a code block that is no file, as the playground does."""
WIDEST = 40
"""Characters of a statement that stand beside its counts."""
PANIC = 101
"""The exit code of a program that panics."""
PLAYGROUND = "https://play.rust-lang.org/?version=stable&mode=debug&edition={edition}&code={code}"


@dataclass(frozen=True, slots=True)
class Refusal:
    """What surrounds a listing that does not compile: the address of the book's own page of error
    codes, empty for Rust's, and the id of the status line, empty for none."""

    errors: str = ""
    anchor: str = ""


def render_listing(  # noqa: PLR0913, PLR0917 - a listing with all that is known of it
    listing: Listing,
    verdict: Verdict,
    outcome: Outcome | None,
    code_block: str,
    output: bool,
    refusal: Refusal = Refusal(),
) -> str:
    """Write the listing's block, its status line and, where asked for, what it printed or the
    compiler's message. `code_block` is the fence with the code, written by the caller."""
    status = _status_line(listing, verdict, outcome, output, refusal)
    parts = [code_block, status] if code_block else [status]
    if output and outcome is not None:
        parts += _output_blocks(listing, outcome)
    counts = _counts(listing, code_block)
    if counts and outcome is not None and verdict.state is State.HOLDS:
        parts.append(write_block(counts, "{ .text .listing__heap .no-copy }"))
    return "\n\n".join(parts)


def _counts(listing: Listing, code_block: str) -> str:
    """What the counted statements of the block ask of the allocator, a line for each."""
    source = listing.source.split("\n")
    code = code_block or listing.shown
    shown = [one for one in listing.counted if source[one.start[0] - 1].strip() in code]
    words = [_cut(one.text) for one in shown]
    width = max(map(len, words), default=0)
    rows = zip(words, map(stated, shown), strict=True)
    return "\n".join(f"{text:<{width}}  {facts}" for text, facts in rows)


def write_tab(title: str, text: str, *, first: bool) -> str:
    """A tab with a block in it; the first one begins a set of its own."""
    body = indent_block(text.strip("\n"), "    ")
    return f'==={"!" if first else ""} "{title}"\n\n    {body}'


def _cut(text: str) -> str:
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…"


def code_fence(code: str, title: str, language: str = "rust") -> str:
    """Write code as a fence that Material highlights."""
    plain = title.replace('"', "'").replace("`", "")
    caption = f' title="{plain}"' if plain else ""
    return write_fence(code, f"{{ .{language} .listing{caption} }}")


def write_block(text: str, info: str) -> str:
    """Write a fence around what a program or the compiler said, control characters shown."""
    return write_fence("\n".join(visible_text(line) for line in text.split("\n")), info)


def write_fence(text: str, info: str) -> str:
    """Write a fence around any text: longer than every run of backticks inside it."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    marks = "`" * max(3, longest + 1)
    return f"{marks} {info}\n{text.rstrip(chr(10))}\n{marks}"


def visible_text(line: str) -> str:
    """Show control characters (a terminal's escapes) as text, so that none reaches a terminal."""
    return "".join(
        each if each.isprintable() or each == "\t" else each.encode("unicode_escape").decode()
        for each in line
    )


def _status_line(
    listing: Listing, verdict: Verdict, outcome: Outcome | None, output: bool, refusal: Refusal
) -> str:
    words = status_words(listing, outcome, output, refusal.errors)
    if verdict.state is State.REFUTED or (verdict.state is State.UNCHECKED and verdict.findings):
        said = "; ".join(finding.message for finding in verdict.findings)
        words = f"**[{escape_text(said)}]**{{ .finding }}"
    if verdict.missing is not None:
        badge = f'<span class="absent">{escape_text(say_absent.words(verdict.missing))}</span>'
        words = f"{badge} · to have it: {escape_text(verdict.missing.install)}"
    flags = _flags_line(listing)
    parts = [part for part in (words, flags, _playground_link(listing)) if part]
    anchor = f" #{refusal.anchor}" if refusal.anchor else ""
    return f"{' · '.join(parts)}\n{{ .listing__status{anchor} }}"


def _flags_line(listing: Listing) -> str:
    how = "Compiled" if listing.language is Language.RUST else "Run"
    flags = " ".join(listing.directives.flags)
    return f"{how} with `{flags}`." if flags else ""


def status_words(
    listing: Listing, outcome: Outcome | None, output: bool = True, errors: str = ""
) -> str:
    """Say what the listing does, in words and without colour; `output` is whether that is shown,
    `errors` the address of the book's own page of error codes."""
    mode = listing.directives.mode
    reason = escape_text(listing.directives.reason)
    if mode is Mode.IGNORED:
        return f"Not checked here: {reason}."
    if outcome is None or outcome.tool:
        return words_of_tool(listing, outcome, output) if outcome else "Could not be checked."
    if mode in (Mode.CHECK_FAIL, Mode.BUILD_FAIL):
        return _failure_words(mode, outcome, errors)
    if mode is Mode.NO_RUN:
        return f"Compiles; not run here: {reason}." if reason else "Compiles; not run here."
    if not listing.main:
        return "Compiles: a library, nothing to run."
    return _run_words(outcome, output)


def _failure_words(mode: Mode, outcome: Outcome, errors: str) -> str:
    codes = dict.fromkeys(
        each.code for each in outcome.diagnostics if each.level == "error" and each.code
    )
    links = ", ".join(
        _code_link(code, errors) if re.fullmatch(r"E\d{4}", code) else f"`{code}`" for code in codes
    )
    said = f": {links}" if links else ", with an error that has no code"
    if mode is Mode.BUILD_FAIL:
        return f"Passes the type check, does not build{said}."
    return f"Does not compile{said}."


def _code_link(code: str, errors: str) -> str:
    """To the book's own page, which MkDocs need not look for; to Rust's where there is none."""
    if errors:
        return f'<a href="{errors}#{code.lower()}">{code}</a>'
    return f"[{code}]({ERROR_INDEX.format(code=code)})"


def _run_words(outcome: Outcome, output: bool) -> str:
    run = outcome.run
    compiled = "Compiles with a warning" if outcome.diagnostics else "Compiles"
    if run is None:
        return "Could not be run."
    if run.signal:
        return f"{compiled}; the running program is ended by {run.signal}."
    if run.code:
        said = "panics" if run.code == PANIC and "panicked at" in run.stderr else "fails"
        return f"{compiled}; the running program {said} (exit code {run.code})."
    if not run.stdout:
        return f"{compiled} and runs; it prints nothing."
    return f"{compiled} and runs; its output stands below." if output else f"{compiled} and runs."


def _output_blocks(listing: Listing, outcome: Outcome) -> list[str]:
    """What the compiler said and the program printed, in the lines of the code block above."""
    compiled = compiled_path(listing)
    lines = lines_of_block(listing, compiled if listing.is_file else FENCE_NAME)
    blocks = []
    messages = [each.rendered.rstrip() for each in outcome.diagnostics if each.rendered.strip()]
    if messages:
        text = "\n\n".join(renumber(message, compiled, lines) for message in messages)
        blocks.append(write_block(text, "{ .text .listing__message .no-copy }"))
    run = outcome.run
    if run is not None and run.stdout:
        blocks.append(write_block(run.stdout, "{ .text .listing__output .no-copy }"))
    if run is not None and run.stderr and (run.code or run.signal):
        text = renumber(run.stderr, compiled, lines)
        blocks.append(write_block(text, "{ .text .listing__message .no-copy }"))
    return blocks


def _playground_link(listing: Listing) -> str:
    """A plain link that leaves this site; none where the playground has not the same flags."""
    if listing.directives.flags or listing.language is not Language.RUST:
        return ""
    code = quote(listing.source, safe="")
    address = PLAYGROUND.format(edition=listing.directives.edition, code=code)
    return f"[Open in the playground (leaves this site)]({address}){{ .listing__play }}"


def indent_block(text: str, indent: str) -> str:
    """Put what stands before the block (white space, quote marks) before each line but the first,
    which stands behind it already."""
    first, *rest = text.split("\n")
    return "\n".join([first, *(f"{indent}{line}" if line else indent.rstrip() for line in rest)])
