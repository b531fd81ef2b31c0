"""Calls of `layout` and `layout_table` in pages: what is drawn, what is said of each mistake."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType
from typing import Final

import pytest

import macros.rust.dwarf.tree
import macros.rust.layouts
from macros.build import verify_book
from macros.figures import read_figure
from macros.layout import Layout
from macros.model import Directives, Finding, Mode
from macros.options import Options
from macros.rust.dwarf import Missing, Probe, UnreadableObject
from tests.made import call_in, listing_of
from tests.promised import PROJECT, write_promising_book
from tests.test_site_build import build
from tests.tiny import Checked, check, run, write_book

SHAPES = (
    "//! Shapes.\n\npub struct Small(pub u8);\n\npub struct Own<T>(pub T);\n\n"
    "pub trait Shape {}\nimpl Shape for Small {}\n\n"
    "pub fn make() -> u8 {\n    let add = 1;\n    add\n}\n"
)
SNIPPETS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "shapes": SHAPES,
        "other": "//! Another type.\n\npub struct Large(pub u64);\n",
        "broken": "//! Does not compile.\n\npub struct Wrong(pub Missing);\n",
        "fails": "//! Fails.\n//@ check-fail\n\npub struct Wrong(pub Missing); //~ ERROR E0425\n",
        "late": (
            "//! Fails late.\n//@ build-fail\n\npub struct Wrong(pub u8);\n\n"
            "fn main() {\n    let _: u8 = 200 + 100; //~ ERROR overflowing_literals\n}\n"
        ),
    }
)


def find(root: Path, line: str, *options: str) -> Checked:
    """Check a book whose one page is that line, with the snippets that it names."""
    named = {f"{name}.rs": text for name, text in SNIPPETS.items() if f'"{name}"' in line}
    return check(write_book(root, {"page.md": f"# Page\n\n{line}\n"}, named), *options)


def said_of_page(found: Checked) -> list[tuple[str, str, str]]:
    """Code, message and the marked characters of each finding in the page."""
    pattern = re.compile(
        r"^error\[(?P<code>[a-z-]+)\]: (?P<message>.*)\n +--> docs/page\.md:3:\d+\n"
        r" *\|?\n?3 \| (?P<source>.*)\n +\| (?P<carets> *\^+)",
        re.MULTILINE,
    )
    return [
        (
            each["code"],
            each["message"],
            each["source"][each["carets"].count(" ") : len(each["carets"])],
        )
        for each in pattern.finditer(found.text)
    ]


NO_TYPE = "E0425, cannot find type `{}` in this scope"
BAD: Final[Sequence[tuple[str, str, str, str]]] = (
    ('{{ layout("Strin") }}', "figure", f"there is no layout of `Strin`: {NO_TYPE}", "Strin"),
    (
        '{{ layout("Option<Strin>") }}',
        "figure",
        f"there is no layout of `Option<Strin>`: {NO_TYPE.format('Strin')}",
        "Strin",
    ),
    (
        '{{ layout("u8", compare="u16 | Vec<Foo>") }}',
        "figure",
        f"there is no layout of `Vec<Foo>`: {NO_TYPE}",
        "Foo",
    ),
    (
        '{{ layout("str") }}',
        "figure",
        "there is no layout of `str`: E0277, the size for values of type `str` cannot be known at"
        " compilation time",
        "str",
    ),
    (
        '{{ layout("Own", "shapes") }}',
        "figure",
        "there is no layout of `Own`: E0107, missing generics for struct `Own`",
        "Own",
    ),
    (
        '{{ layout("Wrong", "broken") }}',
        "figure",
        "there is no layout of `Wrong`: broken does not compile",
        "Wrong",
    ),
    (
        '{{ layout("Wrong", "fails") }}',
        "figure",
        "fails does not compile, so its types have no layout",
        "fails",
    ),
    (
        '{{ layout("Wrong", "late") }}',
        "figure",
        "late does not compile, so its types have no layout",
        "late",
    ),
    (
        '{{ layout("Large", "shapes") }}',
        "figure",
        f"there is no layout of `Large`: {NO_TYPE}",
        "Large",
    ),
    ('{{ layout("Large") }}', "figure", f"there is no layout of `Large`: {NO_TYPE}", "Large"),
    ('{{ layout("Small", "absent") }}', "snippet", "there is no snippet 'absent'", "absent"),
    (
        '{{ layout("Small", "shapes", depth=0) }}',
        "figure",
        "depth=0 opens nothing: a figure shows at least one level of fields",
        "0",
    ),
    (
        '{{ layout("dyn Shape", "shapes", heap=True, vtable="Small") }}',
        "figure",
        "a figure shows one view of a type, and here are heap= and vtable=",
        "Small",
    ),
    (
        '{{ layout("Box<u8>", compare="Box<u16>", heap=True) }}',
        "figure",
        "a figure shows one view of a type, and here are compare= and heap=",
        "Box<u16>",
    ),
    (
        '{{ layout("u8", compare="u16 | u32 | u64") }}',
        "figure",
        "a figure compares at most 3 types",
        "u64",
    ),
    ('{{ layout("u8", compare="u16 |  | u64") }}', "figure", "there is no type here", "  "),
    ('{{ layout_table("u8 |  | u16") }}', "figure", "there is no type here", "  "),
    ('{{ layout("u8 | u16") }}', "figure", "layout takes one type", "u16"),
    (
        '{{ layout_table("u8 | Strin") }}',
        "figure",
        f"there is no layout of `Strin`: {NO_TYPE}",
        "Strin",
    ),
    (
        'A {{ layout("u8") }} in words.',
        "macro",
        "`layout` stands in a line with other text",
        '{{ layout("u8") }}',
    ),
    (
        '{{ layout("dyn Shape", "shapes", vtable="Smal") }}',
        "figure",
        f"there is no layout of `dyn Shape`: {NO_TYPE}",
        "Smal",
    ),
    (
        '{{ layout("Small", "shapes", vtable="Small") }}',
        "figure",
        "there is no layout of `Small`: a vtable belongs to a trait object, and no `dyn` is"
        " written here: `dyn Shape`, `&dyn Shape`, `Box<dyn Shape>`",
        "Small",
    ),
    (
        '{{ layout("make::ad", "shapes", local=True) }}',
        "figure",
        "there is no layout of `make::ad`: `make` has no variable `ad`, or nothing follows it;"
        " the snippet has `add`",
        "make::ad",
    ),
    (
        '{{ layout("mak::add", "shapes", local=True) }}',
        "figure",
        "there is no layout of `mak::add`: E0425, cannot find value `mak` in this scope",
        "mak",
    ),
    (
        '{{ layout("make::add", local=True) }}',
        "figure",
        "there is no layout of `make::add`: a variable needs the snippet that its function stands"
        " in",
        "make::add",
    ),
    (
        '{{ layout("u8", heap=True) }}',
        "figure",
        "there is no layout of `u8`: the compiler's debug information has no layout for this:"
        " there is no pointer in that type",
        "u8",
    ),
)


@pytest.mark.parametrize(("line", "code", "message", "marked"), BAD, ids=[each[0] for each in BAD])
def test_a_mistake_is_said_at_its_characters(
    tmp_path: Path, line: str, code: str, message: str, marked: str
) -> None:
    """One finding in the page, and the exit code is that of a mistake in the sources."""
    found = find(tmp_path, line)
    assert said_of_page(found) == [(code, message.format(marked), marked)], found.text
    assert found.code == 1


def test_what_is_ignored_has_no_layouts() -> None:
    """Nobody compiles it."""
    ignored = listing_of("struct Wrong(u8);", Directives(Mode.IGNORED, reason="no network"))
    call = call_in('{{ layout("Wrong", "ownership/move") }}')
    found = read_figure(call, {ignored.name: ignored})
    assert isinstance(found, Finding)
    assert found.message == "ownership/move is ignored, so its types have no layout"
    assert found.mark == call.arguments[1].place


def test_one_wrong_type_leaves_the_other_figures_whole(tmp_path: Path) -> None:
    """The page has one finding, and three figures hold."""
    page = '{{ layout("u8") }}\n\n{{ layout("Strin") }}\n\n{{ layout("String", depth=2) }}\n\n'
    root = write_book(tmp_path, {"page.md": page + '{{ layout_table("u8 | bool") }}\n'})
    report = json.loads(check(root, "--format", "json").text)
    assert [each["verdict"] for each in report["verdicts"]] == [
        "holds",
        "refuted",
        "holds",
        "holds",
    ]
    assert report["summary"]["figures"] == 4


def test_a_type_that_reads_files_is_refused(tmp_path: Path) -> None:
    """It would be another type elsewhere."""
    found = find(tmp_path, "{{ layout(\"[u8; include_bytes!('x').len()]\") }}")
    assert "the type reads the environment or a file, which differs elsewhere" in found.text
    assert found.code == 1


# Tools that fail ----------------------------------------------------------------------------


def test_an_odd_object_is_a_check_that_was_not_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the debug information cannot be understood, nothing is held against the page."""

    def read(
        data: bytes, probes: Sequence[Probe], aligns: Mapping[str, int]
    ) -> tuple[Layout | Missing, ...]:
        assert data
        assert probes
        assert aligns
        raise UnreadableObject("DWARFError: the unit at 0x0 is odd")

    monkeypatch.setattr(macros.rust.layouts, "read_layouts", read)
    found = find(tmp_path, '{{ layout("u8", compare="String") }}')
    message = (
        "this figure could not be checked: of `{}`, the compiler's debug information cannot be"
        " read: DWARFError: the unit at 0x0 is odd"
    )
    assert said_of_page(found) == [
        ("tool", message.format("String"), "String"),
        ("tool", message.format("u8"), "u8"),
    ]
    assert found.code == 2


