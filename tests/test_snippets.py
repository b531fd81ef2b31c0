"""The text of a snippet file → its listing."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.model import Directives, Expectation, Finding, Listing, Mode, Place, Region
from macros.snippets import parse_snippet, region_of

DATA = Path(__file__).parent / "data"
PATH = "snippets/a/b.rs"
TITLE = "//! What it shows.\n"


def parse(text: str) -> tuple[Listing, tuple[Finding, ...]]:
    return parse_snippet("a/b", PATH, text)


def listing(text: str) -> Listing:
    found, findings = parse(TITLE + text)
    assert findings == ()
    return found


def messages(text: str) -> list[str]:
    return [f"{one.place.line}:{one.place.column} {one.message}" for one in parse(text)[1]]


LINES = (7, 8, 9, 10, 12, 14, 16, 18, 19, 20, 22, 23)
"""The lines of `whole.rs` that are compiled."""


def test_snippet_is_read_whole() -> None:
    """Title, directives, expectations, regions and what a reader sees, in one example."""
    text = (DATA / "whole.rs").read_text(encoding="utf-8")
    found, findings = parse(text)
    assert findings == ()
    assert found == Listing(
        name="a/b",
        place=Place(PATH, 1, 1, 1, 39),
        source=(DATA / "whole_compiled.rs").read_text(encoding="utf-8"),
        shown=(DATA / "whole_shown.rs").read_text(encoding="utf-8").rstrip("\n"),
        lines=LINES,
        columns=(0,) * len(LINES),
        title="A moved name cannot be used again.",
        directives=Directives(Mode.CHECK_FAIL, "2021", ("-O", "--cfg=extra"), 20),
        expectations=(
            Expectation("warning", Place(PATH, 10, 22, 10, 47), 4, "unused_variables"),
            Expectation("error", Place(PATH, 16, 25, 16, 62), 7, "E0382", "borrow of moved value"),
            Expectation("error", Place(PATH, 21, 5, 21, 32), 10, "", "a second opinion"),
        ),
        regions=(Region("inner", 6, 6), Region("use", 5, 7)),
        main=True,
    )


def test_what_is_compiled_is_what_a_reader_sees() -> None:
    """Without hidden lines the two texts are one, so rustc counts a reader's lines."""
    found, _ = parse((DATA / "whole.rs").read_text(encoding="utf-8"))
    assert found.source.rstrip("\n") == found.shown


def test_bad_snippet_gives_all_findings() -> None:
    """Every mistake of a file is found in one go, each in its own line."""
    _, findings = parse((DATA / "bad_snippet.rs").read_text(encoding="utf-8"))
    said = "".join(
        f"{one.place.line}:{one.place.column}-{one.place.end_column} error[{one.code}]: "
        + "\n   = ".join((one.message, *one.notes))
        + "\n"
        for one in findings
    )
    assert said == (DATA / "bad_snippet.txt").read_text(encoding="utf-8")


# Title ----------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "fn main() {}\n", "// No.\n", "//!\n", "\n//! Late.\n"])
def test_first_line_has_to_be_a_title(text: str) -> None:
    """A file that does not say in its first line what it shows is a finding."""
    width = len(text.split("\n", maxsplit=1)[0])
    assert parse(text)[1] == (
        Finding(
            "snippet",
            Place(PATH, 1, 1, 1, width + 1),
            "the first line does not say what the file shows",
            notes=("begin with: //! One sentence.",),
        ),
    )


def test_listing_without_main_is_a_library() -> None:
    """A file of types has no main function to run."""
    assert not listing("pub struct A;\n").main


def test_title_is_not_shown_and_further_lines_are() -> None:
    """The title stands above the listing; more of the file's comment stays in it."""
    assert listing("//! More.\n\nfn main() {}\n").shown == "//! More.\n\nfn main() {}"


