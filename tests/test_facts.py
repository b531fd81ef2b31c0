"""Facts as text, and the keys they are stored under."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros import facts
from macros.model import (
    Answer,
    Diagnostic,
    Directives,
    Expectation,
    Listing,
    Mode,
    Outcome,
    Place,
    Question,
    Run,
    Toolchain,
)

TOOLCHAIN = Toolchain("/bin/rustc", "/", "1.95.0", "x86_64-unknown-linux-gnu", "rustc 1.95.0 …")
LISTING = Listing("a/b", Place("snippets/a/b.rs", 1, 1, 1, 1), "fn main() {}", "", (1,))
MESSAGE = Diagnostic("error", "E0382", "borrow of moved value", "error: …", "a/b.rs", 3, 4, 3, 9)


@pytest.mark.parametrize("answer", [Answer(12), Answer(True), Answer(-1), Answer(None, MESSAGE)])
def test_an_answer_survives_the_text(answer: Answer) -> None:
    """A stored answer is the same answer, type included."""
    again = facts.read_answer(facts.write_answer(answer))
    assert again == answer
    assert type(again.value) is type(answer.value)


def test_an_outcome_survives_the_text() -> None:
    """A stored outcome is the same outcome, messages and run included."""
    outcome = Outcome(True, (MESSAGE,), Run("out\n", "err\x1b[0m", None, "SIGABRT", "", False))
    failed = Outcome(False, (MESSAGE,), None, "build")
    assert facts.read_outcome(facts.write_outcome(outcome)) == outcome
    assert facts.read_outcome(facts.write_outcome(failed)) == failed


def test_a_program_that_was_ended_is_not_kept() -> None:
    """A time-out says something about that moment; it is measured again."""
    assert facts.ran_to_its_end(Outcome(False))
    assert facts.ran_to_its_end(Outcome(True, (), Run("", "", 0)))
    assert not facts.ran_to_its_end(Outcome(True, (), Run("", "", None, "SIGKILL", "time")))


def test_every_part_of_a_listing_changes_its_key() -> None:
    """Source, name, edition, flags, mode and expectations are all in the key."""
    base = facts.key_base(TOOLCHAIN, "")
    place = Place("snippets/a/b.rs", 1, 1, 1, 1)
    others = [
        replace(LISTING, source="fn main() { }"),
        replace(LISTING, name="a/c"),
        replace(LISTING, main=False),
        replace(LISTING, expectations=(Expectation("error", place, 1, "E0382"),)),
        *(
            replace(LISTING, directives=directives)
            for directives in (
                Directives(edition="2021"),
                Directives(flags=("-O",)),
                Directives(mode=Mode.NO_RUN),
                Directives(timeout=20),
            )
        ),
    ]
    keys = {facts.listing_key(base, each) for each in [LISTING, *others]}
    assert len(keys) == len(others) + 1


def test_the_toolchain_and_the_target_change_every_key() -> None:
    """A fact of one compiler or target is never taken for another's."""
    question = Question("size_of::<u8>()", "number")
    bases = [
        facts.key_base(TOOLCHAIN, ""),
        facts.key_base(TOOLCHAIN, "i686-unknown-linux-gnu"),
        facts.key_base(replace(TOOLCHAIN, identity="rustc 1.96.0"), ""),
    ]
    assert len({facts.question_key(base, question) for base in bases}) == 3


def test_a_question_inside_a_listing_is_another_question() -> None:
    """The same expression in two snippets has two keys."""
    base = facts.key_base(TOOLCHAIN, "")
    alone = Question("size_of::<T>()", "number")
    inside = replace(alone, listing=LISTING)
    elsewhere = replace(alone, listing=replace(LISTING, source="type T = u8;"))
    assert len({facts.question_key(base, each) for each in (alone, inside, elsewhere)}) == 3
