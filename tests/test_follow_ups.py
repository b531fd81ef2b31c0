"""What only follows from another mistake is not said beside it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.tiny import check, write_book

FLAGS = """\
//! Shares a count.
//@ flags: -C link-arg=x
pub fn plus(number: u32) -> u32 {
    number + 1
}
"""
MODE = """\
//! Used after it moved.
//@ chek-fail
fn main() {
    let name = String::new();
    drop(name);
    drop(name); //~ ERROR E0382
}
"""
RUST = '//! A mistake.\nfn main() {\n    let x: u8 = "";\n    println!("{x}");\n}\n'
SCRIPT = "//! A mistake.\nlet = = 3;\n"


@pytest.mark.parametrize(
    ("file", "text", "claim", "code"),
    [
        ("a.rs", FLAGS, 'claim("calls", assembly="has call", of="plus", snippet="a")', "directive"),
        ("a.rs", FLAGS, 'claim("locked", assembly="has call", of="pls", snippet="a")',
         "directive"),
        ("a.rs", MODE, 'claim("refused", fails="E0382", snippet="a")', "directive"),
        ("a.rs", RUST, 'claim("three", prints="three", snippet="a")', "unexpected-error"),
        pytest.param(
            "a.js", SCRIPT, 'claim("three", prints="three", snippet="a.js")', "unexpected-error",
            marks=pytest.mark.skipif(shutil.which("node") is None, reason="node is missing"),
        ),
    ],
)  # fmt: skip
def test_the_first_cause_is_said_alone(
    file: str, text: str, claim: str, code: str, tmp_path: Path
) -> None:
    """Whatever the claim would have been."""
    name = file.removesuffix(".rs")
    page = f'# A\n\nIt is {{{{ {claim} }}}}.\n\n{{{{ snippet("{name}") }}}}\n'
    found = check(write_book(tmp_path, {"a.md": page}, {file: text}))
    assert found.code == 1
    assert re.findall(r"^error\[(.+?)\]", found.text, re.MULTILINE) == [code], found.text