# Directives -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("//@ run-fail: 101", Directives(Mode.RUN_FAIL, ends="101")),
        ("//@ run-fail: SIGSEGV", Directives(Mode.RUN_FAIL, ends="SIGSEGV")),
        ("//@ no-run: it waits: for input", Directives(Mode.NO_RUN, reason="it waits: for input")),
        ("//@edition:2015", Directives(edition="2015")),
        ("  //@ timeout : 60", Directives(timeout=60)),
        (
            "//@ flags: -C opt-level=s -Cpanic=abort --cfg a --cfg=b -O -C lto=thin",
            Directives(
                flags=("-Copt-level=s", "-Cpanic=abort", "--cfg=a", "--cfg=b", "-O", "-Clto=thin")
            ),
        ),
        (
            "//@ flags: -C overflow-checks=on -C codegen-units=16 -Cdebug-assertions=no",
            Directives(
                flags=("-Coverflow-checks=on", "-Ccodegen-units=16", "-Cdebug-assertions=no")
            ),
        ),
    ],
)
def test_directive_is_read(line: str, expected: Directives) -> None:
    """Each directive stands in its field."""
    found = listing(f"{line}\nfn main() {{}}\n")
    assert found.directives == expected
    assert found.shown == "fn main() {}"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("//@ editon: 2021", "unknown directive `editon`; did you mean `edition`?"),
        ("//@", "unknown directive ``"),
        ("//@ edition: 2020", "`edition` is `2020`, not 2015, 2018, 2021 or 2024"),
        ("//@ edition", "`edition` needs 2015, 2018, 2021 or 2024"),
        ("//@ edition 2021", "`edition` wants a colon: //@ edition: 2021"),
        ("//@ run-fail", "`run-fail` needs an exit code from 1 to 255 or a signal such as SIGSEGV"),
        (
            "//@ run-fail: 0",
            "`run-fail` is `0`, not an exit code from 1 to 255 or a signal such as SIGSEGV",
        ),
        (
            "//@ run-fail: SIGNAL",
            "`run-fail` is `SIGNAL`, not an exit code from 1 to 255 or a signal such as SIGSEGV",
        ),
        ("//@ no-run", "`no-run` needs the reason why it is not run"),
        ("//@ check-fail: E0382", "`check-fail` takes no value"),
        ("//@ timeout: 61", "`timeout` is `61`, not whole seconds from 1 to 60"),
        ("//@ timeout: 5s", "`timeout` is `5s`, not whole seconds from 1 to 60"),
        ("//@ flags:", "`flags` needs compiler flags such as -O"),
        ("//@ region", "`region` needs a name of letters, digits, `-` and `_`"),
        ("//@ end", "no region is open here"),
        ("static A: u8 = 1; //@ check-fail", "a directive stands on a line of its own"),
    ],
)
def test_directive_that_cannot_be_read_is_a_finding(line: str, said: str) -> None:
    """Unknown keys, missing and wrong values, and directives behind code are reported."""
    _, findings = parse(f"{TITLE}{line}\nfn main() {{}}\n")
    assert said in [one.message for one in findings]
    assert {one.place.line for one in findings} == {2}


