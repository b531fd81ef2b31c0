"""Sentences about how the book is written: promises of `checks/`; CONTRIBUTING says the rules."""

from __future__ import annotations

from collections.abc import Sequence

from macros.model import Finding, Place, Trouble

GUIDE = "CONTRIBUTING.md#style"


def several_sentences(place: Place, second: str) -> Finding:
    return _style(place, "two sentences stand in one line", f"help: begin a line before {second!r}")


def broken_sentence(place: Place) -> Finding:
    return _style(
        place, "this line ends inside a sentence", "help: write each sentence on one line"
    )


def long_sentence(place: Place, words: int, limit: int) -> Finding:
    return _style(
        place,
        f"this sentence has {words} words, and {limit} are the most",
        "help: say one thing, then the other",
    )


def other_voice(place: Place, words: str) -> Finding:
    return _style(
        place,
        f"{words!r} is not in the voice of the book",
        "help: no contractions, no *we*, no exclamation marks",
    )


def unbroken_number(place: Place, number: str) -> Finding:
    return _style(place, f"the digits of {number} are not parted", f"help: write {int(number):,}")


def placeholder(place: Place, name: str) -> Finding:
    return _style(
        place,
        f"the name {name!r} is a placeholder",
        "help: name a real thing: a guest, a seat, a reading",
    )


def not_in_glossary(place: Place, term: str) -> Finding:
    return _style(
        place,
        f"{term!r} is explained here and has no entry in the glossary",
        "help: give it an entry in docs/glossary.md, or write it in *italics*",
    )


def term_without_link(place: Place, term: str, spelling: str) -> Finding:
    return _style(
        place,
        f"this page says {spelling!r} and does not lead to the entry {term!r} of the glossary",
    )


# What every chapter has -----------------------------------------------------------------


def no_title(place: Place) -> Finding:
    return _style(place, "a chapter begins with its title", "help: write `# The title` first")


def no_answer(place: Place) -> Finding:
    return _style(
        place,
        "no sentence answers the chapter's question",
        "help: write one below the title, alone in its paragraph",
    )


def answer_unmeasured(place: Place) -> Finding:
    return _style(
        place,
        "the sentence that answers the chapter's question holds no claim",
        "help: give it its numbers, as claims",
    )


def no_part(place: Place, heading: str) -> Finding:
    return _style(place, f"the chapter has no part {heading!r}")


def part_elsewhere(place: Place, heading: str, wanted: Sequence[str]) -> Finding:
    order = ", ".join(wanted)
    return _style(place, f"the part {heading!r} stands elsewhere", f"a chapter ends with: {order}")


def other_questions(place: Place, count: int, wanted: int) -> Finding:
    return _style(
        place,
        f"this part asks {count} questions, and {wanted} are wanted",
        'help: write `??? question "The question?"`, and the answer indented below it',
    )


def answer_without_claim(place: Place) -> Finding:
    return _style(
        place,
        "nothing in the answer to this question is measured",
        "help: take the answer from a measurement of the chapter",
    )


def other_tabs(place: Place, found: Sequence[str], wanted: Sequence[str]) -> Finding:
    has = ", ".join(found) or "none"
    return _style(place, f"this part has the tabs {has}, and {', '.join(wanted)} are wanted")


def no_disclaimer(place: Place) -> Finding:
    return _style(
        place,
        "this part does not say whether it was checked",
        "help: end it with *The sentences about other languages are not checked here.*",
    )


def _style(place: Place, message: str, *notes: str) -> Finding:
    return Finding("style", place, message, notes=(*notes, f"the style: {GUIDE}"))


# Spelling -------------------------------------------------------------------------------


def misspelt(place: Place, word: str, corrections: Sequence[str]) -> Finding:
    better = " or ".join(map(repr, corrections))
    return Finding(
        "spelling",
        place,
        f"{word!r} looks like a slip",
        notes=(f"help: write {better}, or allow the word in _typos.toml",),
    )


def unknown_word(place: Place, word: str, path: str) -> Finding:
    return Finding(
        "spelling",
        place,
        f"{word!r} is in no dictionary",
        notes=(f"help: correct it, or add it to {path} if it is a word of the field",),
    )


def word_not_needed(place: Place, word: str) -> Finding:
    return Finding(
        "spelling", place, f"{word!r} is listed as a word of the book, and no longer needed"
    )


def no_typos() -> Trouble:
    return Trouble("the spelling checker typos was not found", "make test installs it")


def typos_failed(said: str) -> Trouble:
    return Trouble(f"the spelling checker typos does not run: {said.strip()}", "make test")
