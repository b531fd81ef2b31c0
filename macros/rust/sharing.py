"""Which listings can share a crate, and when what is said of one there counts.

A shared call counts where every message is, word by word, what the listing alone would get.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from macros.model import Diagnostic, Expectation, Listing, Mode
from macros.rust.crate import must_be_alone
from macros.rust.tokens import blank_texts

Numbered = tuple[int, Listing]
"""A listing, and its place among those that were asked about."""
FAILING = (Mode.CHECK_FAIL, Mode.BUILD_FAIL)

_BORROWS = frozenset(
    f"E0{number}"
    for number in (
        *(373, 381, 382, 384, 499, 501, 502, 503, 505, 506, 507, 508, 509, 515, 521),
        *(594, 596, 597, 712, 713, 716),
    )
) | {"lifetime"}
_TYPES = frozenset(
    f"E0{number:03}" for number in (23, 26, 27, 61, 63, 133, 308, 604, 605, 606, 614)
)
_NAMES = frozenset(("E0106",))
CLASSES = {"borrows": _BORROWS, "types": _TYPES, "names": _NAMES}
"""Errors that one pass of the compiler finds and whose messages speak of the listing alone."""
LIBRARIES = "libraries"
ALONE = ""

STANDARD = frozenset(
    re.findall(
        r"\w+",
        "Arc Box BTreeMap BTreeSet Cell Cow HashMap HashSet Iter Iterator LinkedList ManuallyDrop "
        "MaybeUninit Mutex MutexGuard NonNull Option OnceCell Ordering PhantomData Pin Range Rc "
        "Receiver Ref RefCell RefMut Result RwLock Sender String Vec VecDeque Weak",
    )
)
"""Types of the standard library that no message would call by their short name any more."""

_TYPE = re.compile(r"\b(?:struct|enum|union|trait|type)\s+(?:r#)?(\w+)")
_LIFETIME = "lifetime may not live long enough"
_SIBLING = re.compile(r"\blisting_\d+\b|\b_crate\.rs\b")
_SOURCE_LINE = re.compile(r"\s*\d+ [|+~-]")
_LIBRARY_PATH = re.compile(r"\b(?:std|core|alloc)::")


def sharing_class(listing: Listing) -> str:
    """With which listings it can be compiled: the name of a class, empty for with none."""
    mode = listing.directives.mode
    if must_be_alone(listing) or _defined_types(listing) & STANDARD:
        return ALONE
    if mode not in FAILING:
        return ALONE if listing.main else LIBRARIES
    if mode is Mode.BUILD_FAIL:
        return ALONE
    expected = {_expected_code(one) for one in _expected_errors(listing)}
    fitting = (name for name, codes in CLASSES.items() if expected and expected <= codes)
    return next(fitting, ALONE)


def _expected_errors(listing: Listing) -> tuple[Expectation, ...]:
    return tuple(one for one in listing.expectations if one.kind == "error")


def _expected_code(expected: Expectation) -> str:
    return "lifetime" if not expected.code and _LIFETIME in expected.text else expected.code


def _reported_code(error: Diagnostic) -> str:
    return "lifetime" if not error.code and error.message == _LIFETIME else error.code


def pack(kind: str, group: Sequence[Numbered]) -> list[list[Numbered]]:
    """Groups in which no two listings define a type of the same name.

    Where two do, messages call it by its path, which a listing alone has no need of.
    """
    if kind == LIBRARIES:
        return [list(group)]
    packed: list[tuple[set[str], list[Numbered]]] = []
    for one in group:
        names = _defined_types(one[1])
        fitting = (pair for pair in packed if names.isdisjoint(pair[0]))
        taken, members = next(fitting, (set[str](), list[Numbered]()))
        if not members:
            packed.append((taken, members))
        taken |= names
        members.append(one)
    return [members for _, members in packed]


def _defined_types(listing: Listing) -> frozenset[str]:
    return frozenset(_TYPE.findall(blank_texts(listing.source) or ""))


def is_spotless(_: Listing, said: Sequence[Diagnostic]) -> bool:
    """Whether nothing was said: what a library promises."""
    return not said


def is_as_expected(listing: Listing, said: Sequence[Diagnostic]) -> bool:
    """Whether every error was expected at its line, and every expected error came."""
    expected = _expected_errors(listing)
    errors = [one for one in said if one.level == "error"]
    met = [[_meets(error, one) for error in errors] for one in expected]
    return all(map(any, met)) and all(any(row[at] for row in met) for at in range(len(errors)))


def _meets(error: Diagnostic, expected: Expectation) -> bool:
    placed = expected.line is None or expected.line == error.line
    return placed and _reported_code(error) == _expected_code(expected)


def reads_as_alone(said: Sequence[Diagnostic], compiled: bool) -> bool:
    """Whether no message names the shared crate, or a type by a path that siblings brought about.

    Where the crate compiled, only listings without any message are settled.
    """
    if compiled:
        return not said
    lines = (line for one in said for line in one.rendered.split("\n"))
    words = "\n".join(line for line in lines if not _SOURCE_LINE.match(line))
    rendered = "\n".join(one.rendered for one in said)
    return not (_SIBLING.search(rendered) or _LIBRARY_PATH.search(words))
