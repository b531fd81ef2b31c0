"""Listings in JavaScript, Go and TypeScript: the real node, and tools that only look like some."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.book import read_book
from macros.cache import Cache
from macros.explain import explain_place
from macros.guards import all_guards, score_of
from macros.model import State
from macros.options import Options
from macros.render.evidence import write_evidence_json
from macros.render.site import Site
from macros.verify import Verification, verify
from tests.tiny import check, run, write_book

NODE = shutil.which("node")
needs_node = pytest.mark.skipif(NODE is None, reason="node is missing: apt-get install nodejs")
Book = Callable[..., Path]


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """A book whose page shows every snippet."""

    def write(snippets: dict[str, str], more: str = "") -> Path:
        calls = "\n\n".join(f'{{{{ snippet("{name}") }}}}' for name in snippets)
        return write_book(tmp_path, {"page.md": f"# Page\n\n{calls}\n{more}"}, snippets)

    return write


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Put a tool first in PATH; the folder is one that everybody may enter."""
    folder = tmp_path / "tools"
    folder.mkdir()

    def add(name: str, script: str) -> None:
        path = folder / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin:{_rust_folder()}")
    return add


def _rust_folder() -> str:
    rustc = shutil.which("rustc")
    assert rustc is not None
    return str(Path(rustc).parent)


def verified(root: Path) -> Verification:
    return verify(read_book(root), Options(cache=Cache(root / "facts.sqlite3")))


def findings(root: Path) -> list[tuple[str, str, str]]:
    """Code, place and message of each finding."""
    every = verified(root).report.all_findings
    return [(one.code, str(one.place), one.message) for one in every]


GREETING = '//! A greeting.\nconsole.log("Hello"); //~ prints Hello\n'

# JavaScript ---------------------------------------------------------------------------------


@needs_node
def test_a_program_is_run_and_its_lines_are_compared(book: Book) -> None:
    """What the margin expects has to be printed."""
    assert findings(book({"a.js": GREETING})) == []
    wrong = book({"a.js": GREETING.replace("prints Hello", "prints Goodbye")})
    (finding,) = verified(wrong).report.all_findings
    assert finding.code == "prints"
    assert finding.message == "expected `Goodbye`, printed `Hello`"
    assert finding.notes[-1] == "reproduce: .venv/bin/python -m macros explain snippets/a.js"


@needs_node
def test_an_end_is_compared(book: Book) -> None:
    """A program that throws fails with 1, and says so or is refuted."""
    text = "//! Thrown.\n//@ run-fail: 1\nnull.x;\n"
    assert findings(book({"a.js": text})) == []
    said = findings(book({"a.js": text.replace("//@ run-fail: 1\n", "")}))
    assert said == [
        (
            "ends",
            "snippets/a.js:1:1",
            "the program was expected to end with exit code 0, it ended with exit code 1",
        )
    ]


@needs_node
def test_what_node_does_not_read_is_a_syntax_error(book: Book) -> None:
    """At its line, and nowhere else; a program that is read must not say check-fail."""
    text = (
        "//! A name twice.\n//@ check-fail\nlet a = 1;\n"
        "let a = 2; //~ ERROR SyntaxError Identifier 'a' has already been declared\n"
    )
    assert findings(book({"a.js": text})) == []
    moved = "//! A name twice.\n//@ check-fail\nlet a = 1; //~ ERROR SyntaxError\nlet a = 2;\n"
    assert findings(book({"a.js": moved})) == [
        (
            "expected-error",
            "snippets/a.js:3:12",
            "the snippet expects SyntaxError on line 3, node reports it on line 4",
        )
    ]
    unexpected = "//! A name twice.\nlet a = 1;\nlet a = 2;\n"
    assert findings(book({"a.js": unexpected})) == [
        (
            "unexpected-error",
            "snippets/a.js:3:5",
            "node reports SyntaxError, Identifier 'a' has already been declared",
        )
    ]
    reads = "//! Read.\n//@ check-fail\nlet a = 1; //~ ERROR SyntaxError\n"
    assert findings(book({"a.js": reads}))[0][2] == (
        "the snippet expects SyntaxError here, node reports none"
    )


