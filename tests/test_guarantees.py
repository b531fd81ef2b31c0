"""Guaranteed claims: each leads to a rule, and holds in every layout."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.build import verify_book
from macros.cache import Cache
from macros.guarantees import find_moving, find_promises
from macros.model import Finding, Toolchain
from macros.options import Options
from macros.rust.nightly import find_nightly
from tests.tiny import check, write_book

RULE = "https://doc.rust-lang.org/reference/type-layout.html"
TYPES = """\
//! Two structs with the same fields.
pub struct Free {
    pub flag: u8,
    pub count: u32,
    pub level: u8,
}

#[repr(C)]
pub struct Fixed {
    pub flag: u8,
    pub count: u32,
    pub level: u8,
}
"""


def claims(*written: str) -> str:
    lines = (f"It is {{{{ claim({one}) }}}}.\n" for one in written)
    return "# A book\n\n" + "".join(lines) + '\n{{ snippet("a/types") }}\n'


@pytest.fixture(scope="module")
def nightly() -> Toolchain:
    found = find_nightly()
    if found is None:
        pytest.skip("not checked here: no nightly rustc, and only that can shuffle layouts")
    return found


def moving_in(root: Path, nightly: Toolchain, *written: str) -> list[Finding]:
    book = write_book(root, {"a.md": claims(*written)}, {"a/types.rs": TYPES})
    site = verify_book(book, Options())
    assert site.report.all_findings == ()
    promises = find_promises(site.verification)
    return list(find_moving(promises, nightly, Cache(None)).values())


def test_a_guaranteed_layout_that_moves_is_a_finding(tmp_path: Path, nightly: Toolchain) -> None:
    """The compiler orders these fields as it likes, and the page calls that a promise."""
    guaranteed = f'"8 bytes", "size_of::<Free>()", "a/types", guaranteed="{RULE}"'
    (finding,) = moving_in(tmp_path, nightly, guaranteed)
    assert (finding.code, str(finding.place)) == ("layout", "docs/a.md:3:7")
    assert finding.message.startswith(
        "the claim is marked guaranteed, and with -Zrandomize-layout -Zlayout-seed="
    )
    assert finding.message.endswith("its expression is 12")
    assert finding.notes[0].startswith("measured: size_of::<Free>() is 12   rustc ")
    assert finding.notes[1:] == (
        "reproduce: .venv/bin/python -m macros explain docs/a.md:3",
        "help: leave guaranteed= out: the claim is observed; or give the type a repr",
    )


def test_a_guaranteed_truth_that_moves_is_a_finding(tmp_path: Path, nightly: Toolchain) -> None:
    """A relation is measured like a number."""
    smaller = f'"smaller", "size_of::<Free>() < size_of::<Fixed>()", "a/types", guaranteed="{RULE}"'
    (finding,) = moving_in(tmp_path, nightly, smaller)
    assert finding.message.endswith("its expression is false")


def test_what_is_promised_or_only_observed_is_none(tmp_path: Path, nightly: Toolchain) -> None:
    """C's layout does not move, and an observed claim promises nothing."""
    fixed = f'"12 bytes", "size_of::<Fixed>()", "a/types", guaranteed="{RULE}"'
    observed = '"8 bytes", "size_of::<Free>()", "a/types"'
    assert moving_in(tmp_path, nightly, fixed, observed) == []


@pytest.mark.parametrize("rule", ["rule", "type-layout.html", "http://x.org/a", "https://x/"])
def test_a_guaranteed_claim_without_a_link_is_a_finding(tmp_path: Path, rule: str) -> None:
    """A promise that stands nowhere is none."""
    page = f'# A\n\nIt is {{{{ claim("1 byte", "size_of::<u8>()", guaranteed="{rule}") }}}}.\n'
    checked = check(write_book(tmp_path, {"a.md": page}))
    assert checked.code == 1
    assert (
        "error[guaranteed]: a guaranteed claim leads to the rule that promises it, "
        f"`{rule}` is no link\n --> docs/a.md:3:7\n"
    ) in checked.text


def test_every_kind_of_claim_needs_the_link(tmp_path: Path) -> None:
    """Values, truths, printed lines, codes and inserted values."""
    written = [
        'size_of("u8", guaranteed="x")',
        'claim("so", "true", guaranteed="x")',
        'claim("so", prints="a", snippet="a/b", guaranteed="x")',
        'claim("so", fails="E0382", snippet="a/b", guaranteed="x")',
    ]
    page = "# A\n\n" + "\n".join(f"It is {{{{ {one} }}}}." for one in written)
    checked = check(write_book(tmp_path, {"a.md": page}))
    assert checked.text.count("error[guaranteed]") == len(written)


def test_what_is_known_is_not_measured_again(
    tmp_path: Path, nightly: Toolchain, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second time the compiler is not called, and the finding is the same."""
    page = claims(f'"8 bytes", "size_of::<Free>()", "a/types", guaranteed="{RULE}"')
    site = verify_book(write_book(tmp_path, {"a.md": page}, {"a/types.rs": TYPES}), Options())
    promises, cache = find_promises(site.verification), Cache(tmp_path / "facts.sqlite3")
    first = find_moving(promises, nightly, cache)
    monkeypatch.delattr("macros.guarantees.measure_constants")
    assert find_moving(promises, nightly, cache) == first
    assert len(first) == 1
