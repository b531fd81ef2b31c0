"""The nouns of the generator, all frozen: what is written, what is measured, what is judged.

Nothing here reads a file, starts a process or knows MkDocs.
Every other module imports this one; this one imports nothing of ours.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal as Only

Value = str | int | float | bool | None
"""A literal that an author can write as an argument of a macro."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A range of characters in a source file.

    Lines and columns count from 1; columns count characters (code points) of the line as an
    editor shows it, without a byte order mark; the end is exclusive.
    `path` is relative to the root of the book, with forward slashes.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that an author or a maintainer has to mend.

    `code` is the word in `error[code]`; `mark` the characters to underline, where they differ
    from `place`; `notes` are whole lines such as `measured: …`, printed behind ` = `.
    `broken` is true when the check itself could not be done (exit code 2).
    """

    code: str
    place: Place
    message: str
    mark: Place | None = None
    notes: tuple[str, ...] = ()
    broken: bool = False


class Trouble(Exception):
    """The check itself cannot be done: no compiler, a compiler that crashes, a full disk.

    `message` is one clear sentence, `help` the command that helps.
    """

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message, help)
        self.message = message
        self.help = help


@dataclass(frozen=True, slots=True)
class Missing:
    """An optional tool that this machine does not have; `install` is how it gets there."""

    tool: str
    install: str


class Absent(Trouble):
    """What needs an optional tool that is not here: not checked, and no failure.

    Whoever finds the tool missing raises it, or leaves it in the place of an answer. It is never
    stored. rustc and gdb are not optional: without them there is Trouble.
    """

    def __init__(self, missing: Missing) -> None:
        super().__init__(f"{missing.tool} is missing", missing.install)
        self.args = (missing,)
        self.missing = missing


# What is written in pages ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Argument:
    """A literal argument; `place` covers a string's characters between its quotes."""

    value: Value
    place: Place


@dataclass(frozen=True, slots=True)
class Call:
    """A macro call in a page, from `{{` to `}}`.

    `start` and `end` are offsets into the page's text; `indent` is the white space before a call
    that stands alone on its line, and None for a call inside a sentence.
    `sentence` is the source line (or lines) the call stands in, list and quote marks removed.
    """

    macro: str
    arguments: tuple[Argument, ...]
    named: tuple[tuple[str, Argument], ...]
    place: Place
    start: int
    end: int
    sentence: str
    indent: str | None = None


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

    @property
    def is_file(self) -> bool:
        """Whether it is a snippet, which has a margin; a fence follows rustdoc's rules."""
        return self.place.path.endswith(f".{self.language}")


@dataclass(frozen=True, slots=True)
class Fence:
    """A Rust fence in a page: offsets of the whole block, and the listing in it.

    `start` is where the opening line starts, `end` is behind the closing run; `indent` is what
    stands before the opening run on its line (white space, quote marks).
    `attributes` are what the highlighter needs to know: title, hl_lines, linenums, class.
    """

    start: int
    end: int
    indent: str
    listing: Listing
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One Markdown file, scanned.

    `text` has no byte order mark and `\\n` line ends; all offsets count in it.
    `comments` are the (start, end) offsets of HTML comments, which do not count.
    `included` are the paths of files that Jinja `include` brings in.
    """

    path: str
    text: str
    calls: tuple[Call, ...] = ()
    fences: tuple[Fence, ...] = ()
    comments: tuple[tuple[int, int], ...] = ()
    included: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


# What is asked and measured -------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Toolchain:
    """A rustc that was found. `identity` is the whole text of `rustc -vV`."""

    rustc: str
    sysroot: str
    release: str
    host: str
    identity: str


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that was found for listings in another language than Rust.

    `version` is what it says of itself, with its name: `node v20.20.2`.
    """

    language: Language
    path: str
    version: str


@dataclass(frozen=True, slots=True)
class Question:
    """A constant expression to evaluate, inside a listing where one is given.

    `wants` is `truth` where only a `bool` will do, `number` where only an integer will do,
    `any` where both are fine (`measure`).
    """

    expression: str
    wants: Only["number", "truth", "any"]
    edition: str = "2024"
    listing: Listing | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One message of rustc.

    `path` is the file as it was handed to rustc, lines and columns are those of the text that was
    compiled (1-based); 0 where the message has no place. `code` is empty where there is none.
    `rendered` is rustc's own text with paths normalised.
    """

    level: str
    code: str
    message: str
    rendered: str
    path: str = ""
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """The value of a constant expression, or the message that says why there is none."""

    value: int | bool | None
    diagnostic: Diagnostic | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A program that was really run.

    Exactly one of `code` and `signal` says how it ended by itself; `stopped` says why we ended
    it: `time` (wall time used up) or `output` (more than 64 KiB printed); empty otherwise.
    `stdout` and `stderr` are decoded with replacement characters; `valid` is false where the
    bytes were not UTF-8.
    """

    stdout: str
    stderr: str
    code: int | None = None
    signal: str = ""
    stopped: Only["", "time", "output"] = ""
    valid: bool = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the compiler said of a listing, and what the program did.

    `stage` says where a listing that ought to fail did not compile: when its types and borrows
    were checked, or only when code was generated (denied overflow, errors after
    monomorphisation); empty for any other. `tool` is what answered where that was not rustc.
    """

    compiled: bool
    diagnostics: tuple[Diagnostic, ...] = ()
    run: Run | None = None
    stage: Only["", "check", "build"] = ""
    tool: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How the facts of one verification were had: shown in the summary line."""

    calls: int = 0
    alone: int = 0
    hits: int = 0
    isolated: bool = True

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.calls + other.calls,
            self.alone + other.alone,
            self.hits + other.hits,
            self.isolated and other.isolated,
        )


# What is claimed and judged -------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Claim:
    """One checked statement of a page, of one kind of evidence.

    `kind` names a module of `kinds/`. `subject` is the expression, the printed line or the error
    code; `snippet` the listing's name, empty for none. `words` is what stands on the page, empty
    where the measured value itself is inserted (`size_of`, `align_of`, `measure`).
    """

    id: str
    kind: str
    words: str
    subject: str
    snippet: str
    guaranteed: str
    call: Call
    mark: Place

    @property
    def place(self) -> Place:
        return self.call.place


class State(StrEnum):
    HOLDS = "holds"
    REFUTED = "refuted"
    UNCHECKED = "could not check"
    ABSENT = "not checked here"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one claim or listing.

    `expected` and `measured` are the two values as text; `unit` the unit of the words, if any.
    A verdict that does not hold has the findings that say why; one that is not checked here has
    the tool that is `missing`, and no findings. `tool` is what was asked where that was not rustc.
    `setting` says where and when it was measured, where that was not now and here.
    """

    id: str
    kind: str
    place: Place
    state: State
    words: str = ""
    expression: str = ""
    snippet: str = ""
    expected: str = ""
    measured: str = ""
    unit: str = ""
    guaranteed: str = ""
    sentence: str = ""
    edition: str = "2024"
    findings: tuple[Finding, ...] = ()
    missing: Missing | None = None
    tool: str = ""
    setting: str = ""