@needs_node
def test_a_program_has_little_time_no_network_and_bounded_output(book: Book) -> None:
    """The cage is that of Rust programs."""
    cases = {
        "late.js": "//! Late.\n//@ timeout: 1\nfor (;;) {}\n",
        "loud.js": '//! Loud.\nconsole.log("x".repeat(100_000));\n',
        "alone.js": (
            '//! Alone.\nconst found = Object.keys(require("os").networkInterfaces());\n'
            'console.log(found.length, "networks"); //~ prints 0 networks\n'
        ),
        "greedy.js": (
            "//! Greedy.\n//@ run-fail: 1\n//@ timeout: 60\nconst kept = [];\n"
            "for (;;) kept.push(Buffer.alloc(100_000_000, 1));\n"
        ),
        "here.js": "//! Here.\nconsole.log(process.cwd()); //~ prints $DIR\n",
        "left.js": (
            '//! Left.\nconst started = require("child_process").spawn("sleep", ["60"], {\n'
            '    detached: true, stdio: "inherit",\n});\nstarted.unref();\n'
        ),
    }
    assert findings(book(cases)) == [
        ("time", "snippets/late.js:1:1", "the program did not end within 1 s"),
        ("output", "snippets/loud.js:1:1", "the program prints more than 64 KiB"),
    ]


@needs_node
def test_v8_answers_about_itself_when_it_is_asked(book: Book) -> None:
    """With the flag of the allow-list; without it the text cannot be read."""
    text = (
        "//! Holes.\n//@ flags: --allow-natives-syntax\nconst row = [1];\n"
        "console.log(%HasHoleyElements(row)); //~ prints false\n"
        "row[9] = 1;\nconsole.log(%HasHoleyElements(row)); //~ prints true\n"
    )
    assert findings(book({"a.js": text})) == []
    without = findings(book({"a.js": text.replace("//@ flags: --allow-natives-syntax\n", "")}))
    assert ("unexpected-error", "snippets/a.js:3:13") in [one[:2] for one in without]


@needs_node
def test_claims_speak_of_it(book: Book) -> None:
    """`prints=` and `fails=`; any other kind is a finding, and so are figures and players."""
    refused = "//! A name twice.\n//@ check-fail\nlet a;\nlet a; //~ ERROR SyntaxError\n"
    claims = (
        '\n{{ claim("greets", prints="Hello", snippet="a.js", id="one") }}\n'
        '{{ claim("refused", fails="SyntaxError", snippet="b.js", id="two") }}\n'
    )
    root = book({"a.js": GREETING, "b.js": refused}, claims)
    found = verified(root)
    assert found.report.all_findings == ()
    assert found.verdicts["one"].tool.startswith("node v")
    wrong = claims.replace('prints="Hello"', 'prints="Help"').replace("SyntaxError", "TS2322")
    root = book({"a.js": GREETING, "b.js": refused}, wrong)
    assert [one[2] for one in findings(root)] == [
        "the page says that a.js prints `Help`, it prints `Hello`",
        "the page says TS2322, node reports SyntaxError",
    ]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ('{{ claim("4 bytes", "size_of::<A>()", "a.js") }}', "a.js is written in JavaScript"),
        ('{{ measure("1", "a.js") }}', "a.js is written in JavaScript"),
        ('{{ layout("A", "a.js") }}', "a.js is written in JavaScript"),
        ('{{ memory("a.js") }}', "a.js"),
        ('{{ code("f", "a.js", form="mir") }}', "a.js is written in"),
        ('{{ claim("x", section=".rodata", of="A", snippet="a.js") }}', "a.js is written in"),
    ],
)
def test_nothing_else_can_speak_of_it(book: Book, call: str, said: str) -> None:
    """rustc is never handed a text in another language."""
    root = book({"a.js": GREETING}, f"\n{call}\n")
    (finding,) = verified(root).report.all_findings
    assert finding.message.startswith(said)
    assert not finding.broken


@needs_node
def test_the_page_shows_what_ran_it(book: Book) -> None:
    """The highlighter's language, the tool and its version; no playground for Rust."""
    root = book({"a.js": GREETING}, '\n{{ claim("greets", prints="Hello", snippet="a.js") }}\n')
    site = Site(verified(root))
    text = site.render_item("docs/page.md", 0, "evidence.html")
    version = site.verification.verdicts["a.js"].tool
    assert "``` { .js .listing" in text
    assert f"Run by {version}; its output stands below." in text
    assert "playground" not in text
    assert version in site.render_item("docs/page.md", 1, "evidence.html").replace("&#46;", ".")
    assert f"holds · {version}" in site.render_evidence_index(lambda path: path, {}, "rows.js")
    html = site.render_evidence("docs/page.md", lambda path: path, {})
    assert f"<dt>compiler</dt><dd>{version}</dd>" in html
    entries = json.loads(write_evidence_json(site.evidence()))
    assert (entries["claims"][0]["toolchain"], entries["listings"][0]["tool"]) == (version, version)
    told = explain_place("snippets/a.js", site.verification) or ""
    assert f"holds · {version}" in told
    assert "node a.js" in told


