"""Excerpts of generated code: read, judged, rendered, built into a site."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from macros.build import verify_book
from macros.codegen import Code, CodegenAnswer, CodegenQuestion
from macros.excerpts import Excerpt, judge_excerpt, unchecked_excerpt
from macros.model import Directives, State, Trouble
from macros.options import Options
from macros.questions import AnyAnswer, AnyQuestion
from macros.render.excerpt import (
    LONGEST,
    excerpt_entry,
    lines_shown,
    render_excerpt,
    render_excerpt_row,
    show_excerpt,
)
from macros.toolchain_diff import compare
from tests.made import TOOLCHAIN, call_in, listing_of, said
from tests.test_site_build import build, write_site
from tests.tiny import check, run, write_book

CALL = '{{ code("share", "ownership/move", form="assembly") }}'
SHARE = Code("share", "assembly", ("L1:", "lock inc qword ptr [rax]", "jmp L1"), (), "keep")
MIR = Code("share", "mir", ("bb0: {", "    return;", "}"))
LISTING = listing_of("pub fn share() {}", Directives(flags=("-O",)))
ADD = "//! Adds.\n//@ flags: -O\npub fn add(a: u64, b: u64) -> u64 {\n    a + b\n}\n"
PAGE = '# A {#a}\n\nWords.\n\n{{ code("add", "add", form="assembly") }}\n'


def excerpt(form: str = "assembly", title: str = "") -> Excerpt:
    question = CodegenQuestion(LISTING)
    return Excerpt("sizes-assembly-share", call_in(CALL), "share", form, question, title)


def answering(code: Code) -> dict[AnyQuestion, AnyAnswer | Trouble]:
    return {CodegenQuestion(LISTING): CodegenAnswer((code,))}


def judged(answer: CodegenAnswer | Trouble, form: str = "assembly") -> tuple[State, list[str]]:
    verdict = judge_excerpt(excerpt(form), {CodegenQuestion(LISTING): answer})
    return verdict.state, [finding.message for finding in verdict.findings]


def test_an_excerpt_of_a_function_holds() -> None:
    """In its form."""
    answer = CodegenAnswer((SHARE, MIR))
    assert judged(answer) == (State.HOLDS, [])
    assert judged(answer, "mir") == (State.HOLDS, [])


def test_a_function_without_code_is_a_finding() -> None:
    """So is one of two, a listing that does not compile, and a processor that is not read."""
    twice = (Code("m::share", "assembly", ()), Code("n::share", "assembly", ()))
    broken = CodegenAnswer(diagnostic=said("no", "E0308", (1, 2, 3)))
    elsewhere = CodegenAnswer((MIR,), target="wasm32-wasip1")
    assert judged(CodegenAnswer((MIR,))) == (
        State.REFUTED,
        ["`share` has no assembly of its own"],
    )
    assert judged(CodegenAnswer(twice)) == (
        State.REFUTED,
        ["`share` may be `m::share` and `n::share`"],
    )
    assert judged(broken) == (
        State.UNCHECKED,
        ["ownership/move does not compile, so there is no code of it"],
    )
    assert judged(elsewhere) == (
        State.UNCHECKED,
        ["assembly is read for x86-64 with ELF files, and wasm32-wasip1 is another target"],
    )
    assert judged(elsewhere, "mir") == (State.HOLDS, [])
    assert judged(Trouble("no disk"))[0] is State.UNCHECKED
    assert unchecked_excerpt(excerpt()).state is State.UNCHECKED


def test_a_misspelt_function_is_marked() -> None:
    """At its own characters, with the one that may be meant."""
    answers: dict[AnyQuestion, AnyAnswer | Trouble] = {
        CodegenQuestion(LISTING): CodegenAnswer((replace(SHARE, path="shares"),))
    }
    (finding,) = judge_excerpt(excerpt(), answers).findings
    assert finding.mark is not None
    assert CALL[finding.mark.column - 1 : finding.mark.end_column - 1] == "share"
    assert finding.notes[0] == "help: did you mean `shares`?"


def test_the_block_says_flags_compiler_and_target() -> None:
    """With the name of the function that shares the code, and the way to repeat it."""
    answers = answering(SHARE)
    shown = show_excerpt(excerpt(), judge_excerpt(excerpt(), answers), answers)
    assert render_excerpt(shown, TOOLCHAIN, "evidence/#sizes-assembly-share") == (
        '``` { .nasm .listing title="Assembly of share" }\n'
        "L1:\n"
        "    lock inc qword ptr [rax]\n"
        "    jmp L1\n"
        "```\n\n"
        "Compiled with `-O` by rustc 1.95.0 for x86_64-unknown-linux-gnu."
        " One code serves `keep` too."
        ' · <a href="evidence/#sizes-assembly-share">How to repeat it</a>\n'
        "{ .listing__status #sizes-assembly-share }"
    )
    assert render_excerpt(show_excerpt(excerpt("mir"), shown.verdict, answers), None, "") is None


def test_mir_is_shown_as_rust() -> None:
    """Under the author's title."""
    answers = answering(MIR)
    asked = excerpt("mir", 'As "MIR"')
    block = render_excerpt(show_excerpt(asked, judge_excerpt(asked, answers), answers), None, "e")
    assert block is not None
    assert block.startswith(
        "``` { .rust .listing title=\"As 'MIR'\" }\nbb0: {\n    return;\n}\n```"
    )
    assert "Compiled with `-O`. · " in block