def test_what_pyelftools_raises_does_not_escape(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its exceptions become findings at the figure's place."""

    def explode(*_: object, **__: object) -> object:
        raise macros.rust.dwarf.tree.ODD[0]("magic number does not match")

    monkeypatch.setattr(macros.rust.dwarf.tree, "ELFFile", explode)
    found = find(tmp_path, '{{ layout("u8") }}')
    assert [(code, marked) for code, _, marked in said_of_page(found)] == [("tool", "u8")]
    assert "magic number does not match" in found.text
    assert found.code == 2


def test_a_target_without_library_leaves_figures_unchecked(tmp_path: Path) -> None:
    """The finding says what to install."""
    root = write_book(tmp_path, {"page.md": '# Page\n\n{{ layout("u8") }}\n'})
    report = verify_book(root, Options(target="thumbv6m-none-eabi")).report
    (finding,) = report.all_findings
    assert finding.message.startswith("this figure could not be checked: ")
    assert finding.notes == ("help: rustup target add TARGET",)
    assert report.exit_code == 2


def test_without_a_compiler_no_figure_holds(tmp_path: Path) -> None:
    """It is said once, of the compiler."""
    found = find(tmp_path, '{{ layout("u8") }}', "--rustc", "no-such-rustc", "--format", "json")
    report = json.loads(found.text)
    assert [each["verdict"] for each in report["verdicts"]] == ["could not check"] * 2
    assert found.code == 2


# Reports ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("format", "shown"),
    [
        ("github", "::error file=docs/page.md,line=3,col=1,title=figure::"),
        ("sarif", '"ruleId": "figure"'),
        ("json", '"kind": "figure"'),
    ],
)
def test_machines_read_of_the_mistake(tmp_path: Path, format: str, shown: str) -> None:
    """Every form has the code, and the characters where it has places."""
    found = find(tmp_path, '{{ layout("Option<Strin>") }}', "--format", format)
    assert shown in found.text, found.text


