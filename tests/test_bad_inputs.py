"""Every bad input: its finding, its exit code, and that nothing else was lost.

Each book holds, beside the bad input, a page with one more wrong number. That page's finding must
be there whatever else is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.tiny import check, write_book

OTHER = "# Other\n\nA pair is {{ claim('3 bytes', 'size_of::<(u8, u8)>()') }} large.\n"
OTHER_FINDING = "error[value]: the page says 3 bytes, rustc measures 2\n --> docs/other.md:3:11\n"


@dataclass(frozen=True)
class Case:
    """One bad input; `says` are parts of the report that must be there."""

    name: str
    page: str = "# Page\n"
    snippet: str = ""
    says: tuple[str, ...] = ()
    code: int = 1
    more: dict[str, str] = field(default_factory=dict)


def shown(body: str) -> str:
    return f"//! A snippet.\n{body}"


PAGE_WITH_SNIPPET = '# Page\n\n{{ snippet("bad/case") }}\n'

IN_PAGES = [
    Case(
        "wrong number",
        'A tuple is {{ claim("9 bytes", "size_of::<(char, u8, i32)>()") }} large.\n',
        says=(
            "error[value]: the page says 9 bytes, rustc measures 12\n --> docs/bad.md:1:12\n",
            "^^^^^^^",
            "reproduce: .venv/bin/python -m macros explain docs/bad.md:1",
        ),
    ),
    Case(
        "wrong unit",
        '{{ claim("12 bits", "size_of::<(char, u8, i32)>()") }}\n',
        says=("the page says 12 bits, rustc measures 96 bits (12 bytes)\n --> docs/bad.md:1:1\n",),
    ),
    Case(
        "words with two numbers",
        '{{ claim("2 or 3 bytes", "size_of::<u16>()") }}\n',
        says=("error[words]: ", "--> docs/bad.md:1:1\n"),
    ),
    Case(
        "false boolean",
        '{{ claim("no larger", "size_of::<u16>() <= size_of::<u8>()") }}\n',
        says=("error[truth]: ", "false", "--> docs/bad.md:1:1\n"),
    ),
    Case(
        "missing snippet",
        '{{ snippet("ownership/mov") }}\n\n{{ claim("2 bytes", "size_of::<T>()", "nowhere") }}\n',
        says=(
            "error[snippet]: there is no snippet 'ownership/mov'\n --> docs/bad.md:1:1\n",
            "error[snippet]: there is no snippet 'nowhere'\n --> docs/bad.md:3:1\n",
        ),
    ),
    Case(
        "an expression with a type error",
        '{{ claim("2 bytes", "size_of::<u16>() + \'a\'") }}\n',
        says=("error[expression]: ", "E0277", "--> docs/bad.md:1:1\n"),
    ),
    Case(
        "a number where the words want a boolean",
        '{{ claim("small", "size_of::<u16>()") }}\n',
        says=("error[words]: ", "the expression is a number", "--> docs/bad.md:1:1\n"),
    ),
    Case(
        "an unknown type",
        '{{ size_of("Strin") }}\n',
        says=("error[expression]: ", "cannot find type `Strin`", "--> docs/bad.md:1:1\n"),
    ),
    Case(
        "an expression that panics while the compiler evaluates it",
        '{{ measure("[1, 2, 3][size_of::<u32>()]") }}\n',
        says=("error[expression]: ", "index out of bounds", "--> docs/bad.md:1:1\n"),
    ),
    Case(
        "an unknown macro",
        '{{ clam("2 bytes", "size_of::<u16>()") }}\n',
        says=("`clam`", "did you mean `claim`?", "--> docs/bad.md:1:"),
    ),
    Case(
        "an unknown parameter",
        '{{ claim("2 bytes", "size_of::<u16>()", snipet="a/b") }}\n',
        says=("`snipet`", "did you mean `snippet`?", "--> docs/bad.md:1:"),
    ),
    Case(
        "a computed argument",
        '{% set t = "u16" %}\n{{ claim("2 bytes", "size_of::<" ~ t ~ ">()") }}\n',
        says=("literal", "--> docs/bad.md:2:"),
    ),
    Case(
        "an unknown word of a fence",
        "```rust,compile_fial\nfn main() {}\n```\n",
        says=("`compile_fial`", "did you mean `compile_fail`?", "--> docs/bad.md:1:"),
    ),
    Case(
        "a fence that is ignored without a reason",
        "```rust,ignore\nfn main() {}\n```\n",
        says=("ignore", "reason", "--> docs/bad.md:1:"),
    ),
    Case(
        "a fence that does not compile",
        "# Fence\n\n```rust\nlet n: u8 = 256;\n```\n",
        says=("error[", "overflowing_literals", "--> docs/bad.md:4:13\n"),
    ),
]

IN_SNIPPETS = [
    Case(
        "an unknown directive",
        snippet=shown("//@ chek-fail\nfn main() {}\n"),
        says=("`chek-fail`", "did you mean `check-fail`?", "--> snippets/bad/case.rs:2:"),
    ),
    Case(
        "an expected error that does not come",
        snippet=shown("//@ check-fail\nfn main() {} //~ ERROR E0382 moved\n"),
        says=("E0382", "--> snippets/bad/case.rs:3:"),
    ),
    Case(
        "another error than the expected one",
        snippet=shown(
            '//@ check-fail\nfn main() {\n    let _n: u8 = "1"; //~ ERROR E0382 moved\n}\n'
        ),
        says=("E0382", "E0308", "--> snippets/bad/case.rs:4:"),
    ),
    Case(
        "one error more than expected",
        snippet=shown(
            "//@ check-fail\nfn main() {\n"
            '    let _n: u8 = "1"; //~ ERROR E0308 mismatched\n    let _m: u8 = true;\n}\n'
        ),
        says=("E0308", "--> snippets/bad/case.rs:5:"),
    ),
    Case(
        "an error nobody expected",
        snippet=shown("fn main() {\n    let _n: u8 = true;\n}\n"),
        says=("E0308", "mismatched types", "--> snippets/bad/case.rs:3:"),
    ),
    Case(
        "a warning nobody expected",
        snippet=shown("fn main() {\n    let n = 1;\n}\n"),
        says=("unused_variables", "--> snippets/bad/case.rs:3:9\n"),
    ),
    Case(
        "a printed line that does not come",
        snippet=shown('fn main() {\n    println!("4"); //~ prints 3\n}\n'),
        says=("3", "4", "--> snippets/bad/case.rs:3:"),
    ),
    Case(
        "a program that loops",
        snippet=shown("//@ timeout: 1\nfn main() {\n    loop {}\n}\n"),
        says=("did not end within 1 s", "--> snippets/bad/case.rs:1:"),
    ),
    Case(
        "a program that allocates without end",
        snippet=shown(
            "fn main() {\n    let mut all = Vec::new();\n"
            "    loop {\n        all.push(vec![1u8; 1 << 20]);\n    }\n}\n"
        ),
        says=("SIGABRT", "--> snippets/bad/case.rs:1:"),
    ),
    Case(
        "a program that prints without end",
        snippet=shown('fn main() {\n    loop {\n        println!("more");\n    }\n}\n'),
        says=("64 KiB", "--> snippets/bad/case.rs:1:"),
    ),
    Case(
        "a program that crashes by a signal",
        snippet=shown("fn main() {\n    std::process::abort();\n}\n"),
        says=("SIGABRT", "--> snippets/bad/case.rs:1:"),
    ),
    Case(
        "a program that panics",
        snippet=shown('fn main() {\n    panic!("no");\n}\n'),
        says=("101", "--> snippets/bad/case.rs:"),
    ),
    Case(
        "output that is not UTF-8",
        snippet=shown(
            "use std::io::Write;\nfn main() {\n"
            "    std::io::stdout().write_all(&[0xff, 0xfe]).unwrap();\n}\n"
        ),
        says=("UTF-8", "--> snippets/bad/case.rs:1:"),
    ),
    Case(
        "a snippet without a title",
        snippet="fn main() {}\n",
        says=("//!", "--> snippets/bad/case.rs:1:"),
    ),
]


@pytest.mark.parametrize("case", IN_PAGES, ids=lambda case: case.name)
def test_a_bad_page_is_reported_and_nothing_else_lost(case: Case, tmp_path: Path) -> None:
    """The finding stands at its place, and the other page's finding is there as well."""
    checked = check(write_book(tmp_path, {"bad.md": case.page, "other.md": OTHER}))
    for part in (*case.says, OTHER_FINDING):
        assert part in checked.text
    assert checked.code == case.code