@needs_node
def test_facts_are_kept_for_the_version(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time nothing is run; another version is asked anew."""
    root = book({"a.js": GREETING})
    assert [verified(root).report.tally.calls for _ in range(2)] == [1, 0]
    from macros import gather  # noqa: PLC0415
    from macros.languages.tools import find_tools  # noqa: PLC0415
    from macros.model import Tool  # noqa: PLC0415

    def other(languages: object) -> object:
        found = find_tools(languages)  # type: ignore[arg-type]
        return {
            key: Tool(one.language, one.path, "node v0.0.1") if isinstance(one, Tool) else one
            for key, one in found.items()
        }

    monkeypatch.setattr(gather, "find_tools", other)
    found = verified(root)
    assert found.report.tally.calls == 1
    assert found.verdicts["a.js"].tool == "node v0.0.1"


@needs_node
def test_every_mutant_is_refuted(book: Book) -> None:
    """Lines, codes and promised failures cannot change unnoticed."""
    snippets = {
        "a.js": GREETING,
        "b.js": "//! Twice.\n//@ check-fail\nlet a;\nlet a; //~ ERROR SyntaxError has already\n",
        "c.js": "//! Thrown.\n//@ run-fail: 1\nnull.x;\n",
    }
    claims = (
        '\n{{ claim("greets", prints="Hello", snippet="a.js") }}\n'
        '{{ claim("refused", fails="SyntaxError", snippet="b.js") }}\n'
    )
    guards = all_guards(verified(book(snippets, claims)))
    assert all(guard.holds and guard.trials for guard in guards)
    assert score_of(guards).percent == 100.0


@needs_node
def test_bless_rewrites_a_line_of_it(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a Rust snippet."""
    monkeypatch.delenv("CI", raising=False)
    root = book({"a.js": GREETING.replace("prints Hello", "prints Hallo")})
    blessed = run("bless", "--root", root, "--yes")
    assert blessed.code == 0, blessed.text + blessed.errors
    assert (root / "snippets" / "a.js").read_text() == GREETING


# Tools that are missing, or odd -------------------------------------------------------------

GO = "//! A value.\npackage main\n\nfunc main() {\n\tx := 1\n}\n"
TS = "//! A number.\n//@ check-fail\nconst age: number = '36'; //~ ERROR TS2322\n"
TSC_SAYS = "a.ts(1,7): error TS2322: Type 'string' is not assignable to type 'number'."
VERSION = 'case "$1" in --version) echo Version 5.9.1; exit;; esac\n'


def test_without_a_tool_nothing_is_checked_and_nothing_fails(
    book: Book, tools: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Each listing says what it lacks; Rust is checked as ever."""
    tools("unused", "true")
    link = tmp_path / "tools" / "rustc"
    link.symlink_to(Path(_rust_folder()) / "rustc")
    (tmp_path / "tools" / "cc").symlink_to(shutil.which("cc") or "")
    monkeypatch.setenv("PATH", str(tmp_path / "tools"))
    rust = "//! Nothing.\nfn main() {}\n"
    found = verified(book({"a.js": GREETING, "a.go": GO, "a.ts": TS, "b.rs": rust, "b": ""}))
    assert [one.code for one in found.report.all_findings] in ([], ["snippet"])
    lacking = {
        name: each.missing.tool for name, each in found.verdicts.items() if each.missing is not None
    }
    assert lacking == {"a.js": "node", "a.go": "go", "a.ts": "tsc"}
    assert found.verdicts["b"].state is State.HOLDS


def test_a_tool_that_does_not_say_its_version_is_trouble(
    book: Book, tools: Callable[[str, str], None]
) -> None:
    """It is there, so the check could not be done: exit code 2, never *not checked here*."""
    for script in ("echo hello", "echo Version 5.9.1; exit 3", "kill -9 $$"):
        tools("tsc", script)
        checked = check(book({"a.ts": TS}), "--no-cache")
        assert checked.code == 2
        assert "error[tool]: this listing could not be checked: `" in checked.text
        assert "does not say which version it is" in checked.text


def test_types_are_checked(book: Book, tools: Callable[[str, str], None]) -> None:
    """The codes of tsc stand in the margin and in claims."""
    tools("tsc", f'{VERSION}echo "{TSC_SAYS}"; exit 2')
    claim = '\n{{ claim("TS2322", fails="TS2322", snippet="a.ts") }}\n'
    root = book({"a.ts": TS}, claim)
    found = verified(root)
    assert found.report.all_findings == ()
    assert {each.tool for each in found.verdicts.values()} == {"tsc 5.9.1"}
    assert score_of(all_guards(found)).percent == 100.0
    text = Site(found).render_item("docs/page.md", 0, "e.html")
    assert "Refused by tsc 5.9.1: `TS2322`." in text
    assert "a.ts:1:7 - error TS2322: Type 'string' is not assignable to type 'number'." in text
    other = book({"a.ts": TS.replace("2322", "2345")})
    assert findings(other)[0][2] == "the snippet expects TS2345 here, tsc reports TS2322"


def test_types_that_are_accepted_are_not_run(book: Book, tools: Callable[[str, str], None]) -> None:
    """Where nothing fails, check-fail is a finding, and nothing can be expected to be printed."""
    tools("tsc", f"{VERSION}exit 0")
    fine = "//! Fine.\nconst age: number = 36;\n"
    root = book({"a.ts": fine})
    text = Site(verified(root)).render_item("docs/page.md", 0, "e.html")
    assert "Type-checked by tsc 5.9.1; not run." in text
    assert findings(book({"a.ts": TS}))[0][2] == (
        "the snippet expects TS2322 here, tsc reports none"
    )
    printing = f"{fine}console.log(age); //~ prints 36\n"
    assert findings(book({"a.ts": printing}))[0][:2] == ("expectation", "snippets/a.ts:3:19")


def test_a_tool_that_fails_without_a_word_is_trouble(
    book: Book, tools: Callable[[str, str], None]
) -> None:
    """An error that is about no line of the listing proves nothing."""
    for said in ("", "error TS5023: Unknown compiler option", "b.ts(1,1): error TS1: Elsewhere."):
        tools("tsc", f'{VERSION}echo "{said}"; exit 2')
        (finding,) = verified(book({"a.ts": TS})).report.all_findings
        assert finding.broken
        assert finding.message.startswith(
            "this listing could not be checked: tsc 5.9.1 could not do its work on a.ts"
        )


GO_VERSION = 'case "$1" in version) echo go version go1.19.8 linux/amd64; exit;; esac\n'


def test_go_builds_without_a_network_and_without_modules(
    book: Book, tools: Callable[[str, str], None]
) -> None:
    """The surroundings of the build, as the tool sees them."""
    tools(
        "go",
        f"{GO_VERSION}"
        '[ "$GOPROXY $GO111MODULE $GOTOOLCHAIN $CGO_ENABLED" = "off off local 0" ] || exit 9\n'
        'case "$GOCACHE" in */rust-memory-*/cache) ;; *) exit 8;; esac\n'
        "printf '#!/bin/sh\\necho built\\n' > program",
    )
    text = "//! Built.\npackage main\n\nfunc main() { println() } //~ prints built\n"
    found = verified(book({"a.go": text}))
    assert found.report.all_findings == ()
    assert found.verdicts["a.go"].tool == "go 1.19.8"


def test_errors_and_remarks_of_go_are_compared(
    book: Book, tools: Callable[[str, str], None]
) -> None:
    """Errors by their text; remarks on escaping values in both directions."""
    tools("go", f"{GO_VERSION}echo '# x\n./a.go:4:2: x declared but not used' >&2; exit 2")
    text = GO.replace("A value.\n", "A value.\n//@ check-fail\n")
    right = text.replace("x := 1", "x := 1 //~ ERROR declared but not used")
    assert findings(book({"a.go": right})) == []
    wrong = text.replace("x := 1", "x := 1 //~ ERROR undefined")
    assert findings(book({"a.go": wrong}))[0][2] == (
        "the snippet expects `undefined` here, go reports `x declared but not used`"
    )
    tools(
        "go",
        f"{GO_VERSION}echo '# x\n./a.go:4:2: moved to heap: x' >&2\n"
        "printf '#!/bin/sh\\n' > program",
    )
    asked = GO.replace("A value.\n", "A value.\n//@ flags: -gcflags=-m\n")
    expected = asked.replace("x := 1", "x := 1 //~ WARN escape moved to heap: x")
    assert findings(book({"a.go": expected})) == []
    assert findings(book({"a.go": asked}))[0][0] == "unexpected-warning"
    assert findings(book({"a.go": expected.replace("heap: x", "heap: y")}))[0][2] == (
        "the snippet expects `moved to heap: y` here, go reports `moved to heap: x`"
    )


# What is written wrongly --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.js", "console.log(1);\n", "the first line does not say what the file shows"),
        ("a.js", "//! A.\n//@ edition: 2021\n", "`edition` has no meaning for a listing in JavaS"),
        ("a.js", "//! A.\n//@ build-fail\n", "`build-fail` has no meaning for a listing in Java"),
        ("a.js", "//! A.\n//@ snapshot: x\n", "`snapshot` has no meaning for a listing in Java"),
        ("a.ts", "//! A.\n//@ run-fail: 1\n", "`run-fail` has no meaning for a listing in TypeS"),
        ("a.ts", "//! A.\n//@ flags: --strict\n", "`flags` has no meaning for a listing in Type"),
        ("a.js", "//! A.\n//@ flags: --require x\n", "the flag `--require` is not allowed here"),
        ("a.go", "//! A.\n//@ flags: -ldflags=x\n", "the flag `-ldflags=x` is not allowed here"),
        ("a.js", "//! A.\n//@ fails: x\n", "unknown directive `fails`"),
        ("a.js", "//! A.\nf(); //~ WARN x\n", "`WARN` has no meaning for a listing in JavaScript"),
        ("a.go", "//! A.\n//~v size 8\nx\n", "`size` has no meaning for a listing in Go"),
        ("a.js", "//! A.\nf(); //~ shows x\n", "unknown expectation `shows`"),
        ("a.js", "//! A.\nf(); //~ ERROR x\n", "an error is expected, but nothing says"),
        ("a.js", "//! A.\nf(`//~ prints x`);\n", "this looks like the margin, and cannot be told"),
        ("a.js", "//! A.\nf(/'/); //~ prints x\n", "this looks like the margin, and cannot be to"),
        ("a.js", '//! A.\nrequire("./b.js");\n', '`require("./b.js"` reads another file'),
        ("a.ts", '//! A.\nimport "../b";\n', '`import "../b"` reads another file'),
        ("a.ts", "//! A.\n// @ts-nocheck\n", "`// @ts-nocheck` keeps tsc from checking"),
        ("a.ts", "//! A.\nf(); /* @ts-ignore */\n", "`/* @ts-ignore` keeps tsc from checking"),
        ("a.ts", '//! A.\n/// <reference path="x" />\n', '`/// <reference path="x" />` reads'),
        ("a.go", '//! A.\nimport "C"\n', '`import "C"` reads another file'),
        ("a.go", "//! A.\n//go:embed x.txt\n", "`//go:embed x.txt` reads another file"),
    ],
)
def test_a_mistake_is_found_before_anything_runs(
    book: Book, name: str, text: str, said: str
) -> None:
    """Whether or not the tool is there."""
    every = [message for _, _, message in findings(book({name: text}))]
    assert any(message.startswith(said) for message in every), every


def test_a_snippet_is_missed_under_its_own_name(tmp_path: Path) -> None:
    """The help names the file with its own ending."""
    root = write_book(tmp_path, {"page.md": '# P\n\n{{ snippet("a.js") }}\n'})
    (finding,) = verified(root).report.all_findings
    assert finding.notes == ("looked for: snippets/a.js", "help: create snippets/a.js")


def test_a_file_that_no_page_uses_is_a_finding(tmp_path: Path) -> None:
    """Also in another language."""
    root = write_book(
        tmp_path, {"page.md": '# P\n\n{{ size_of("u8") }}\n'}, {"a.ts": TS, "b.txt": "no snippet"}
    )
    assert ("unused-snippet", "snippets/a.ts:1:1", "no page shows the snippet 'a.ts'") in findings(
        root
    )
