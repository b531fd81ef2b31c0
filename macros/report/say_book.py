"""Sentences about the book as a whole: pages, snippets and the record of sources."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from macros.model import Argument, Call, Finding, Language, Listing, Page, Place, Trouble
from macros.report.command import COMMAND

_ENDINGS = tuple(f".{language}" for language in Language)


def no_docs_folder(root: Path, docs: str) -> Trouble:
    return Trouble(
        f"{root} has no {docs}/ folder, so there is nothing to verify",
        f"{COMMAND} check --root FOLDER    with a folder that holds docs/ and snippets/",
    )


def no_such_path(path: Path) -> Trouble:
    return Trouble(f"{path} does not exist", f"{COMMAND} check    verifies the whole book")


def no_such_output(path: Path, error: OSError) -> Trouble:
    return Trouble(
        f"{path} cannot be written: {error.strerror}",
        f"{COMMAND} check --output FILE    with a file in a folder that exists",
    )


def no_included_file(page: Page, name: str) -> Finding:
    return Finding(
        "include",
        _start_of(page.path),
        f"this page includes {name!r}, and docs/ holds no such file",
        notes=(f"help: create docs/{name}, or correct the name in the include line",),
    )


def missing_snippet(call: Call, name: str, close: Sequence[str]) -> Finding:
    file = name if name.endswith(_ENDINGS) else f"{name}.{Language.RUST}"
    hint = f"did you mean {close[0]!r}?" if close else f"create snippets/{file}"
    return Finding(
        "snippet",
        call.place,
        f"there is no snippet {name!r}",
        _argument_place(call, name),
        (f"looked for: snippets/{file}", f"help: {hint}"),
    )


def missing_region(call: Call, snippet: str, section: str, names: Sequence[str]) -> Finding:
    known = ", ".join(names) if names else "none"
    return Finding(
        "snippet",
        call.place,
        f"the snippet {snippet!r} has no region {section!r}",
        _argument_place(call, section),
        (f"regions: {known}", f"help: mark it with //@ region {section} … //@ end"),
    )


def odd_editions(call: Call, name: str, asked: str, known: tuple[str, ...]) -> Finding:
    if not known:
        help = "help: name them in the snippet, such as //@ editions: 2021 check-fail, 2024 run"
        message = f"the snippet {name!r} is compiled in one edition"
        return Finding("snippet", call.place, message, None, (help,))
    message = f"the snippet {name!r} is compiled in {', '.join(known)}, and {asked} is asked for"
    help = f'help: write {{{{ editions("{name}", "{" | ".join(known)}") }}}}'
    return Finding("snippet", call.place, message, None, (help,))


def snippet_not_used(listing: Listing) -> Finding:
    return Finding(
        "unused-snippet",
        listing.place,
        f"no page shows the snippet {listing.name!r}",
        notes=(f"help: write {call_for(listing)} on a page, or delete the file",),
    )


def call_for(listing: Listing) -> str:
    """The call that shows a snippet, in all its editions."""
    name = listing.name.partition("@")[0] if listing.directives.editions else listing.name
    macro = "editions" if listing.directives.editions else "snippet"
    return f'{{{{ {macro}("{name}") }}}}'


def nothing_to_check(place: str) -> Finding:
    return Finding(
        "nothing",
        _start_of(place),
        "nothing was checked: no claim and no listing was found here",
        notes=("help: name a folder or a page that holds claims or ```rust fences",),
    )


def could_not_check(place: Place, what: str, trouble: Trouble) -> Finding:
    notes = (f"help: {trouble.help}",) if trouble.help else ()
    return Finding(
        "tool", place, f"{what} could not be checked: {trouble.message}", None, notes, True
    )


def no_room_to_work(error: OSError) -> Trouble:
    where = f" ({error.filename})" if error.filename else ""
    return Trouble(
        f"the folder for compiling could not be used: {error.strerror}{where}",
        f"TMPDIR=FOLDER {COMMAND} check    with a folder that has room",
    )


def cannot_start(trouble: Trouble) -> Finding:
    notes = (f"help: {trouble.help}",) if trouble.help else ()
    return Finding("tool", _start_of(""), trouble.message, None, notes, True)


def unseen_macro(name: str, path: str) -> Finding:
    return Finding(
        "unseen-macro",
        _start_of(path),
        f"rendering called the macro {name} at a place that the scan did not see",
        notes=("help: write the call out in the page, with literal arguments, between {{ and }}",),
    )


def item_altered(path: str) -> Finding:
    return Finding(
        "rendering",
        _start_of(path),
        "a verified claim or listing was changed after it was rendered",
        notes=("help: keep claims out of Jinja filters, `set` blocks and macros of the page",),
    )


def rendering_failed(path: str, said: str) -> Finding:
    return Finding(
        "rendering", _start_of(path), f"the page could not be rendered: {said}",
        notes=("help: see the Jinja construct that the message names",),
    )  # fmt: skip


def source_record(path: str, line: int, identity: str, problem: str, help: str) -> Finding:
    return Finding(
        "source", Place(path, line, 1, line, 1), f"record {identity}: {problem}",
        notes=(f"help: {help}",),
    )  # fmt: skip


def _argument_place(call: Call, value: str) -> Place | None:
    arguments: list[Argument] = [*call.arguments, *(argument for _, argument in call.named)]
    return next((each.place for each in arguments if each.value == value), None)


def _start_of(path: str) -> Place:
    return Place(path, 1, 1, 1, 1)


def report_not_written(reason: str) -> Trouble:
    return Trouble(
        f"the standard output cannot be written: {reason}",
        f"{COMMAND} check --output FILE",
    )


def book_file_unreadable(file: Path, reason: str) -> Trouble:
    return Trouble(f"{file} cannot be read: {reason}", "mdbook build")


def name_not_utf8(path: str) -> Finding:
    return Finding(
        "encoding",
        _start_of(path),
        "the name of this file is not UTF-8",
        notes=("help: rename the file",),
    )


def no_such_file(path: str) -> str:
    return f"there is no file {path!r}"


def nothing_stands_at(place: str) -> str:
    return f"no claim, figure, player or listing stands at {place!r}"
