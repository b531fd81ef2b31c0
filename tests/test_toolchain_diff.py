"""What would change in a book between two compilers, as a table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from macros.build import verify_book
from macros.layout import LayoutAnswer
from macros.model import Outcome, Trouble
from macros.options import Options
from macros.questions import AnyAnswer, AnyQuestion
from macros.report.say_diff import render
from macros.toolchain_diff import compare
from macros.verify import Verification
from tests.blessed import judged_book
from tests.laid_out import struct
from tests.made import TOOLCHAIN, ran, said
from tests.tiny import run, write_book

FAILS = "//! A move.\n//@ check-fail\nfn main() {\n    drop(s); //~ ERROR E0382\n}\n"
PRINTS = '//! A move.\nfn main() {\n    println!("len {}", 4); //~ prints len 3\n}\n'


def by(release: str, found: Verification) -> Verification:
    toolchain = replace(TOOLCHAIN, identity=f"rustc {release} (a date)\nbinary: rustc\n")
    return replace(found, report=replace(found.report, toolchain=toolchain))


def table(old: Verification, new: Verification) -> str:
    return render(compare(by("1.95.0", old), by("1.96.0", new)))


def test_the_same_measurements_are_said_to_be_the_same() -> None:
    """Without a table."""
    found = judged_book('{{ claim("9", "f()") }}', {"f()": 9})
    assert table(found, found) == (
        "rustc 1.95.0 (a date) and rustc 1.96.0 (a date) measure the same: 1 claim, 0 listings"
    )


def test_a_value_that_changes_is_a_row() -> None:
    """With both values, and whether the sentence still holds; an inserted one changes by itself."""
    page = 'It is {{ claim("9", "f()") }}.\n{{ measure("a | b") }}, {{ claim("small", "g()") }}.\n'
    old = judged_book(page, {"f()": 9, "a | b": 4, "g()": True})
    new = judged_book(page, {"f()": 12, "a | b": 8, "g()": False})
    assert table(old, new) == (
        "| place              | what  | 1.95.0 (a date) | 1.96.0 (a date) | then       |\n"
        "| ------------------ | ----- | --------------- | --------------- | ---------- |\n"
        "| docs/sizes.md:1:7  | value | 9               | 12              | is refuted |\n"
        "| docs/sizes.md:2:1  | value | 4               | 8               | holds      |\n"
        "| docs/sizes.md:2:25 | truth | true            | false           | is refuted |\n"
        "\n"
        "3 of 3 claims, 0 listings would change, 2 of them need an edit"
    )


def rows(old: Outcome, new: Outcome, snippet: str, page: str = "") -> list[list[str]]:
    """The cells of each row, without the place."""
    books = [judged_book(page, snippet=snippet, outcome=each) for each in (old, new)]
    lines = table(*books).split("\n")
    return [
        [cell.strip() for cell in line.split("|")[2:-1]] for line in lines[2:] if line[:1] == "|"
    ]


def test_codes_messages_outcomes_and_printed_lines_are_rows() -> None:
    """Everything that the page shows of a listing."""
    moved, other = (said("no", code, (2, 1, 2)) for code in ("E0382", "E0505"))
    assert rows(Outcome(False, (moved,)), Outcome(False, (other,)), FAILS) == [
        ["code", "E0382", "E0505", "is refuted"],
        ["message", "error[E0382]: no", "error[E0505]: no", "is refuted"],
    ]
    assert rows(Outcome(False, (moved,)), Outcome(True), FAILS) == [
        ["code", "E0382", "compiled", "is refuted"],
        ["message", "error[E0382]: no", "(nothing)", "is refuted"],
    ]
    assert rows(ran("len 3\n"), ran("len 4\n", code=1), PRINTS) == [
        ["outcome", "exit code 0", "exit code 1", "is refuted"],
        ["output", "len 3", "len 4", "is refuted"],
    ]
    page = '{{ claim("so", prints="len 3", snippet="ownership/move") }}\n'
    assert ["line", "len 3", "len 4", "is refuted"] in rows(
        ran("len 3\n"), ran("len 4\n"), PRINTS, page
    )


def test_the_layouts_of_annotated_types_are_rows() -> None:
    """All that the margin could state, whether it does or not."""
    snippet = (
        "//! A.\npub struct Pair { //~ size 8\n    a: u8,\n    b: u32,\n    //~ padding 3\n}\n"
    )
    layouts = (struct(8, 4, b="0 u32", a="4 u8"), struct(8, 4, a="0 u8", b="4 u32"))
    old, new = (
        judged_book("", snippet=snippet, outcome=ran(), layouts={"Pair": each}) for each in layouts
    )
    lines = table(old, new).split("\n")[2:-2]
    assert [[cell.strip() for cell in line.split("|")[2:-1]] for line in lines] == [
        ["layout", "Pair a offset: 4", "Pair a offset: 0", "is refuted"],
        ["layout", "Pair b offset: 0", "Pair b offset: 4", "is refuted"],
        ["layout", "Pair b padding:", "Pair b padding: 3", "is refuted"],
        ["layout", "Pair padding: 3", "Pair padding:", "is refuted"],
    ]


def test_an_address_is_another_in_every_run_and_no_change() -> None:
    """Where a program prints one."""
    assert rows(ran("at 0x7ffd1234abcd\nlen 3\n"), ran("at 0x7ffe55550000\nlen 3\n"), PRINTS) == []


def test_other_wording_alone_is_told_from_other_facts() -> None:
    """A message may change and every value stay."""
    one, two = (said(text, "E0382", (2, 1, 2)) for text in ("no", "no longer"))
    old, new = (
        judged_book("", snippet=FAILS, outcome=Outcome(False, (each,))) for each in (one, two)
    )
    assert table(old, new).endswith(
        "\n1 of 0 claims, 1 listing would change, 0 of them need an edit"
        "; every value, code, printed line and outcome is the same"
    )


def test_one_compiler_measures_the_same_as_itself_and_nothing_is_touched(tmp_path: Path) -> None:
    """Not even a cache is made; refuted claims are no matter here."""
    root = write_book(tmp_path, {"a.md": 'It is {{ claim("9", "size_of::<u64>()") }}.\n'})
    before = sorted(root.rglob("*"))
    done = run("toolchain-diff", "--root", root, "rustc", "rustc")
    assert (done.code, done.errors) == (0, "")
    assert done.text.endswith(" measure the same: 1 claim, 0 listings\n")
    assert sorted(root.rglob("*")) == before


@pytest.mark.parametrize("order", [("rustc", "/no/rustc"), ("/no/rustc", "rustc")])
def test_a_compiler_that_is_not_there_is_said(order: tuple[str, str], tmp_path: Path) -> None:
    """Exit code 2."""
    root = write_book(tmp_path, {"a.md": "Text.\n"})
    done = run("toolchain-diff", "--root", root, *order)
    assert done.code == 2
    assert done.errors.startswith("error[tool]: no Rust compiler: `/no/rustc` was not found\n")


def test_a_figure_that_changes_has_its_rows(tmp_path: Path) -> None:
    """One row a fact: size, offsets, free values; the figure holds under both."""
    page = '# Page\n\n{{ layout("Pair", "pair") }}\n'
    source = "//! A pair.\n\npub struct Pair {\n    pub a: u8,\n    pub b: u32,\n}\n"
    root = write_book(tmp_path, {"page.md": page}, {"pair.rs": source})
    old = verify_book(root, Options()).verification
    (question,) = old.figures.questions()
    measured = old.facts.answers[question]
    assert isinstance(measured, LayoutAnswer)
    assert measured.layout is not None
    fields = tuple(replace(one, offset=4 - one.offset) for one in measured.layout.fields)
    changed = replace(measured.layout, size=12, fields=fields)
    answers: dict[AnyQuestion, AnyAnswer | Trouble] = {question: LayoutAnswer(changed)}
    new = replace(old, facts=replace(old.facts, answers=answers))
    assert table(old, new).split("\n")[2:] == [
        "| docs/page.md:3:1 | layout | Pair a: offset 4, size 1, u8  "
        "| Pair a: offset 0, size 1, u8  | holds |",
        "| docs/page.md:3:1 | layout | Pair b: offset 0, size 4, u32 "
        "| Pair b: offset 4, size 4, u32 | holds |",
        "| docs/page.md:3:1 | layout | Pair size: 8                  "
        "| Pair size: 12                 | holds |",
        "",
        "1 of 0 claims, 1 listing, 1 figure would change, 0 of them need an edit",
    ]