@pytest.mark.parametrize("case", IN_SNIPPETS, ids=lambda case: case.name)
def test_a_bad_snippet_is_reported_and_nothing_else_lost(case: Case, tmp_path: Path) -> None:
    """The finding stands in the snippet's own line; a good snippet beside it keeps its verdict."""
    pages = {"bad.md": PAGE_WITH_SNIPPET + '\n{{ snippet("good") }}\n', "other.md": OTHER}
    good = '//! A good one.\nfn main() {\n    println!("fine"); //~ prints fine\n}\n'
    book = write_book(tmp_path, pages, {"bad/case.rs": case.snippet, "good.rs": good})
    checked = check(book)
    for part in (*case.says, OTHER_FINDING):
        assert part in checked.text
    assert "snippets/good.rs" not in checked.text
    assert checked.code == case.code


def test_a_program_that_forks_without_end_changes_no_other(tmp_path: Path) -> None:
    """A fork bomb is held to its 64 processes and ended; its neighbour is judged as ever."""
    bomb = shown(
        "//@ timeout: 1\n"
        'unsafe extern "C" {\n    safe fn fork() -> i32;\n}\n'
        "fn main() {\n    loop {\n        fork();\n    }\n}\n"
    )
    good = '//! A good one.\nfn main() {\n    println!("fine"); //~ prints fine\n}\n'
    pages = {"bad.md": PAGE_WITH_SNIPPET + '\n{{ snippet("good") }}\n', "other.md": OTHER}
    checked = check(write_book(tmp_path, pages, {"bad/case.rs": bomb, "good.rs": good}))
    assert "did not end within 1 s" in checked.text
    assert OTHER_FINDING in checked.text
    assert "snippets/good.rs" not in checked.text
    assert checked.code == 1


def test_a_program_that_reads_finds_nothing_to_read(tmp_path: Path) -> None:
    """Standard input is empty: the program goes on at once."""
    reads = shown(
        "fn main() {\n    let mut line = String::new();\n"
        "    let read = std::io::stdin().read_line(&mut line).unwrap();\n"
        '    println!("{read}"); //~ prints 0\n}\n'
    )
    checked = check(write_book(tmp_path, {"bad.md": PAGE_WITH_SNIPPET}, {"bad/case.rs": reads}))
    assert checked.code == 0
