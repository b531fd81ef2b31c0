"""What a snippet or a fence holds: code, directives, margin."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal as Only

from macros.model.findings import Place


class Language(StrEnum):
    """What a listing is written in; the value is how the name of its file ends."""

    RUST = "rs"
    JAVASCRIPT = "js"
    GO = "go"
    TYPESCRIPT = "ts"


@dataclass(frozen=True, slots=True)
class Region:
    """Lines of a listing between `//@ region NAME` and `//@ end`, as line numbers of `source`."""

    name: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment at which the memory of the running program is drawn: `//@ snapshot: LABEL`.

    `line` is the last line of `source` that has run by then, `before` the one that comes next.
    `show` are the variables to be drawn, empty for all.
    """

    label: str
    place: Place
    line: int
    before: int
    show: tuple[str, ...] = ()


class Mode(StrEnum):
    """What a listing promises about itself."""

    RUN = "run"
    NO_RUN = "no-run"
    RUN_FAIL = "run-fail"
    CHECK_FAIL = "check-fail"
    BUILD_FAIL = "build-fail"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class Directives:
    """What the `//@` lines of a snippet, or the words of a fence, ask for.

    `ends` is the expected exit code (`101`) or signal name (`SIGSEGV`) of `run-fail`.
    `reason` belongs to `no-run` and `ignored`. `timeout` is in seconds of wall time. `editions` are
    those that a snippet is compiled in side by side, the last one the usual; none for one edition.
    `timed` are the functions that the record of timings has rows of.
    """

    mode: Mode = Mode.RUN
    edition: str = "2024"
    flags: tuple[str, ...] = ()
    timeout: int = 10
    ends: str = ""
    reason: str = ""
    editions: tuple[str, ...] = ()
    timed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Expectation:
    """A `//~` comment, or an error code in a fence's words.

    `line` is the line of `source` it speaks of, None for anywhere. `code` is an error code
    (`E0382`) or a lint's name; empty where none is given. `text` is part of the message
    (error, warning) or the whole printed line (prints).
    """

    kind: Only["error", "warning", "prints"]
    place: Place
    line: int | None = None
    code: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class LayoutFact:
    """A number or a tag that the margin states about a type: one of `//~ size 8, align 4`.

    `place` are the characters of the number, or of the tag's type; `part` those of the whole fact
    (`size 8`), `comment` those of the comment. `text` is the tag's type, or the variant that a
    niche value means, which stands at `named`. `field` is the one that an offset is of, or before
    which padding lies; without one the padding is at the end. `variant` is the one that has the
    field. `whole` says that padding is all of what is written on one line, together.
    """

    kind: Only["size", "align", "offset", "padding", "niche", "tag"]
    place: Place
    part: Place
    comment: Place
    number: int = 0
    text: str = ""
    named: Place | None = None
    variant: str = ""
    field: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True)
class WrittenFields:
    """The fields of a struct, a union or one variant, as they are written: names and places.

    `variant` is empty where it is no variant. `end` is the closing delimiter; `is_line` is true
    where all of it stands on one line.
    """

    variant: str
    fields: tuple[tuple[str, Place], ...]
    place: Place
    end: Place
    is_line: bool


@dataclass(frozen=True, slots=True)
class AnnotatedType:
    """A type of a listing that the margin states layout facts about.

    `name` is its path from the root of the listing (`shapes::Pair`), `asked` the same with
    lifetimes filled in (`shapes::View<'static>`). `place` are the characters of its own name, `end`
    is its last delimiter. An enum has `bodies` for its variants, any other type a single one.
    """

    name: str
    asked: str
    kind: Only["struct", "enum", "union"]
    place: Place
    end: Place
    bodies: tuple[WrittenFields, ...]
    facts: tuple[LayoutFact, ...]


HeapVerb = Only["allocates", "reallocates", "frees"]
"""What a program asks of its allocator: a block, another size for one, and to take one back."""


@dataclass(frozen=True, slots=True)
class HeapFact:
    """What the margin says a statement asks of the allocator: `//~ allocates 3 blocks, 56 bytes`.

    `place` are the characters of the fact, `numbers` those of its two numbers; none for `nothing`.
    """

    verb: HeapVerb
    place: Place
    blocks: int = 0
    bytes: int = 0
    numbers: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """A statement with all that its margin says about the allocator.

    `start` and `end` are line and column of the source, from 1, the end exclusive. `text` are the
    statement's own words, in one line; `place` is its first line in the file.
    """

    text: str
    place: Place
    start: tuple[int, int]
    end: tuple[int, int]
    facts: tuple[HeapFact, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A text that is compiled or run: a snippet file, or a Rust fence of a page.

    `name` is `ownership/move` for `snippets/ownership/move.rs`, `values/shared.js` for
    `snippets/values/shared.js`, and `docs/copy.md:12` for the fence that opens on that line.
    `source` is what rustc compiles: without
    margin, directives and title; `shown` is what a reader sees: without hidden lines too.
    `lines[i]` is the line in the file at `place.path` where line `i + 1` of `source` stands, 0 for
    a line we added; `columns[i]` is how many characters stand there before it (an indented fence).
    `main` says whether `source` has a main function; without one it is a library of types.
    `is_read` is false where a directive is not understood, so that it is built without it.
    """

    name: str
    place: Place
    source: str
    shown: str
    lines: tuple[int, ...]
    columns: tuple[int, ...] = ()
    title: str = ""
    directives: Directives = field(default_factory=Directives)
    expectations: tuple[Expectation, ...] = ()
    regions: tuple[Region, ...] = ()
    marks: tuple[Mark, ...] = ()
    main: bool = True
    annotated: tuple[AnnotatedType, ...] = ()
    counted: tuple[Counted, ...] = ()
    language: Language = Language.RUST
    is_read: bool = True

    @property
    def is_file(self) -> bool:
        """Whether it is a snippet, which has a margin; a fence follows rustdoc's rules."""
        return self.place.path.endswith(f".{self.language}")
