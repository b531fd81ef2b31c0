"""The `//@` lines of a snippet → what it asks of the compiler, and its regions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from .margin import Source
from .model import Directives, Finding, Mode, Place, Region
from .report import say_snippets as say

LINE = re.compile(r"//@[ \t]*(?P<key>[^\s:]*)[ \t]*(?P<colon>:?)[ \t]*(?P<value>.*)")
FAILURES = (Mode.CHECK_FAIL, Mode.BUILD_FAIL)
MODES = tuple(mode.value for mode in (*FAILURES, Mode.RUN_FAIL, Mode.NO_RUN))
KEYS = (
    *MODES, "edition", "editions", "flags", "timeout", "region", "end", "snapshot", "timed",
)  # fmt: skip
EDITIONS = ("2015", "2018", "2021", "2024")
ENDS_IN = re.compile(
    rf"(?P<edition>{'|'.join(EDITIONS)}) (?P<mode>run|check-fail|build-fail|run-fail)"
    r"(?: (?P<ends>\w+))?"
)
SIGNAL_NAMES = "ABRT ALRM BUS FPE HUP ILL INT KILL PIPE QUIT SEGV SYS TERM TRAP XCPU XFSZ"
SIGNALS = tuple(f"SIG{name}" for name in SIGNAL_NAMES.split())
SECONDS = tuple(str(seconds) for seconds in range(1, 61))
SWITCH = re.compile(r"y|yes|on|true|n|no|off|false")
CODEGEN: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "opt-level": re.compile(r"[0123sz]"),
        "overflow-checks": SWITCH,
        "debug-assertions": SWITCH,
        "panic": re.compile(r"abort|unwind"),
        "lto": re.compile(r"thin|fat|off|no"),
        "codegen-units": re.compile(r"[1-9]\d{0,2}"),
    }
)
ALLOWED = (
    "-O, --cfg NAME, and -C with opt-level, overflow-checks, debug-assertions, panic, lto or "
    "codegen-units"
)
CFG = re.compile(r"[A-Za-z_]\w*")
TIMED = re.compile(r"[a-z][a-z0-9_]*(?:,\s*[a-z][a-z0-9_]*)*")
REGION_NAME = re.compile(r"[A-Za-z0-9][\w-]*")


@dataclass(frozen=True, slots=True)
class Directive:
    """One `//@ KEY` or `//@ KEY: VALUE` line; `value` is None without a value."""

    key: str
    value: str | None
    place: Place
    line: int


@dataclass(frozen=True, slots=True)
class Refused:
    """A flag that is not in the allow-list, and what that has."""

    flag: str
    allowed: str


ReadFlags = Callable[[str], tuple[str, ...] | Refused]


def parse_flags(value: str) -> tuple[str, ...] | Refused:
    """Compiler flags of the allow-list, each as one word; or the first that is not in it.

    Nothing in the list names a file, a linker or a plugin.
    """
    flags: list[str] = []
    words = iter(value.split())
    for word in words:
        whole = f"{word} {next(words, '')}".rstrip() if word in ("-C", "--cfg") else word
        flag = allowed_flag(whole)
        if not flag:
            return Refused(whole, ALLOWED)
        flags.append(flag)
    return tuple(flags)


def allowed_flag(flag: str) -> str:
    """The flag in one word, empty if it is not allowed."""
    if flag == "-O":
        return flag
    if flag.startswith("--cfg"):
        name = flag[5:].removeprefix("=").strip()
        return f"--cfg={name}" if CFG.fullmatch(name) and flag[5:6] in ("=", " ") else ""
    if not flag.startswith("-C"):
        return ""
    key, _, setting = flag[2:].strip().partition("=")
    return f"-C{key}={setting}" if key in CODEGEN and CODEGEN[key].fullmatch(setting) else ""


def find_directives(source: Source) -> tuple[tuple[Directive, ...], tuple[Finding, ...]]:
    """Every `//@` comment that can be read as a directive, and those that cannot."""
    read = [parse_directive(source, *span) for span in source.comments("//@")]
    return (
        tuple(one for one in read if isinstance(one, Directive)),
        tuple(one for one in read if isinstance(one, Finding)),
    )


def parse_directive(source: Source, start: int, end: int) -> Directive | Finding:
    """Reads one line; a value stands behind a colon, only a region's name does not."""
    written = source.rust.text[start:end].rstrip()
    place = source.place(start, start + len(written))
    line = source.inner.line_of(start)
    found = LINE.fullmatch(written)
    key, value = (found["key"], found["value"]) if found else ("", "")
    if source.rust.text[source.inner.starts[line - 1] : start].strip():
        return say.directive_behind_code(place)
    if key not in KEYS:
        return say.unknown_directive(place, key, KEYS)
    if value and key != "region" and not (found and found["colon"]):
        return say.directive_without_colon(place, key, value)
    return Directive(key, value or None, place, line)


