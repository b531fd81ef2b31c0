"""The words behind ```` ```rust ```` → what the fence asks for.

Three spellings mean the same: `rust,compile_fail,E0382`, `rust compile_fail="E0382" title="x"`
and `{ .rust .compile_fail title="x" }`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from .model import Directives, Expectation, Finding, Mode, Place
from .report import say_pages as say
from .text import Lines

LANGUAGE = re.compile(r"[ \t{,]*\.?(?P<name>[^\s,{}=:.]*)")
WORD = re.compile(
    r"""(?P<key>[.\#]?[^\s,{}=()"']+)(?:=(?:(?P<quote>["'])(?P<quoted>.*?)(?P=quote)|(?P<bare>[^\s,{}]*)))?
    | \((?P<note>[^)]*)\)
    | (?P<odd>[^\s,{}]+)""",
    re.VERBOSE,
)
ERROR_CODE = re.compile(r"E\d{4}")
CODES = re.compile(r"E\d{4}(?:[ ,]+E\d{4})*")
MODES: Mapping[str, Mode] = MappingProxyType(
    {
        "ignore": Mode.IGNORED,
        "compile_fail": Mode.CHECK_FAIL,
        "no_run": Mode.NO_RUN,
        "should_panic": Mode.RUN_FAIL,
    }
)
EDITIONS = ("2015", "2018", "2021", "2024")
EDITION_WORDS = tuple(f"edition{year}" for year in EDITIONS)
ALONE = ("standalone_crate", "standalone")
ATTRIBUTES: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "title": re.compile(r"[^\"']*|[^\"]*|[^']*"),
        "hl_lines": re.compile(r"\d+(?:-\d+)?(?: +\d+(?:-\d+)?)*"),
        "linenums": re.compile(r"\d+(?: +\d+){0,2}"),
    }
)
KNOWN = (*MODES, *EDITION_WORDS, *ALONE, *ATTRIBUTES, "edition")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the info string; `value` is what stands behind `=`, None without one."""

    key: str
    value: str | None
    start: int
    end: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Info:
    """What an info string asks for; `expectations` speak of no line."""

    directives: Directives
    attributes: tuple[tuple[str, str], ...] = ()
    expectations: tuple[Expectation, ...] = ()
    findings: tuple[Finding, ...] = ()


def names_rust(info: str, *, foreign: bool) -> bool:
    """Whether an info string says that the fence holds Rust; an empty one does not.

    In another book rustdoc's own words say so too.
    """
    name = language(info)
    return name.lower() in ("rust", "rs") or (foreign and name in (*MODES, *EDITION_WORDS))


def language(info: str) -> str:
    """The first word of an info string, without the marks of the brace form."""
    found = LANGUAGE.match(info)
    return found["name"] if found else ""


def nearly_rust(info: str) -> bool:
    """Whether the author most likely meant Rust: a word of rustdoc's without `rust` before it."""
    name = language(info)
    return name in (*MODES, *EDITION_WORDS, *ALONE) or bool(re.match(r"rust[^a-z]", name.lower()))


def find_words(text: str, start: int, end: int) -> Iterator[Word]:
    """The words of `text[start:end]` behind the language."""
    found = LANGUAGE.match(text, start, end)
    at = found.end() if found and names_rust(text[start:end], foreign=False) else start
    for one in WORD.finditer(text, at, end):
        value = one["quoted"] if one["quote"] else one["bare"]
        yield Word(one["key"] or one["odd"] or "", value, *one.span(), one["note"] or "")


def parse_info(
    lines: Lines, start: int, end: int, *, foreign: bool, edition: str = EDITIONS[-1]
) -> Info:
    """Reads the info string at `lines.text[start:end]`; `edition` is that of a foreign book."""
    words = tuple(find_words(lines.text, start, end))
    if foreign:
        return foreign_info(lines, words, edition)
    plain = tuple(unclassed(word) for word in words)
    directives, findings = read_directives(lines, plain)
    expectations = tuple(find_codes(lines, plain)) if directives.mode is Mode.CHECK_FAIL else ()
    return Info(
        directives,
        tuple(kept_attributes(plain)),
        expectations,
        (
            *findings,
            *(finding for word in plain for finding in judge_word(lines, word, directives)),
        ),
    )


def unclassed(word: Word) -> Word:
    """`.no_run` is the word `no_run`; a class that is no word of ours stays a class."""
    known = word.key[1:] in KNOWN or ERROR_CODE.fullmatch(word.key[1:])
    return replace(word, key=word.key[1:]) if word.key.startswith(".") and known else word


def foreign_info(lines: Lines, words: tuple[Word, ...], edition: str) -> Info:
    """What rustdoc makes of the words: no reasons wanted, unknown words passed over."""
    keys = {word.key.removeprefix(".") for word in words}
    mode = next((mode for key, mode in MODES.items() if key in keys), Mode.RUN)
    year = next((key.removeprefix("edition") for key in EDITION_WORDS if key in keys), edition)
    directives = with_mode(Directives(edition=year), mode, foreign_reason(words, mode))
    codes = find_codes(lines, words) if mode is Mode.CHECK_FAIL else ()
    return Info(directives, (), tuple(codes))


def foreign_reason(words: tuple[Word, ...], mode: Mode) -> str:
    """Why a listing of another book is not compiled, in the book's words where it gives any."""
    if mode is not Mode.IGNORED:
        return ""
    given = (word.note or (word.key == "ignore" and word.value) or "" for word in words)
    return next((reason for reason in given if reason), "the book says ignore")


def with_mode(directives: Directives, mode: Mode, reason: str) -> Directives:
    ends = "101" if mode is Mode.RUN_FAIL else ""
    return replace(directives, mode=mode, ends=ends, reason=reason)


def read_directives(
    lines: Lines, words: tuple[Word, ...]
) -> tuple[Directives, tuple[Finding, ...]]:
    """The mode and the edition; a second mode or edition is a finding."""
    directives, findings = Directives(), []
    modes = [word for word in words if word.key in MODES]
    editions = [word for word in words if word.key in (*EDITION_WORDS, "edition")]
    if modes:
        reason = modes[0].value or "" if modes[0].key in ("ignore", "no_run") else ""
        directives = with_mode(directives, MODES[modes[0].key], reason)
    if editions:
        year = editions[0].value or editions[0].key.removeprefix("edition")
        directives = replace(directives, edition=year)
    for first, *others in filter(None, (modes, editions)):
        findings += [
            say.words_conflict(lines.place(other.start, other.end), first.key, other.key)
            for other in others
        ]
    return directives, tuple(findings)


def find_codes(lines: Lines, words: tuple[Word, ...]) -> Iterator[Expectation]:
    """The error codes among the words; `compile_fail` without one expects any error."""
    spots = [(word, code) for word in words for code in codes_of(word)]
    for word, code in spots:
        yield Expectation("error", lines.place(word.start, word.end), code=code)
    if not spots:
        word = next(word for word in words if word.key.removeprefix(".") == "compile_fail")
        yield Expectation("error", lines.place(word.start, word.end))


def codes_of(word: Word) -> tuple[str, ...]:
    if word.key == "compile_fail" and word.value:
        return tuple(ERROR_CODE.findall(word.value))
    return (word.key,) if ERROR_CODE.fullmatch(word.key) else ()


def kept_attributes(words: tuple[Word, ...]) -> Iterator[tuple[str, str]]:
    for word in words:
        if word.key in ATTRIBUTES and word.value is not None:
            yield word.key, word.value
        elif word.key.startswith(".") and len(word.key) > 1:
            yield "class", word.key[1:]


def judge_word(lines: Lines, word: Word, directives: Directives) -> Iterator[Finding]:
    """What is wrong with one word, if anything."""
    place = lines.place(word.start, word.end)
    if word.key in ATTRIBUTES:
        yield from judge_attribute(place, word)
    elif word.key in KNOWN:
        yield from judge_value(place, word)
    elif word.key == "test_harness":
        yield say.test_harness(place)
    elif ERROR_CODE.fullmatch(word.key):
        if directives.mode is not Mode.CHECK_FAIL:
            yield say.code_without_compile_fail(place, word.key)
    elif not is_class(word.key):
        yield say.unknown_word(place, lines.text[word.start : word.end], word.key, KNOWN)


def judge_value(place: Place, word: Word) -> Iterator[Finding]:
    """A value that the word does not take, or the lack of one that it needs."""
    match word.key:
        case "ignore":
            if not (word.value or "").strip():
                yield say.ignore_without_reason(place)
        case "no_run":
            pass
        case "compile_fail":
            if word.value is not None and not CODES.fullmatch(word.value):
                yield say.word_value(place, word.key, word.value, "an error code such as E0382")
        case "edition":
            if word.value not in EDITIONS:
                yield say.word_value(place, word.key, word.value or "", "2015, 2018, 2021 or 2024")
        case _:
            if word.value is not None:
                yield say.word_takes_no_value(place, word.key)


def judge_attribute(place: Place, word: Word) -> Iterator[Finding]:
    """An attribute that the highlighter would not take turns the whole fence into plain text."""
    if word.value is None or not ATTRIBUTES[word.key].fullmatch(word.value):
        wanted = "text" if word.key == "title" else "line numbers"
        yield say.word_value(place, word.key, word.value or "", wanted)


def is_class(key: str) -> bool:
    return bool(re.fullmatch(r"\.[A-Za-z][\w-]*", key))
