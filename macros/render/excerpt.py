"""An excerpt of generated code → Markdown of the page, row of evidence, entry in JSON. Pure."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from macros.codegen import ASSEMBLY, Code, flags_text
from macros.codegen_words import is_label
from macros.excerpts import Excerpt, code_of_excerpt
from macros.model import Toolchain, Trouble, Verdict
from macros.questions import AnyAnswer, AnyQuestion
from macros.render.facts import compiler_words, render_facts, verdict_words
from macros.render.listing import write_block
from macros.report.command import COMMAND
from macros.reproduce import command_of_code

LONGEST: Final = 25
"""Lines of one excerpt; of longer code the rest is counted."""
_LANGUAGES: Final = {ASSEMBLY: "nasm"}
_FORMS: Final = {ASSEMBLY: "Assembly"}

Entry = dict[str, object]


@dataclass(frozen=True, slots=True)
class ShownExcerpt:
    """An excerpt with its verdict, and its code where that is known."""

    excerpt: Excerpt
    verdict: Verdict
    code: Code | None

    @property
    def path(self) -> str:
        return self.excerpt.call.place.path

    @property
    def title(self) -> str:
        return self.excerpt.title or f"{_form(self.excerpt)} of {self.excerpt.function}"


def show_excerpt(
    excerpt: Excerpt, verdict: Verdict, answers: Mapping[AnyQuestion, AnyAnswer | Trouble]
) -> ShownExcerpt:
    """The excerpt with what was measured of it, if anything was."""
    return ShownExcerpt(excerpt, verdict, code_of_excerpt(excerpt, answers))


def _form(excerpt: Excerpt) -> str:
    return _FORMS.get(excerpt.form, "MIR")


def render_excerpt(shown: ShownExcerpt, toolchain: Toolchain | None, evidence: str) -> str | None:
    """Write the code and the line below it; None where the code is not known.

    `evidence` is the address of the row of evidence as seen from the page.
    """
    if shown.code is None:
        return None
    excerpt = shown.excerpt
    title = shown.title.replace('"', "'").replace("`", "")
    language = _LANGUAGES.get(excerpt.form, "rust")
    info = f'{{ .{language} .listing title="{title}" }}'
    block = write_block("\n".join(lines_shown(shown.code)), info)
    return f"{block}\n\n{_caption(shown, toolchain, evidence)}"


def lines_shown(code: Code) -> tuple[str, ...]:
    """The lines as a reader sees them: instructions indented, the rest of long code counted."""
    lines = code.lines
    if code.form == ASSEMBLY:
        lines = tuple(line if is_label(line) else f"    {line}" for line in lines)
    if len(lines) <= LONGEST:
        return lines
    left = len(lines) - LONGEST + 1
    mark = ";" if code.form == ASSEMBLY else "//"
    return (*lines[: LONGEST - 1], f"{mark} and {left} more lines")


def _caption(shown: ShownExcerpt, toolchain: Toolchain | None, evidence: str) -> str:
    flags = flags_text(shown.excerpt.listing)
    flags = f"`{flags}`" if flags.startswith("-") else flags
    compiler = f" by rustc {toolchain.release} for {toolchain.host}" if toolchain else ""
    words = f"Compiled with {flags}{compiler}."
    twin = f" One code serves `{shown.code.twin}` too." if shown.code and shown.code.twin else ""
    link = f'<a href="{evidence}">How to repeat it</a>'
    return f"{words}{twin} · {link}\n{{ .listing__status #{shown.excerpt.id} }}"


def render_excerpt_row(shown: ShownExcerpt, toolchain: Toolchain | None, url: str) -> str:
    """Write the whole code, the program, the command and the link back."""
    excerpt, verdict = shown.excerpt, shown.verdict
    place = html.escape(f"{shown.path}:{excerpt.call.place.line}")
    lines = html.escape("\n".join(shown.code.lines)) if shown.code else "not measured"
    program = html.escape(excerpt.listing.source)
    command = html.escape(command_of_code(excerpt.listing, excerpt.form, toolchain))
    flags = html.escape(flags_text(excerpt.listing))
    return "\n".join(
        [
            f'<section class="evidence" id="{excerpt.id}">',
            f'<p class="evidence__sentence"><a href="{url}#{excerpt.id}">'
            f"{html.escape(shown.title)}</a></p>",
            *render_facts(
                {
                    "fact": f"<code>{html.escape(verdict.expression)}</code>",
                    "verdict": html.escape(verdict_words(verdict)),
                    "ground": "observed: measured here, of this compiler and this target",
                    "compiler": f"{html.escape(compiler_words(verdict, toolchain))}, {flags}",
                    "place": f"<code>{place}</code>",
                    "repeat": f"<code>{COMMAND} explain {place}</code>",
                }
            ),
            f"<details><summary>The whole code</summary><pre><code>{lines}</code></pre></details>",
            f"<details><summary>The whole program</summary><pre><code>{program}</code></pre>"
            f"<pre><code>{command}</code></pre></details>",
            "</section>",
        ]
    )


def excerpt_entry(shown: ShownExcerpt, toolchain: Toolchain | None) -> Entry:
    """The excerpt for machines, with all lines of the code."""
    excerpt, verdict = shown.excerpt, shown.verdict
    return {
        "id": excerpt.id,
        "page": shown.path,
        "place": str(excerpt.call.place),
        "verdict": str(verdict.state),
        "title": shown.title,
        "function": excerpt.function,
        "form": excerpt.form,
        "snippet": excerpt.listing.name,
        "flags": list(excerpt.listing.directives.flags),
        "lines": list(shown.code.lines) if shown.code else [],
        "toolchain": toolchain.release if toolchain else "",
        "target": toolchain.host if toolchain else "",
        "edition": excerpt.question.edition,
        "program": excerpt.listing.source,
        "command": command_of_code(excerpt.listing, excerpt.form, toolchain),
    }
