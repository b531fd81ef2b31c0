"""The page that explains every code: complete, and each of its examples gives that finding."""

from __future__ import annotations

import ast
import json
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from markdown import Markdown

from macros.build import verify_book
from macros.cache import Cache
from macros.guarantees import find_moving, find_promises
from macros.guards import all_guards
from macros.options import Options
from macros.report.codes import CODES, PAGE, help_for
from macros.rust.nightly import find_nightly
from tests.promised import keep_promises, show_in_navigation, write_promising_book
from tests.test_site_build import build, write_site
from tests.tiny import check

PROJECT = Path(__file__).resolve().parent.parent
TEXT = (PROJECT / PAGE).read_text("utf-8")
HEADING = re.compile(r"^### `([a-z-]+)`\n", re.MULTILINE)
FENCE = re.compile(
    r'^(?P<run>`{3,})(?P<language>\w+)(?: title="(?P<title>[^"]+)")?\n(?P<body>.*?\n)(?P=run)$',
    re.MULTILINE | re.DOTALL,
)
COMPANIONS = {"unchecked": {"time"}}
"""Findings that an example cannot do without, each named in its section."""


@dataclass(frozen=True)
class Example:
    """What a section writes into files, and the commands that it runs."""

    files: dict[str, str]
    commands: tuple[str, ...]


def sections() -> dict[str, str]:
    """The text of each section by its code."""
    _, *parts = HEADING.split(TEXT)
    return {
        code: re.split(r"^## ", body, flags=re.MULTILINE)[0]
        for code, body in zip(parts[::2], parts[1::2], strict=True)
    }


SECTIONS = sections()


def example_of(code: str) -> Example:
    fences = list(FENCE.finditer(SECTIONS[code]))
    return Example(
        {each["title"]: each["body"] for each in fences if each["title"]},
        tuple(each["body"] for each in fences if each["language"] == "sh"),
    )


def write_example(root: Path, example: Example) -> Path:
    (root / "docs").mkdir(parents=True)
    for name, text in example.files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    for command in example.commands:
        if "macros check" not in command:
            subprocess.run(["/bin/sh", "-ec", command], cwd=root, check=True)
    return root


def codes_of_check(root: Path, example: Example) -> set[str]:
    write_example(root, example)
    told = [line.partition(".venv/bin/python -m macros check ")[2] for line in example.commands]
    return codes_in_report(root, *(word for line in told for word in line.split()))


def codes_in_report(root: Path, *options: str) -> set[str]:
    """The codes of all findings, as the JSON report gives them."""
    found = json.loads(check(root, "--format", "json", *options).text)
    return {each["code"] for entry in found["verdicts"] for each in entry["findings"]}


def codes_of_build(root: Path, example: Example) -> set[str]:
    """The codes that end a build of the site, where the check alone finds nothing."""
    pages = {Path(name).name: text for name, text in example.files.items()}
    write_site(root, {"index.md": '# Index\n\n{{ snippet("good") }}\n', **pages})
    assert codes_in_report(root) == set()
    built = build(root)
    assert built.returncode != 0
    return set(re.findall(r"^error\[([a-z-]+)\]", built.stderr, re.MULTILINE))


def codes_of_guards(root: Path, example: Example) -> set[str]:
    """What the promise about guards says."""
    found = verify_book(write_example(root, example), Options()).verification
    sources = found.report.sources
    return {
        each.code
        for guard in all_guards(found)
        for each in guard.survivors(sources[guard.place.path])
    }


def codes_of_layouts(root: Path, example: Example) -> set[str]:
    """What the promise about guaranteed layouts says, beside a nightly compiler."""
    nightly = find_nightly()
    if nightly is None:
        pytest.skip("no nightly rustc here, and only that can shuffle layouts")
    found = verify_book(write_example(root, example), Options()).verification
    assert found.report.exit_code == 0
    return {each.code for each in find_moving(find_promises(found), nightly, Cache(None)).values()}


def codes_of_promise(name: str, about: str) -> Callable[[Path, Example], set[str]]:
    """What a promise about the built site says of a book that keeps it but for the example;
    `about` names the tests that are of interest."""

    def codes(root: Path, example: Example) -> set[str]:
        write_promising_book(root)
        for path, text in example.files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, "utf-8")
        show_in_navigation(root, "page.md")
        said = keep_promises(root, (name,), "-k", about).failed.values()
        return {code for text in said for code in re.findall(r"^error\[([a-z-]+)\]", text, re.M)}

    return codes


