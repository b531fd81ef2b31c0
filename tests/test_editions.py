"""One snippet, compiled in several editions: read, judged, claimed, shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.build import verify_book
from macros.guards import guard_of_claim, guard_of_listing
from macros.model import Mode
from macros.options import Options
from macros.report.say_listings import fails_at_another_stage
from macros.rust.crate import module_path
from macros.snippets import editions_of, parse_snippet, without_edition
from tests.test_site_build import build, write_site
from tests.tiny import check, run, write_book

FILE = "snippets/tail.rs"
TAIL = """\
//! The last expression borrows.
//@ editions: 2021 check-fail, 2024 run
use std::cell::RefCell;

fn length() -> usize {
    let name = RefCell::new(String::from("Ada"));
    name.borrow().len() //~ 2021 ERROR E0597 `name` does not live long enough
}

fn main() {
    println!("{}", length()); //~ 2024 prints 3
}
"""
PAGE = """\
# A

In 2021 it is {{ claim("E0597", fails="E0597", snippet="tail", edition="2021") }},
in 2024 it {{ claim("runs", prints="3", snippet="tail", edition="2024") }}, {{ claim("always", prints="3", snippet="tail") }}.

{{ editions("tail", "2021 | 2024") }}
"""  # noqa: E501


def findings_of(text: str, name: str = "tail") -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in parse_snippet(name, FILE, text)[1]]


def test_a_name_chooses_the_edition() -> None:
    """The last one without; mode and expectations are its own, the text is the same."""
    new, _ = parse_snippet("tail", FILE, TAIL)
    old, _ = parse_snippet("tail@2021", FILE, TAIL)
    assert (new.directives.edition, new.directives.mode) == ("2024", Mode.RUN)
    assert (old.directives.edition, old.directives.mode) == ("2021", Mode.CHECK_FAIL)
    assert [one.kind for one in new.expectations] == ["prints"]
    assert [one.code for one in old.expectations] == ["E0597"]
    assert new.source == old.source
    assert editions_of(new) == editions_of(old) == (("2021", "tail@2021"), ("2024", "tail"))
    assert (without_edition("a@b/tail@2021"), without_edition("a@b")) == ("a@b/tail", "a@b")


def test_messages_name_the_file() -> None:
    """And not the edition in it."""
    assert module_path("drop/tail@2021") == module_path("drop/tail") == "drop/tail.rs"


def test_what_names_no_edition_is_expected_in_all() -> None:
    """A failure of one edition, a line in both."""
    text = (
        "//! A.\n//@ editions: 2021 run-fail 101, 2024 run\nfn main() {\n    f(); //~ prints 1\n}\n"
    )
    for name, ends in (("a", ""), ("a@2021", "101")):
        listing, findings = parse_snippet(name, FILE, text)
        assert findings == ()
        assert (len(listing.expectations), listing.directives.ends) == (1, ends)


@pytest.mark.parametrize(
    "value",
    ["2024 run", "2021, 2024", "2021 run, 2021 run", "2019 run, 2024 run", "2021 run 3, 2024 run",
     "2021 run-fail, 2024 run", "2021 run-fail 0, 2024 run", "2021 no-run, 2024 run"],
)  # fmt: skip
def test_odd_editions_are_a_finding(value: str) -> None:
    """Several, each once, each with an end."""
    text = f"//! A.\n//@ editions: {value}\nfn main() {{}}\n"
    wanted = "several editions, each with how it ends there: 2021 check-fail, 2024 run"
    assert findings_of(text) == [("directive", f"`editions` is `{value}`, not {wanted}")]


@pytest.mark.parametrize("other", ["check-fail", "edition: 2021", "no-run: slow"])
def test_editions_settle_edition_and_end(other: str) -> None:
    """Nothing else may."""
    text = f"//! A.\n//@ editions: 2021 run, 2024 run\n//@ {other}\nfn main() {{}}\n"
    key = other.partition(":")[0]
    message = f"`{key}` and `editions` (line 2) exclude each other"
    assert findings_of(text) == [("directive", message)]


def test_an_expectation_of_another_edition_is_a_finding() -> None:
    """Nothing is compiled in it."""
    text = TAIL.replace("2021 ERROR", "2018 ERROR")
    message = "nothing is compiled in 2018 here, only in 2021, 2024"
    assert ("expectation", message) in findings_of(text)
    text = "//! A.\nfn main() {\n    f(); //~ 2021 prints 1\n}\n"
    message = "an expectation of edition 2021 needs a snippet that is compiled in several"
    assert findings_of(text) == [("expectation", message)]


def test_each_edition_is_compiled_and_judged(tmp_path: Path) -> None:
    """A true book holds; what is wrong in one edition is found, and which one is said."""
    root = write_book(tmp_path, {"a.md": PAGE}, {"tail.rs": TAIL})
    found = check(root)
    assert found.code == 0, found.text
    assert "3 claims, 2 listings: all hold" in found.text
    wrong = TAIL.replace("2021 check-fail, 2024 run", "2021 run, 2024 run")
    found = check(
        write_book(tmp_path, {}, {"tail.rs": wrong.replace("2021 ERROR E0597 `name` ", "")})
    )
    assert found.code == 1
    wrong = TAIL.replace("2024 prints 3", "2024 prints 4")
    found = check(write_book(tmp_path, {}, {"tail.rs": wrong}))
    assert "error[prints]: expected `4`, printed `3`" in found.text
    assert "= edition:   2024" in found.text


def test_a_claim_chooses_the_first_edition_of_a_snippet(tmp_path: Path) -> None:
    """2015, where the snippet is compiled in it; without a snippet it is none for a claim."""
    claim = '{{ claim("runs", prints="1", snippet="one", edition="2015") }}'
    page = f'# A\n\nIt {claim}.\n\n{{{{ editions("one") }}}}\n'
    one = '//! A.\n//@ editions: 2015 run, 2024 run\nfn main() {\n    println!("1");\n}\n'
    found = check(write_book(tmp_path, {"a.md": page}, {"one.rs": one}))
    assert (found.code, "all hold" in found.text) == (0, True), found.text
    write_book(tmp_path, {"a.md": page.replace('"runs", prints="1", snippet="one"', '"1", "1"')})
    assert "there is no edition `2015`" in check(tmp_path).text


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ('{{ editions("tail", "2018 | 2024") }}',
         "the snippet 'tail' is compiled in 2021, 2024, and 2018 | 2024 is asked for"),
        ('{{ editions("one") }}', "the snippet 'one' is compiled in one edition"),
        ('{{ editions("none") }}', "there is no snippet 'none'"),
        ('{{ claim("runs", prints="3", snippet="tail", edition="2018") }}',
         "the snippet is compiled in 2021 and 2024"),
        ('{{ claim("runs", prints="3", snippet="tail", edition="2018") }}',
         'help: write edition="2021" or no edition= for 2024'),
        ('{{ claim("runs", prints="3", snippet="tail", edition="2021") }}',
         "in edition 2021, tail does not compile, so it cannot show this claim"),
        ('{{ claim("runs", prints="3", snippet="tail", edition="2021") }}',
         "help: write no edition= for 2024"),
        ('{{ claim("fails", fails="E0597", snippet="tail") }}',
         "in edition 2024, tail has to compile, so it cannot show this claim"),
        ('{{ claim("fails", fails="E0597", snippet="tail") }}', 'help: write edition="2021"'),
        ('{{ claim("runs", prints="1", snippet="one", edition="2024") }}',
         "the edition of a snippet stands in the snippet"),
    ],
)  # fmt: skip
def test_an_edition_that_is_not_there_is_a_finding(tmp_path: Path, call: str, message: str) -> None:
    """It is named in the snippet, or not at all."""
    one = '//! A.\nfn main() {\n    println!("1");\n}\n'
    page = f'{PAGE}\n{{{{ snippet("one") }}}}\n\n{call}\n'
    found = check(write_book(tmp_path, {"a.md": page}, {"tail.rs": TAIL, "one.rs": one}))
    assert found.code == 1
    assert message in found.text


def test_a_wrong_end_of_an_edition_is_mended_where_it_stands() -> None:
    """In `editions`, which goes with no `check-fail` of its own."""
    text = TAIL.replace("2021 check-fail", "2021 run")
    (finding,) = parse_snippet("tail@2021", FILE, text)[1]
    assert finding.message == (
        "an error is expected in 2021, and `editions` says `run` of that edition"
    )
    assert finding.notes == ("say it: //@ editions: … 2021 check-fail …",)
    listing, _ = parse_snippet("tail@2021", FILE, TAIL)
    finding = fails_at_another_stage(listing, "build")
    assert finding.notes == ("help: write //@ editions: … 2021 build-fail …",)


def test_a_hidden_edition_is_a_finding(tmp_path: Path) -> None:
    """Whoever shows a snippet of two editions shows both."""
    page = '# A\n\n{{ snippet("tail") }}\n'
    found = check(write_book(tmp_path, {"a.md": page}, {"tail.rs": TAIL}))
    assert "error[unused-snippet]: no page shows the snippet 'tail@2021'" in found.text
    assert 'help: write {{ editions("tail") }} on a page, or delete the file' in found.text


def test_every_mutant_is_refuted(tmp_path: Path) -> None:
    """In each edition, how it ends there included."""
    root = write_book(tmp_path, {"a.md": PAGE}, {"tail.rs": TAIL})
    found = verify_book(root, Options()).verification
    guards = [guard_of_listing(one, found) for one in found.listings.values()]
    guards += [guard_of_claim(one, found) for one in found.claims.claims]
    changes = {trial.mutant.change for guard in guards for trial in guard.trials}
    assert "end in an edition replaced" in changes
    assert all(guard.holds and guard.trials for guard in guards)
    assert all(trial.refuted for guard in guards for trial in guard.trials)


def test_a_line_of_all_editions_is_corrected_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both listings ask for the same edit."""
    monkeypatch.delenv("CI", raising=False)
    text = TAIL.replace("2021 check-fail", "2021 run").replace(
        "name.borrow().len() //~ 2021 ERROR E0597 `name` does not live long enough", "3"
    )
    text = text.replace("2024 prints 3", "prints 4").replace("    let name", "    let _name")
    root = write_book(tmp_path, {"a.md": '# A\n\n{{ editions("tail") }}\n'}, {"tail.rs": text})
    assert run("bless", "--root", root, "--yes").code == 0
    assert "//~ prints 3" in (root / FILE).read_text("utf-8")
    assert check(root).code == 0


def test_the_page_has_the_code_once_and_a_tab_for_each_edition(tmp_path: Path) -> None:
    """With the compiler's message in one, and the output in the other."""
    page = f'{PAGE}\n{{{{ snippet("good") }}}}\n'
    root = write_site(tmp_path, {"index.md": page}, {"tail.rs": TAIL})
    settings = root / "mkdocs.yml"
    tabs = "  - pymdownx.tabbed: {alternate_style: true}\n"
    settings.write_text(settings.read_text("utf-8") + tabs, "utf-8")
    built = build(root)
    assert built.returncode == 0, built.stderr
    html = (root / "site/index.html").read_text("utf-8")
    labels = re.findall(r"<label[^>]*>(?:<a[^>]*>)?(Edition \d+)", html)
    assert labels == ["Edition 2021", "Edition 2024"]
    assert len(re.findall(r"RefCell", re.sub(r"<[^>]+>", "", html).split("Edition 2021")[0])) >= 1
    first, second = html.split('class="tabbed-block"')[1:3]
    assert "Does not compile" in first
    assert "listing__message" in first
    assert "listing__output" in second
    assert 'id="refused-tail-2021"' in first