@pytest.mark.parametrize(
    ("flags", "refused"),
    [
        ("-C linker=cc", "-C linker=cc"),
        ("-O -o out", "-o"),
        ("-Clink-arg=-s", "-Clink-arg=-s"),
        ("-C opt-level=9", "-C opt-level=9"),
        ("-Zunstable", "-Zunstable"),
        ("--cfg", "--cfg"),
        ("--cfg a=b", "--cfg a=b"),
        ("--cfgx", "--cfgx"),
        ("-C", "-C"),
        ("-L. -O", "-L."),
        ("--crate-type=dylib", "--crate-type=dylib"),
        ("file.rs", "file.rs"),
        ("@file", "@file"),
        ("-C opt-level=3,linker=x", "-C opt-level=3,linker=x"),
    ],
)
def test_flag_outside_of_the_list_is_refused(flags: str, refused: str) -> None:
    """Nothing that names a file, a linker or a plugin reaches the compiler."""
    found, findings = parse(f"{TITLE}//@ flags: {flags}\nfn main() {{}}\n")
    assert found.directives.flags == ()
    assert [one.message for one in findings] == [f"the flag `{refused}` is not allowed here"]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("//@ edition: 2021\n//@ edition: 2018", "3:1 `edition` was already given on line 2"),
        (
            "//@ no-run: x\n//@ run-fail: 1",
            "3:1 `run-fail` and `no-run` (line 2) exclude each other",
        ),
        ("//@ no-run: x\n//@ no-run: y", "3:1 `no-run` was already given on line 2"),
    ],
)
def test_directives_that_contradict_each_other_are_findings(lines: str, said: str) -> None:
    """The first one counts, the second is reported."""
    assert messages(f"{TITLE}{lines}\nfn main() {{}}\n") == [said]


def test_directives_in_strings_and_block_comments_do_not_count() -> None:
    """Only real line comments are directives and expectations."""
    code = 'fn main() {\n    let a = "//~ x\n//@ y";\n/* //~ z\n//@ z */\n}\n'
    assert listing(code).shown + "\n" == code


# Regions --------------------------------------------------------------------------------


def test_region_is_shown_dedented_and_without_margin() -> None:
    """A region's text has no directives, no expectations and no common indentation."""
    found = listing(
        "fn main() {\n    //@ region a\n\n    if true {\n        //@ region b\n"
        "        print!(); //~ prints x\n        //@ end\n    }\n    //@ end\n}\n"
    )
    assert region_of(found, "a") == "if true {\n    print!();\n}"
    assert region_of(found, "b") == "print!();"
    assert region_of(found, "c") is None


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("//@ region a", "2:1 region `a` has no `//@ end`"),
        ("//@ region a\n//@ end", "2:1 region `a` holds no lines"),
        (
            "//@ region a\n\n//@ end\n//@ region a\n\n//@ end",
            "5:1 there are two regions `a`",
        ),
        ("//@ region a b\n\n//@ end", None),
        ("//@ region a\n\n//@ end: a", "4:1 `end` takes no value"),
    ],
)
def test_region_that_is_not_whole_is_a_finding(lines: str, said: str | None) -> None:
    """Open, empty, doubled and badly named regions are reported."""
    wrong = "2:1 `region` is `a b`, not a name of letters, digits, `-` and `_`"
    assert messages(f"{TITLE}{lines}\nfn main() {{}}\n") == [said or wrong]


# Expectations ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("margin", "line", "kind", "code", "text"),
    [
        ("//~ ERROR E0382 moved value: `a`", 4, "error", "E0382", "moved value: `a`"),
        ("//~ ERROR E0382", 4, "error", "E0382", ""),
        ("//~ ERROR lifetime may not", 4, "error", "", "lifetime may not"),
        ("//~^ ERROR E0382", 3, "error", "E0382", ""),
        ("//~^^ ERROR E0382", 0, "error", "E0382", ""),
        ("//~v ERROR E0382", 5, "error", "E0382", ""),
        ("//~vv ERROR E0382", 6, "error", "E0382", ""),
        ("//~ERROR E0382: x", 4, "error", "E0382", "x"),
        ("//~ WARN unused_variables `a`", 4, "warning", "unused_variables", "`a`"),
        ("//~ WARN clippy::all", 4, "warning", "clippy::all", ""),
    ],
)
def test_expectation_is_read(margin: str, line: int, kind: str, code: str, text: str) -> None:
    """Kind, line, code and text of the comment's message."""
    found, _ = parse(f"{TITLE}//@ check-fail\nfn a() {{\n    b; {margin}\n    c;\n}}\n")
    (one,) = found.expectations
    written = found.lines[one.line - 1] if one.line else 0
    assert (written, one.kind, one.code, one.text) == (line, kind, code, text)
    assert one.place == Place(PATH, 4, 8, 4, 8 + len(margin))