FOUND_BY = {
    "format": codes_of_promise("snippets_are_clean", "untidy"),
    "entry": codes_of_promise("entry_list_is_complete", "S0-09"),
    "link": codes_of_promise("links_resolve", "page.html"),
    "myth": codes_of_promise("myths_are_shown", "page.md"),
    "style": codes_of_promise("style_is_kept", "sentences_of_page and page.md"),
    "spelling": codes_of_promise("spelling_is_right", "page.md"),
    "timings": codes_of_promise("timings_are_fresh", "rule"),
    "drawn": codes_of_promise("figures_match", "page.html"),
    "network": codes_of_promise("pages_need_no_network", "page.html"),
    "accessibility": codes_of_promise("pages_are_accessible", "page.html-light"),
    "width": codes_of_promise("pages_fit", "page.html"),
    "reproducible": codes_of_promise("built_site_is_reproducible", "two_builds"),
    "unseen-macro": codes_of_build,
    "rendering": codes_of_build,
    "survivor": codes_of_guards,
    "layout": codes_of_layouts,
}
"""What it takes to see a code, where that is not the check."""


def test_every_code_has_its_section_and_its_sentence() -> None:
    """In the order of the registry or not: none is missing, none is left over."""
    assert sorted(SECTIONS) == sorted(CODES)
    assert {
        code for code, text in SECTIONS.items() if not text.startswith(f"\n{CODES[code]}\n")
    } == set()


def test_every_section_has_an_example_and_says_what_to_do() -> None:
    """Words stand behind the last fence."""
    for code, text in SECTIONS.items():
        example = example_of(code)
        assert example.files or example.commands, code
        rest = FENCE.sub("", text).replace("{% raw %}", "").replace("{% endraw %}", "")
        assert len(rest.strip().splitlines()) > 1, code


def test_every_anchor_is_that_of_its_code() -> None:
    """`findings.html#value` leads to the section of `value`."""
    markdown = Markdown(extensions=["toc", "pymdownx.superfences"])
    anchors = set(re.findall(r'<h3 id="([^"]+)"', markdown.convert(TEXT)))
    assert anchors == {help_for(code).partition("#")[2] for code in CODES}


@pytest.mark.parametrize("code", CODES)
def test_an_example_gives_exactly_its_finding(code: str, tmp_path: Path) -> None:
    """Written as a tiny book of its own, and nothing else is found in it."""
    companions = COMPANIONS.get(code, set())
    found = FOUND_BY.get(code, codes_of_check)(tmp_path / "book", example_of(code))
    assert found == {code} | companions
    assert all(f"`{each}`" in SECTIONS[code] for each in companions)


# The registry ---------------------------------------------------------------------------


def codes_in(tree: ast.AST) -> Iterator[str]:
    """The code of each `Finding(…)` written in a module; a computed one as a pattern."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Finding":
            named = [each.value for each in node.keywords if each.arg == "code"]
            yield from _written(named[0] if named else node.args[0], tree)


def _written(node: ast.expr, tree: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Name):
        values = list(_assigned(node.id, tree))
        assert values, f"the code {node.id} is given elsewhere, where it is not seen"
        for value in values:
            yield from _written(value, tree)
    elif isinstance(node, ast.JoinedStr):
        parts = (
            re.escape(str(each.value)) if isinstance(each, ast.Constant) else "[a-z]+"
            for each in node.values
        )
        yield "".join(parts)
    else:
        assert isinstance(node, ast.Constant), ast.unparse(node)
        yield str(node.value)


def _assigned(name: str, tree: ast.AST) -> Iterator[ast.expr]:
    """What the module gives to a name, with or without a type."""
    for each in ast.walk(tree):
        targets = each.targets if isinstance(each, ast.Assign) else [getattr(each, "target", None)]
        value = getattr(each, "value", None)
        if value is not None and any(getattr(one, "id", "") == name for one in targets):
            yield value


def test_every_finding_has_a_registered_code() -> None:
    """And every registered code is used, so that no section explains what cannot come."""
    patterns: set[str] = set()
    for module in sorted((PROJECT / "macros").rglob("*.py")):
        patterns |= set(codes_in(ast.parse(module.read_text("utf-8"))))
    met = {each: {code for code in CODES if re.fullmatch(each, code)} for each in patterns}
    assert [each for each, found in met.items() if not found] == []
    assert set(CODES) - set().union(*met.values()) == set()


def test_an_unregistered_code_is_noticed() -> None:
    """The collection above sees plain, computed and named codes."""
    given = 'c = f"x-{kind}"\nD: Final = "typed"\n'
    used = 'Finding("odd", p, "m")\nFinding(c, p)\nFinding(code="two")\nFinding(D, p)\n'
    assert list(codes_in(ast.parse(given + used))) == ["odd", "x\\-[a-z]+", "two", "typed"]
    with pytest.raises(AssertionError, match="the code FAR is given elsewhere"):
        list(codes_in(ast.parse("Finding(FAR, p)")))