def test_sarif_marks_the_characters(tmp_path: Path) -> None:
    """Code scanning shows the type's part that is wrong."""
    found = json.loads(find(tmp_path, '{{ layout("Vec<Foo>") }}', "--format", "sarif").text)
    (result,) = found["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == (16, 19)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (
            '{{ layout("(char, u8)") }}',
            (
                "  (char, u8): size 8, align 4",
                "    pub fn probe_1(_: &(char, u8)) {}",
                "    const _: () = assert!(std::mem::size_of::<(char, u8)>() == 8);",
                "  rustc --edition 2024 --crate-type lib -Cdebuginfo=2 --emit=obj=fact.o fact.rs"
                " && objdump --dwarf=info fact.o",
            ),
        ),
        (
            '{{ layout("dyn Shape", "shapes", vtable="Small", title="A vtable") }}',
            (
                "docs/page.md:3:1  A vtable",
                "    pub struct Small(pub u8);",
                "    pub fn probe_1<'a>(value: &'a Small) -> &'a (dyn Shape) { value }",
            ),
        ),
        (
            '{{ layout("make::add", "shapes", local=True) }}',
            ("    pub fn probe_1() -> *const () { make as *const () }",),
        ),
        (
            '{{ layout("std::rc::Rc<u8>", heap=True) }}',
            ("    // The block that the first pointer of this type leads to.",),
        ),
        (
            '{{ layout_table("u8") }}',
            ("  Option<u8>: size 2, align 1", "    pub fn probe_2(_: &Option<u8>) {}"),
        ),
        ('{{ layout("Strin") }}', ("  refuted", "    pub fn probe_1(_: &Strin) {}")),
    ],
)
def test_explain_prints_the_probes(tmp_path: Path, line: str, shown: Sequence[str]) -> None:
    """What stands on the figure's line: its layouts, the program and the command."""
    find(tmp_path, line)
    told = run("explain", "docs/page.md:3", "--root", tmp_path).text.splitlines()
    for each in shown:
        assert any(row.startswith(each) for row in told), (each, told)