def read_directives(
    found: tuple[Directive, ...], edition: str = "", read_flags: ReadFlags = parse_flags
) -> tuple[Directives, tuple[Finding, ...]]:
    """All directives together; the first of two that contradict each other counts.

    `edition` chooses among several, the last one where it is empty.
    """
    directives = Directives()
    findings: list[Finding] = []
    seen: dict[str, Directive] = {}
    for one in found:
        if one.key in ("region", "end", "snapshot"):
            continue
        kinds = kinds_of(one.key)
        first = next((seen[kind] for kind in kinds if kind in seen), None)
        changed = (
            clash(first, one) if first else with_directive(directives, one, edition, read_flags)
        )
        seen |= {kind: seen.get(kind, one) for kind in kinds}
        if isinstance(changed, Finding):
            findings.append(changed)
        else:
            directives = changed
    return directives, tuple(findings)


def kinds_of(key: str) -> tuple[str, ...]:
    """What a directive settles: `editions` says in which edition, and how each of them ends."""
    if key == "editions":
        return ("editions", "edition", "mode")
    return ("mode",) if key in MODES else (key,)


def clash(first: Directive, second: Directive) -> Finding:
    """The same directive twice, or two modes."""
    if first.key == second.key:
        return say.directive_twice(second.place, second.key, first.line)
    return say.directives_conflict(second.place, first.key, second.key, first.line)


def with_directive(
    directives: Directives, one: Directive, edition: str = "", read_flags: ReadFlags = parse_flags
) -> Directives | Finding:
    """The directives with one more, or what is wrong with its value."""
    value = one.value or ""
    changed: Directives | Finding
    if one.key == "editions":
        return with_editions(directives, one, edition)
    match one.key:
        case "check-fail" | "build-fail" if value:
            changed = say.directive_takes_no_value(one.place, one.key)
        case "check-fail" | "build-fail":
            changed = replace(directives, mode=Mode(one.key))
        case "run-fail" if value in SIGNALS or is_exit_code(value):
            changed = replace(directives, mode=Mode.RUN_FAIL, ends=value)
        case "no-run" if value:
            changed = replace(directives, mode=Mode.NO_RUN, reason=value)
        case "edition" if value in EDITIONS:
            changed = replace(directives, edition=value)
        case "timeout" if value in SECONDS:
            changed = replace(directives, timeout=int(value))
        case "timed" if TIMED.fullmatch(value):
            changed = replace(directives, timed=tuple(re.split(r",\s*", value)))
        case "flags" if value:
            changed = with_flags(directives, one.place, read_flags(value))
        case _:
            changed = say.directive_value(one.place, one.key, value)
    return changed


def with_editions(directives: Directives, one: Directive, chosen: str) -> Directives | Finding:
    """Several editions, each with how the listing ends in it: `2021 check-fail, 2024 run`."""
    given = [ENDS_IN.fullmatch(part.strip()) for part in (one.value or "").split(",")]
    read = [part for part in given if part is not None]
    names = [part["edition"] for part in read]
    ends = [part["ends"] or "" for part in read]
    fails = [part["mode"] == Mode.RUN_FAIL.value for part in read]
    ends_well = all(
        (end in SIGNALS or is_exit_code(end)) if fail else not end
        for end, fail in zip(ends, fails, strict=True)
    )
    if len(read) != len(given) or len(set(names)) != len(given) or len(given) < 2 or not ends_well:
        return say.directive_value(one.place, one.key, one.value or "")
    part = next((part for part in read if part["edition"] == chosen), read[-1])
    return replace(
        directives,
        mode=Mode(part["mode"]),
        ends=part["ends"] or "",
        edition=part["edition"],
        editions=tuple(names),
    )


def with_flags(
    directives: Directives, place: Place, flags: tuple[str, ...] | Refused
) -> Directives | Finding:
    if isinstance(flags, Refused):
        return say.refused_flag(place, flags.flag, flags.allowed)
    return replace(directives, flags=flags)


def is_exit_code(value: str) -> bool:
    return bool(re.fullmatch(r"[1-9]\d{0,2}", value)) and int(value) <= 255


def find_regions(found: tuple[Directive, ...]) -> Iterator[Region | Finding]:
    """The regions, which may nest, without their own `//@` lines."""
    opened: list[Directive] = []
    names: set[str] = set()
    for one in found:
        if one.key == "region":
            opened.append(one)
            yield from judge_region(one, names)
            names.add(one.value or "")
        elif one.key == "end":
            yield close_region(opened.pop(), one) if opened else say.end_without_region(one.place)
    for one in opened:
        yield say.open_region(one.place, one.value or "")


def close_region(first: Directive, last: Directive) -> Region | Finding:
    if last.value is not None:
        return say.directive_takes_no_value(last.place, "end")
    if last.line == first.line + 1:
        return say.empty_region(first.place, first.value or "")
    return Region(first.value or "", first.line + 1, last.line - 1)


def judge_region(one: Directive, names: set[str]) -> Iterator[Finding]:
    if not REGION_NAME.fullmatch(one.value or ""):
        yield say.directive_value(one.place, "region", one.value or "")
    elif one.value in names:
        yield say.region_twice(one.place, one.value or "")