def test_long_code_is_cut_and_the_rest_counted() -> None:
    """An excerpt never has more lines than fit."""
    whole = Code("share", "assembly", ("ret",) * LONGEST)
    longer = Code("share", "assembly", ("ret",) * (LONGEST + 1))
    blocks = Code("share", "mir", ("return;",) * 100)
    assert lines_shown(whole) == ("    ret",) * LONGEST
    assert lines_shown(longer) == (*("    ret",) * (LONGEST - 1), "; and 2 more lines")
    assert lines_shown(blocks)[-1] == f"// and {101 - LONGEST} more lines"
    assert len(lines_shown(blocks)) == LONGEST


def test_the_evidence_has_all_lines_and_the_command() -> None:
    """For readers and for machines."""
    answers = answering(SHARE)
    shown = show_excerpt(excerpt(), judge_excerpt(excerpt(), answers), answers)
    row = render_excerpt_row(shown, TOOLCHAIN, "sizes.html")
    assert '<section class="evidence" id="sizes-assembly-share">' in row
    assert 'href="sizes.html#sizes-assembly-share">Assembly of share' in row
    assert "<pre><code>L1:\nlock inc qword ptr [rax]\njmp L1</code></pre>" in row
    assert "rustc 1.95.0, x86_64-unknown-linux-gnu, edition 2024, -O" in row
    assert "--emit=asm=fact.txt move.rs" in row
    entry = excerpt_entry(shown, TOOLCHAIN)
    assert entry["lines"] == list(SHARE.lines)
    assert (entry["flags"], entry["target"]) == (["-O"], "x86_64-unknown-linux-gnu")
    assert str(entry["command"]).startswith("rustc --crate-type=lib")


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            '{{ code("add", "ad", form="mir") }}',
            "there is no snippet 'ad'",
        ),
        ('{{ code("add", "add", form="llvm") }}', "there is no form `llvm` of code"),
        ('{{ code("a dd", "add", form="mir") }}', "`a dd` is not the path of a function"),
        (
            '{{ code("ad", "add", form="mir") }}',
            "`ad` has no MIR of its own",
        ),
        (
            '{{ code("main", "bad", form="mir") }}',
            "bad does not compile, or is ignored, so there is no code of it",
        ),
        ('{{ code("add", "add") }}', "`form`"),
        ('Here: {{ code("add", "add", form="mir") }}', "alone"),
    ],
)
def test_mistakes_in_the_call_are_found(tmp_path: Path, call: str, message: str) -> None:
    """In a book, at their place."""
    bad = "//! Bad.\n//@ check-fail\nfn main() {\n    1 //~ ERROR E0308\n}\n"
    root = write_book(tmp_path, {"a.md": f"# A\n\n{call}\n"}, {"add.rs": ADD, "bad.rs": bad})
    found = check(root)
    assert found.code == 1
    assert message in found.text, found.text


def test_an_excerpt_is_counted_explained_and_cached(tmp_path: Path) -> None:
    """It uses its snippet, and shares the compiler's answer with claims."""
    root = write_book(tmp_path, {"a.md": PAGE}, {"add.rs": ADD})
    first, again = check(root), check(root)
    assert first.code == 0, first.text
    assert "0 claims, 1 listing, 1 excerpt: all hold" in first.text
    assert "0 compiler calls" in again.text
    explained = run("explain", "--root", root, "docs/a.md:5")
    assert "lea rax, [rdi + rsi]" in explained.text
    assert "--emit=asm=fact.txt add.rs && cat fact.txt" in explained.text


def test_other_code_under_another_compiler_is_a_row(tmp_path: Path) -> None:
    """The first line that differs; here other flags stand in for another compiler."""
    pages = {"a.md": PAGE}
    plain = ADD.replace("//@ flags: -O\n", "").replace("a + b", "a ^ b")
    one, two = (
        verify_book(write_book(tmp_path / name, pages, {"add.rs": text}), Options()).verification
        for name, text in (("one", ADD), ("two", plain))
    )
    (change,) = (row for row in compare(one, two).changes if row.what == "code")
    assert (change.old, change.new) == ("lea rax, [rdi + rsi]", "mov rax, rdi")
    assert [row for row in compare(one, one).changes if row.what == "code"] == []


def test_a_site_shows_the_code_and_its_evidence(tmp_path: Path) -> None:
    """In a box and in a list as well as on its own."""
    page = (
        f'{PAGE}\n!!! note "Box"\n\n    {{{{ code("add", "add", form="mir") }}}}\n\n'
        '- A point.\n\n    {{ code("add", "add", form="assembly") }}\n'
    )
    built = build(
        write_site(tmp_path, {"index.md": f'{page}\n{{{{ snippet("good") }}}}\n'}, {"add.rs": ADD}),
        "--strict",
    )
    assert built.returncode == 0, built.stderr
    html = (tmp_path / "site" / "index.html").read_text()
    ids = ("index-assembly-add", "index-mir-add", "index-assembly-add-2")
    evidence = (tmp_path / "site" / "evidence" / "index-page" / "index.html").read_text()
    for id in ids:
        assert f'<p class="listing__status" id="{id}">' in html
        assert f'href="evidence/index-page/#{id}"' in html
        assert f'id="{id}"' in evidence
    assert html.count("language-nasm") == 2
    assert "3 excerpts hold" in html
    entries = json.loads((tmp_path / "site" / "evidence.json").read_text())["excerpts"]
    assert [entry["id"] for entry in entries] == list(ids)
    assert entries[0]["lines"] == ["lea rax, [rdi + rsi]", "ret"]
