"""Promise: whatever the book states, a copy that states it wrongly is refuted.

Every mutant of every claim and listing is judged on the stored facts, and a random sample of them
by real builds of a changed copy: three by `mkdocs build`, the others by `macros check` of their
file. `size_of`, `align_of` and `measure` insert what was measured and state nothing.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from checks.conftest import BOOK, fail_with, skip_absent
from checks.rebuilding import rebuild_mutated
from macros.guards import Guard, all_guards, score_of
from macros.model import Claim, Listing
from macros.render.site import Site

SAMPLE = 10
SEED = "RUST_MEMORY_SEED"
STATED = {
    "value", "truth", "prints", "prints_not", "fails", "section", "codegen", "snapshot", "calls",
    "heap", "timing",
}  # fmt: skip


@pytest.fixture(scope="session")
def guards(site: Site) -> Mapping[str, Guard]:
    return {guard.name: guard for guard in all_guards(site.verification)}


def test_claim_is_guarded(claim: Claim, guards: Mapping[str, Guard], site: Site) -> None:
    """No number, unit, code, line or expression of the claim can change unnoticed."""
    skip_absent(claim.id, site)
    guard = guards[claim.id]
    fail_with(guard.survivors(site.report.sources[claim.place.path]), site)
    assert bool(guard.trials) == (claim.kind in STATED)


def test_listing_is_guarded(listing: Listing, guards: Mapping[str, Guard], site: Site) -> None:
    """No expected error, warning, line, end or layout of the listing can change unnoticed."""
    skip_absent(listing.name, site)
    guard = guards[listing.name]
    fail_with(guard.survivors(site.report.sources[listing.place.path]), site)
    assert bool(guard.trials) or not (listing.expectations or listing.annotated or listing.counted)


def test_mutation_score_is_100_percent(
    guards: Mapping[str, Guard], record_property: Callable[[str, object], None]
) -> None:
    """Many mutants were tried, all were refuted, and few mean what stood there before."""
    score = score_of(guards.values())
    record_property("mutants", score.mutants)
    print(f"{score.mutants} mutants, {score.same} mean the same, {score.percent:.2f} % refuted")
    assert score.percent == 100.0
    assert score.mutants >= 1000
    assert score.same <= score.mutants / 100


def test_real_build_refutes_a_sample(
    guards: Mapping[str, Guard], site: Site, tmp_path: Path
) -> None:
    """The book with one mutant in it is refused, with a finding at that place.

    The environment variable RUST_MEMORY_SEED repeats a sample.
    """
    seed = os.environ.get(SEED) or str(random.SystemRandom().randrange(10**9))
    print(f"{SEED}={seed}")
    mutants = [
        trial.mutant for guard in guards.values() for trial in guard.trials if not trial.mutant.same
    ]
    sample = random.Random(seed).sample(mutants, SAMPLE)  # noqa: S311 - no secret
    problems = rebuild_mutated(BOOK, sample, site.report.sources, tmp_path)
    assert not problems, "\n\n".join((f"{SEED}={seed}", *problems))