def test_prints_keeps_the_whole_line() -> None:
    """One blank stands behind the word, all others belong to the printed line."""
    (one,) = listing('fn main() { print!("  a  b"); } //~ prints   a  b\n').expectations
    assert (one.kind, one.line, one.text) == ("prints", 1, "  a  b")


@pytest.mark.parametrize(
    ("margin", "said"),
    [
        ("//~ sise 24", "unknown expectation `sise`; did you mean `size`?"),
        ("//~ error E0382", "unknown expectation `error`; did you mean `ERROR`?"),
        ("//~ WARNING a", "unknown expectation `WARNING`; did you mean `WARN`?"),
        ("//~| ERROR a", "unknown expectation `|`"),
        (
            "//~",
            "`//~` expects one of ERROR, WARN, prints, size, align, offset, padding, niche, tag, "
            "allocates, reallocates, frees",
        ),
        ("//~ ERROR", "`ERROR` needs an error code or a part of the message"),
        ("//~ ERROR E382", "`E382` is not an error code: E and four digits"),
        ("//~ ERROR E03821", "`E03821` is not an error code: E and four digits"),
        ("//~ WARN", "`WARN` needs the name of a lint: unused_variables"),
        ("//~ WARN `a`", "``a`` is not the name of a lint"),
        ("//~ prints", "`prints` needs the whole printed line"),
        ("//~^^^^ ERROR a", "this points to a line outside of the listing"),
        ("//~vvvv ERROR a", "this points to a line outside of the listing"),
    ],
)
def test_expectation_that_cannot_be_read_is_a_finding(margin: str, said: str) -> None:
    """Unknown words and missing parts are reported at the comment."""
    _, findings = parse(f"{TITLE}fn main() {{\n    b; {margin}\n}}\n")
    place = Place(PATH, 3, 8, 3, 8 + len(margin))
    assert [(one.place, one.message) for one in findings] == [(place, said)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "fn main() {} //~ ERROR E0382\n",
            "2:14 an error is expected, but nothing says that the listing does not compile",
        ),
        (
            "//@ run-fail: 1\nfn main() {} //~ ERROR E0382\n",
            "3:14 an error is expected, but nothing says that the listing does not compile",
        ),
        (
            "//@ check-fail\nfn main() {}\n",
            "2:1 `check-fail` says that the listing does not compile, but no error is expected",
        ),
        (
            "//@ build-fail\nfn main() {} //~ WARN unused\n",
            "2:1 `build-fail` says that the listing does not compile, but no error is expected",
        ),
        (
            "//@ no-run: x\nfn main() {} //~ prints a\n",
            "3:14 a `no-run` listing is not run and prints nothing",
        ),
        (
            "//@ check-fail\n//~v ERROR a\nfn main() {} //~ prints a\n",
            "4:14 a `check-fail` listing is not run and prints nothing",
        ),
        ("pub struct A; //~ prints a\n", "2:15 a listing without a main function prints nothing"),
        ("//@ run-fail: 1\nstruct A;\n", "2:1 `run-fail` needs a main function to run"),
    ],
)
def test_expectation_that_does_not_suit_the_mode_is_a_finding(text: str, said: str) -> None:
    """Errors are expected where the compile fails, output where the program runs."""
    assert messages(TITLE + text) == [said]


def test_a_snippet_reads_no_other_file() -> None:
    """A change of it would go unnoticed."""
    text = (
        '//! A.\nconst A: &str = include_str!("a.txt");\n#[path = "b.rs"]\nmod b;\nfn main() {}\n'
    )
    _, findings = parse_snippet("a/b", "snippets/a/b.rs", text)
    assert [(one.place.line, one.place.column, one.message) for one in findings] == [
        (2, 17, "`include_str!` reads another file, which no page shows and no check follows"),
        (3, 1, "`#[path` reads another file, which no page shows and no check follows"),
    ]
