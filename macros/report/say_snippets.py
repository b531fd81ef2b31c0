"""What is said about listings: titles, directives, regions, expectations."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Finding, Mode, Place
from .say_pages import guess


def no_title(place: Place) -> Finding:
    return Finding(
        "snippet",
        place,
        "the first line does not say what the file shows",
        notes=("begin with: //! One sentence.",),
    )


# Directives -----------------------------------------------------------------------------


def value_of(key: str) -> str:
    """What a directive's value has to be."""
    return {
        "run-fail": "an exit code from 1 to 255 or a signal such as SIGSEGV",
        "no-run": "the reason why it is not run",
        "edition": "2015, 2018, 2021 or 2024",
        "editions": "several editions, each with how it ends there: 2021 check-fail, 2024 run",
        "timeout": "whole seconds from 1 to 60",
        "flags": "compiler flags such as -O",
        "timed": "names of functions with commas between: fill_array, fill_vec",
        "region": "a name of letters, digits, `-` and `_`",
    }[key]


def unknown_directive(place: Place, key: str, known: Iterable[str]) -> Finding:
    return Finding("directive", place, f"unknown directive `{key}`{guess(key, known)}")


def directive_behind_code(place: Place) -> Finding:
    return Finding("directive", place, "a directive stands on a line of its own")


def timed_with_main(place: Place) -> Finding:
    message = "`timed` stands in a snippet without a main function: the loop is added to it"
    return Finding("directive", place, message)


def timed_function_missing(place: Place, name: str) -> Finding:
    message = f"`timed` names `{name}`, and there is no `pub fn {name}(` at the root of the snippet"
    return Finding("directive", place, message)


def timed_twice(place: Place, name: str) -> Finding:
    return Finding("directive", place, f"`timed` names `{name}` twice")


def directive_without_colon(place: Place, key: str, value: str) -> Finding:
    return Finding("directive", place, f"`{key}` wants a colon: //@ {key}: {value}")


def directive_takes_no_value(place: Place, key: str) -> Finding:
    return Finding("directive", place, f"`{key}` takes no value")


def directive_value(place: Place, key: str, value: str) -> Finding:
    if not value:
        return Finding("directive", place, f"`{key}` needs {value_of(key)}")
    return Finding("directive", place, f"`{key}` is `{value}`, not {value_of(key)}")


def directive_twice(place: Place, key: str, line: int) -> Finding:
    return Finding("directive", place, f"`{key}` was already given on line {line}")


def directives_conflict(place: Place, first: str, second: str, line: int) -> Finding:
    return Finding("directive", place, f"`{second}` and `{first}` (line {line}) exclude each other")


def refused_flag(place: Place, flag: str, allowed: str) -> Finding:
    return Finding(
        "directive",
        place,
        f"the flag `{flag}` is not allowed here",
        notes=(f"allowed: {allowed}",),
    )


def region_twice(place: Place, name: str) -> Finding:
    return Finding("directive", place, f"there are two regions `{name}`")


def open_region(place: Place, name: str) -> Finding:
    return Finding("directive", place, f"region `{name}` has no `//@ end`")


def empty_region(place: Place, name: str) -> Finding:
    return Finding("directive", place, f"region `{name}` holds no lines")


def end_without_region(place: Place) -> Finding:
    return Finding("directive", place, "no region is open here")


# Expectations ---------------------------------------------------------------------------


def unknown_expectation(place: Place, word: str, known: Iterable[str]) -> Finding:
    if not word:
        return Finding("expectation", place, f"`//~` expects one of {', '.join(known)}")
    return Finding("expectation", place, f"unknown expectation `{word}`{guess(word, known)}")


def other_edition(place: Place, edition: str, known: tuple[str, ...]) -> Finding:
    if known:
        message = f"nothing is compiled in {edition} here, only in {', '.join(known)}"
        return Finding("expectation", place, message)
    help = "help: name several, such as //@ editions: 2021 check-fail, 2024 run"
    message = f"an expectation of edition {edition} needs a snippet that is compiled in several"
    return Finding("expectation", place, message, None, (help,))


def expectation_outside(place: Place) -> Finding:
    return Finding("expectation", place, "this points to a line outside of the listing")


def nothing_printed(place: Place) -> Finding:
    return Finding("expectation", place, "`prints` needs the whole printed line")


def warning_without_lint(place: Place, lint: str) -> Finding:
    if not lint:
        return Finding("expectation", place, "`WARN` needs the name of a lint: unused_variables")
    return Finding("expectation", place, f"`{lint}` is not the name of a lint")


def error_without_text(place: Place) -> Finding:
    return Finding("expectation", place, "`ERROR` needs an error code or a part of the message")


def odd_error_code(place: Place, code: str) -> Finding:
    return Finding("expectation", place, f"`{code}` is not an error code: E and four digits")


def in_edition(edition: str, mode: str) -> str:
    """How a listing of several editions says how it ends in one of them."""
    return f"//@ editions: … {edition} {mode} …"


def error_in_running_listing(place: Place, mode: Mode, edition: str = "") -> Finding:
    """`edition` is the one of several in which nothing says so."""
    if mode is Mode.IGNORED:
        return Finding("expectation", place, "an error is expected, but the listing is ignored")
    if edition:
        message = (
            f"an error is expected in {edition}, and `editions` says `{mode.value}` of that edition"
        )
        note = f"say it: {in_edition(edition, Mode.CHECK_FAIL.value)}"
        return Finding("expectation", place, message, None, (note,))
    return Finding(
        "expectation",
        place,
        "an error is expected, but nothing says that the listing does not compile",
        notes=("say it: //@ check-fail in a snippet, compile_fail behind ```rust",),
    )


def prints_without_run(place: Place, mode: Mode) -> Finding:
    return Finding("expectation", place, f"a `{mode.value}` listing is not run and prints nothing")


def prints_in_library(place: Place) -> Finding:
    return Finding("expectation", place, "a listing without a main function prints nothing")


def library_cannot_fail(place: Place) -> Finding:
    return Finding("directive", place, "`run-fail` needs a main function to run")


def failure_without_error(place: Place, mode: Mode) -> Finding:
    return Finding(
        "expectation",
        place,
        f"`{mode.value}` says that the listing does not compile, but no error is expected",
        notes=("put it behind the line it is reported for: //~ ERROR E0382 part of the message",),
    )


def reads_outside(place: Place, written: str) -> Finding:
    return Finding(
        "snippet",
        place,
        f"`{written}` reads another file, which no page shows and no check follows",
        notes=("help: write what it holds into the snippet",),
    )
