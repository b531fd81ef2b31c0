"""Mutants before judges: good ones refute all, weak ones leave survivors."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from macros.build import verify_book
from macros.cache import Cache
from macros.expect import judge_listing
from macros.expect_heap import Heap
from macros.expect_layout import Layouts
from macros.guards import REAL, Judges, Score, all_guards, judge_claim, score_of
from macros.kinds import Context
from macros.model import Claim, Listing, Outcome, State, Verdict
from macros.options import Options
from macros.questions import Fact
from macros.verify import Verification
from tests.tiny import write_book

PAGE = """\
# A book

It takes {{ claim("4 bytes", "size_of::<u32>()") }}, or {{ claim("no more", "1 <= 2") }}.
It prints {{ claim("3 bytes", prints="len 3 bytes", snippet="a/prints") }}.
It ends in {{ claim("E0382", fails="E0382", snippet="a/fails") }}, and {{ size_of("u8") }} is 1.

{{ snippet("a/prints") }}

{{ snippet("a/fails") }}

{{ snippet("a/warns") }}

{{ snippet("a/layouts") }}

```rust,compile_fail,E0600
let below: u8 = -1;
```

```rust,should_panic
panic!();
```
"""
LAYOUTS = """\
//! Lays out.

#[repr(C)]
pub struct Pair { //~ size 12, align 4
    pub a: u8, //~ offset 0
    //~ padding 3
    pub b: u32, //~ offset 4
    pub c: u16,
    //~ padding 2
}

pub struct Short(pub u32, pub u8); //~ size 8, padding 3

pub enum Letter { //~ size 4, niche 0x110000 means None
    Some(char),
    None,
}

