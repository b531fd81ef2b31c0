"""Questions about variables → the copies of the source in which the compiler is asked. Pure.

What is asked about a variable is text that borrows, holds or sets it, in front of a line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from macros.model import Diagnostic, Listing
from macros.report import say_standing as say
from macros.rust.crate import module_path
from macros.rust.snapshots.drafts import Edit, line_of
from macros.rust.snapshots.statements import call_extent, statement_start

ANY: Final = "crate::__standings::any()"
Write = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Asked:
    """A variable at the mark of that number, or in a frame that waits for a call on `line`.

    `declared` is the line of its declaration. Every variable of a name that is in scope there has
    to be asked for together, so that it is known which of them shadows which.
    """

    line: int
    variable: str
    declared: int
    inside_call: bool
    mark: int | None


@dataclass(frozen=True, slots=True)
class Site:
    """Where something is asked: `at` is None where no statement starts there."""

    line: int
    at: int | None
    asked: tuple[Asked, ...]
    extent: tuple[int, int] | None = None


@dataclass(frozen=True)
class Desk:
    """The listing that is asked about. `hidden` are the macros that speak of shadowed variables:
    a name for each, and where it is defined."""

    listing: Listing
    code: str
    starts: tuple[int, ...]
    sites: dict[Asked, Site] = field(default_factory=dict)
    hidden: dict[Asked, tuple[str, int]] = field(default_factory=dict)

    @property
    def source(self) -> str:
        return self.listing.source

    def place(self, one: Asked) -> tuple[str, int, str]:
        """The listing's path, the line asked about, and the variable: as a refusal names them."""
        return module_path(self.listing.name), self.sites[one].line, one.variable


# Where and by which name ---------------------------------------------------------------------


def find_sites(desk: Desk, wanted: Iterable[Asked]) -> list[Site]:
    groups: dict[tuple[bool, int], list[Asked]] = {}
    for one in wanted:
        mark = -1 if one.mark is None else one.mark
        groups.setdefault((one.inside_call, one.line if one.inside_call else mark), []).append(one)
    sites = [_find_site(desk, key, tuple(asked)) for key, asked in groups.items()]
    desk.sites.update((one, site) for site in sites for one in site.asked)
    return sites


def _find_site(desk: Desk, key: tuple[bool, int], asked: tuple[Asked, ...]) -> Site:
    inside_call, number = key
    if inside_call:
        at = statement_start(desk.code, desk.starts, number)
        extent = None if at is None else call_extent(desk.code, at, desk.starts, number)
        return Site(number, at, asked, extent)
    line = desk.listing.marks[number].before
    return Site(line, desk.starts[line - 1], asked)


def find_names(
    desk: Desk, sites: Iterable[Site], refused: dict[Asked, Diagnostic]
) -> Iterator[Asked]:
    """What can be asked for: the innermost variable of a name, and others by a macro."""
    for site in sites:
        for one in site.asked:
            inner = [
                each.declared
                for each in site.asked
                if each.variable == one.variable and each.declared > one.declared
            ]
            if site.at is None:
                refused[one] = say.no_statement(*desk.place(one))
            elif inner and not _hide(desk, one, min(inner), site.at):
                refused[one] = say.shadowed(*desk.place(one), one.declared)
            else:
                yield one


def _hide(desk: Desk, one: Asked, shadowed: int, until: int) -> bool:
    """Whether a macro can be defined between the declaration and that of what shadows it."""
    at = statement_start(desk.code, desk.starts, shadowed)
    if at is None or at > until or line_of(desk.starts, at) <= one.declared:
        return False
    desk.hidden[one] = (f"__hidden_{len(desk.hidden)}", at)
    return True


def edits_about(desk: Desk, one: Asked, write: Write) -> Iterator[Edit]:
    """The edits that ask for a variable; `write` is given words that borrow it, and that set it."""
    at = desk.sites[one].at
    if at is None:
        return
    if one in desk.hidden:
        name, place = desk.hidden[one]
        rules = f"() => {{ &{one.variable} }}; (set) => {{ {one.variable} = {ANY} }}"
        yield Edit(place, f"macro_rules! {name} {{ {rules} }} ", one)
        yield Edit(at, write(f"{name}!()", f"{name}!(set)"), one)
    else:
        yield Edit(at, write(f"&{one.variable}", f"{one.variable} = {ANY}"), one)


def borrow(borrowed: str, _: str) -> str:
    return f"let _ = {borrowed}; "


def borrow_for_ever(borrowed: str, _: str) -> str:
    return f"crate::__standings::forever({borrowed}); return {ANY}; "


def assign(_: str, assigned: str) -> str:
    return f"if {ANY} {{ {assigned}; return {ANY}; }} "


def hold(borrowed: str, _: str) -> str:
    return f"let __hold = crate::__standings::Hold({borrowed}); "


def write_arms(desk: Desk, asked: Sequence[Asked], write: Write) -> Iterator[Edit]:
    """Each in an arm of one `match`, so that none runs before another."""
    at = desk.sites[asked[0]].at or 0
    macros: list[Edit] = []
    arms: list[Edit] = [Edit(at, f"match {ANY} {{ ")]
    for number, one in enumerate(asked):
        *defined, edit = edits_about(desk, one, write)
        macros += defined
        arms.append(Edit(at, f"{number}u32 => {{ {edit.text}}} ", one))
    yield from (*macros, *arms, Edit(at, "_ => {} }; "))