# The built page -----------------------------------------------------------------------------

INDENTED = """\
# Moves

A pair takes {{ claim("2 bytes", "size_of::<(u8, u8)>()", id="pair") }}.

!!! note "A box"

    {{ layout("u8", title="In a box") }}

    After it.

=== "One"

    {{ layout("u16", compare="u32 | u64") }}

=== "Two"

    - An item:

        {{ layout_table("std::io::Error | std::rc::Rc<u8> | bool", title="In a list") }}

Right behind words
{{ layout("std::cell::Cell<i8>") }}
and before others.

{{ snippet("moves/shown") }} {# #}
"""


class _Blocks(HTMLParser):
    """Finds blocks inside paragraphs, and ends of elements that were never open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in ("figure", "div", "p", "table") and "p" in self.open:
            self.wrong.append(f"<{tag}> in <p>")
        if tag in ("figure", "p", "div", "table", "figcaption", "svg"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        known = tag in ("figure", "p", "div", "table", "figcaption", "svg")
        if known and (not self.open or self.open.pop() != tag):
            self.wrong.append(f"</{tag}>")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book built under the configuration of the real one."""
    root = write_promising_book(
        tmp_path_factory.mktemp("figures"),
        {
            "moves.md": INDENTED.replace(" {# #}", ""),
            "index.md": "# Start\n\nWords.\n\n{{ layout('u8') }}\n",
        },
        {"moves/argued.rs": "//! Argued.\nfn main() {}\n"},
    )
    (root / "snippets/moves/argued.rs").unlink()
    built = build(root, "--strict")
    assert built.returncode == 0, built.stderr
    return root / "site"


def test_an_indented_figure_is_a_block(site: Path) -> None:
    """In a box, a tab, a list, and right behind words: nowhere inside a paragraph."""
    page = (site / "moves.html").read_text("utf-8")
    blocks = _Blocks()
    blocks.feed(page[page.index("<article") : page.index("</article>")])
    assert blocks.wrong == []
    assert page.count('<figure class="layout') == 4