pub enum Number { //~ size 12, align 4, tag u8
    Small {
        a: u8, //~ offset 1
        //~ padding 2
        b: u32, //~ offset 4
    },
    Large(u32, u32), //~ padding 3
    None,
}
"""
SNIPPETS = {
    "a/prints.rs": (
        '//! Prints.\nfn main() {\n    println!("len 3 bytes"); //~ prints len 3 bytes\n}\n'
    ),
    "a/fails.rs": (
        "//! Fails.\n//@ check-fail\nfn main() {\n    let a = String::new();\n    drop(a);\n"
        "    drop(a); //~ ERROR E0382 use of moved value\n}\n"
    ),
    "a/warns.rs": "//! Warns.\nfn main() {\n    let a = 1; //~ WARN unused_variables\n}\n",
    "a/layouts.rs": LAYOUTS,
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Verification:
    """A small book in which every kind of statement stands, verified once."""
    root = write_book(tmp_path_factory.mktemp("book"), {"a.md": PAGE}, SNIPPETS)
    site = verify_book(root, Options(cache=Cache(root / "facts.sqlite3")))
    assert site.report.all_findings == ()
    return site.verification


def survivors(found: Verification, judges: Judges) -> list[str]:
    """What every guard of the book lets through: place, change and message."""
    return [
        f"{one.place} {one.notes[0]}, {one.message}" if one.notes else f"{one.place} {one.message}"
        for guard in all_guards(found, judges)
        for one in guard.survivors(found.report.sources[guard.place.path])
    ]


def test_the_real_judges_refute_every_mutant(found: Verification) -> None:
    """Claims, margins and the words of fences, each with a finding at its own place."""
    assert survivors(found, REAL) == []
    score = score_of(all_guards(found))
    assert (score.percent, score.same) == (100.0, 0)
    assert score.mutants == score.refuted >= 30


def test_what_is_inserted_is_tried_with_nothing(found: Verification) -> None:
    """Every claim has mutants, except the one that states nothing."""
    guards = {guard.name: guard for guard in all_guards(found)}
    silent = [claim.kind for claim in found.claims.claims if not guards[claim.id].trials]
    assert silent == ["measure"]


def believing(claim: Claim, evidence: Fact, context: Context) -> Verdict:
    """A judge that believes every value."""
    verdict = judge_claim(claim, evidence, context)
    is_value = claim.kind == "value"
    return replace(verdict, state=State.HOLDS, findings=()) if is_value else verdict


def test_a_judge_that_believes_every_value_leaves_survivors(found: Verification) -> None:
    """Each wrong number and unit, at the characters that changed."""
    still = "it would hold all the same"
    assert survivors(found, Judges(claim=believing)) == [
        f"docs/a.md:3:20 change: number +1, with `5` instead of `4` {still}",
        f"docs/a.md:3:20 change: number -1, with `3` instead of `4` {still}",
        f"docs/a.md:3:22 change: unit changed, with `bits` instead of `bytes` {still}",
        f"docs/a.md:3:22 change: unit changed, with `KiB` instead of `bytes` {still}",
    ]


def blind_to_units(claim: Claim, evidence: Fact, context: Context) -> Verdict:
    """A judge that looks at the numbers of a printed claim, and not at their units."""
    words = claim.words.replace("bits", "bytes").replace("KiB", "bytes")
    return judge_claim(replace(claim, words=words), evidence, context)


def test_a_judge_that_is_blind_to_units_leaves_survivors(found: Verification) -> None:
    """The numbers are guarded, the units are not."""
    judged = survivors(found, Judges(claim=blind_to_units))
    assert len(judged) == 4
    assert all("change: unit changed" in one for one in judged)


def blind_to_lines(
    listing: Listing, outcome: Outcome, context: Context, layouts: Layouts, _heap: Heap
) -> Verdict:
    """A judge that looks for errors and warnings anywhere."""
    anywhere = tuple(replace(one, line=None) for one in listing.expectations)
    return judge_listing(replace(listing, expectations=anywhere), outcome, context, layouts)


def test_a_judge_that_is_blind_to_lines_leaves_survivors(found: Verification) -> None:
    """One line up and one down, for the error and for the warning."""
    judged = survivors(found, Judges(listing=blind_to_lines))
    assert [one.split(", ")[0] for one in judged] == [
        "snippets/a/fails.rs:6:17 change: line shifted",
        "snippets/a/fails.rs:6:17 change: line shifted",
        "snippets/a/warns.rs:3:19 change: line shifted",
        "snippets/a/warns.rs:3:19 change: line shifted",
    ]


def blind_to_layouts(
    listing: Listing, outcome: Outcome, context: Context, _layouts: Layouts, _heap: Heap
) -> Verdict:
    """A judge that believes every layout fact."""
    return judge_listing(replace(listing, annotated=()), outcome, context)


def test_a_judge_that_is_blind_to_layouts_leaves_survivors(found: Verification) -> None:
    """Each number, the tag, and each line about padding that is taken out."""
    judged = survivors(found, Judges(listing=blind_to_layouts))
    changes = [one.split("change: ")[1].split(",")[0] for one in judged]
    assert {one.split(":")[0] for one in judged} == {"snippets/a/layouts.rs"}
    assert [changes.count(each) for each in ("size +1", "align -1", "offset +1", "padding -1")] == [
        4, 2, 4, 5,
    ]  # fmt: skip
    assert changes.count("padding unnamed") == 5
    assert changes.count("tag changed") == 2
    assert changes.count("niche +1") == changes.count("variant changed") == 1


def elsewhere(
    listing: Listing, outcome: Outcome, context: Context, layouts: Layouts, _heap: Heap
) -> Verdict:
    """A judge whose findings stand where nobody wrote anything wrong."""
    verdict = judge_listing(listing, outcome, context, layouts)
    moved = tuple(replace(one, place=replace(one.place, path="x.rs")) for one in verdict.findings)
    return replace(verdict, findings=moved)


def test_a_finding_at_another_place_refutes_nothing(found: Verification) -> None:
    """The author has to be led to the characters."""
    judged = survivors(found, Judges(listing=elsewhere))
    start = "snippets/a/prints.rs:3:45 change: line's number +1, with `4` instead of `3`"
    assert any(one.startswith(start) for one in judged)


def unsure(claim: Claim, evidence: Fact, context: Context) -> Verdict:
    """A judge that can never tell."""
    return replace(judge_claim(claim, evidence, context), state=State.UNCHECKED)


def refusing(claim: Claim, evidence: Fact, context: Context) -> Verdict:
    """A judge that finds everything wrong."""
    holds = judge_claim(replace(claim, words="9000 bytes"), evidence, context)
    return judge_claim(claim, evidence, context) if claim.kind != "value" else holds


@pytest.mark.parametrize("judge", [unsure, refusing])
def test_a_judge_that_does_not_hold_the_truth_proves_nothing(
    found: Verification, judge: object
) -> None:
    """The unchanged claim takes the same way, and has to hold there."""
    judged = survivors(found, Judges(claim=judge))  # type: ignore[arg-type]
    assert judged[0] == (
        "docs/a.md:3:10 this does not hold as it is written, "
        "so no changed copy says anything about its guard"
    )


def test_an_empty_book_has_no_score() -> None:
    """Nothing refuted of nothing is not everything."""
    assert score_of(()) == Score(0, 0, 0)
    assert score_of(()).percent == 0.0


def test_a_book_can_be_too_weak_for_the_real_judges(tmp_path: Path) -> None:
    """Two lines that resemble each other are printed, and the margin speaks of one."""
    source = (
        "//! Counts.\nfn main() {\n    for n in 1..3 {\n"
        '        println!("node {n}"); //~ prints node 1\n    }\n}\n'
    )
    page = '# A book\n\nIt is {{ size_of("u8") }}.\n\n{{ snippet("a/counts") }}\n'
    root = write_book(tmp_path, {"a.md": page}, {"a/counts.rs": source})
    site = verify_book(root, Options())
    assert site.report.all_findings == ()
    assert survivors(site.verification, REAL) == [
        "snippets/a/counts.rs:4:47 change: line's number +1, "
        "with `2` instead of `1` it would hold all the same"
    ]