def test_headings_are_what_the_author_wrote(site: Path) -> None:
    """Without the paths of the standard library; errors keep the module that tells them apart."""
    page = (site / "moves.html").read_text("utf-8")
    table = page[page.index("<caption>In a list") :]
    assert re.findall(r'<th scope="row"><code>(.*?)</code>', table.replace("<wbr/>", "")) == [
        "io::Error",
        "Rc&#60;u8&#62;",
        "bool",
    ]
    assert re.findall(r"<td><code>(.*?)</code></td>", table)[:3] == ["null", "null", "2"]
    assert '<title id="moves-layout-std-cell-cell-i8-1-title">Layout of Cell&#60;i8&#62;' in page


def test_page_and_evidence_lead_to_each_other(site: Path) -> None:
    """Each figure has its row, found by the id that both share, and its entry for machines."""
    page = (site / "moves.html").read_text("utf-8")
    evidence = (site / "evidence" / "moves.html").read_text("utf-8")
    entries = json.loads((site / "evidence.json").read_text("utf-8"))["figures"]
    here = [each for each in entries if each["page"] == "docs/moves.md"]
    assert [each["id"] for each in here] == [
        "moves-layout-u8",
        "moves-layout-u16",
        "moves-layout-table",
        "moves-layout-std-cell-cell-i8",
    ]
    for each in here:
        assert f'id="{each["id"]}"' in page
        assert f'href="evidence/moves.html&#35;{each["id"]}"' in page
        assert f'<section class="evidence" id="{each["id"]}">' in evidence
        assert f'href="../moves.html#{each["id"]}"' in evidence
    assert '<h2 id="page-docs-moves-md-figures">Figures</h2>' in evidence
    assert "1 claim and 4 figures hold" in page
    assert "1 figure holds" in (site / "index.html").read_text("utf-8")


def test_evidence_for_machines_has_the_layouts(site: Path) -> None:
    """Sizes, aligns, fields with offsets, free values, and who measured."""
    entries = json.loads((site / "evidence.json").read_text("utf-8"))["figures"]
    cell = next(each for each in entries if each["id"].endswith("cell-i8"))
    assert cell["verdict"] == "holds"
    assert cell["place"] == "docs/moves.md:22:1"
    assert cell["types"] == ["std::cell::Cell<i8>"]
    field = {"name": "value", "type": "UnsafeCell<i8>", "offset": 0, "size": 1, "align": 1}
    assert cell["layouts"] == [
        {
            "type": "Cell<i8>",
            "kind": "struct",
            "size": 1,
            "align": 1,
            "free": 0,
            "fields": [field],
        }
    ]
    assert re.fullmatch(r"\d+\.\d+\.\d+", cell["toolchain"])
    assert cell["target"].count("-") >= 2
    table = next(each for each in entries if each["id"].endswith("table"))
    assert [one["type"] for one in table["layouts"]] == ["io::Error", "Rc<u8>", "bool"]


def test_a_figure_inside_code_ends_the_build(tmp_path: Path) -> None:
    """Four spaces where nothing is indented make code of it, as only Markdown knows."""
    page = INDENTED.replace(" {# #}", "") + '\n    {{ layout("i64") }}\n'
    root = write_promising_book(tmp_path, {"moves.md": page})
    (root / "snippets/moves/argued.rs").unlink()
    built = build(root)
    assert built.returncode != 0
    message = "this call of layout stands in a block of code, where no figure can be"
    assert f"error[rendering]: {message}\n  --> docs/moves.md:27:5" in built.stderr


def test_the_book_has_many_figures() -> None:
    """The scan of the real book sees them, so that what is drawn is what is promised."""
    pages = [path.read_text("utf-8") for path in (PROJECT / "docs").glob("*.md")]
    calls = re.compile(r"^\s*\{\{ layout(?:_table)?\(", re.MULTILINE)
    assert sum(len(calls.findall(text)) for text in pages) >= 60
