"""A book read from disk: its pages scanned, its snippets parsed, nothing compiled yet.

In: a root folder with `docs/` and `snippets/`, and the paths asked for (none: the whole book).
Out: a frozen `Book`. A file that cannot be read as text is a finding, not an exception.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from macros.model import Finding, Language, Listing, Page, Trouble
from macros.other_books import find_edition
from macros.report import say_book
from macros.scan import normalise, scan_page
from macros.site_names import find_site_names
from macros.snippets import editions_of, parse_snippet
from macros.timing_text import read_record
from macros.timings import RECORD, TimingRecord
from macros.vocabulary import VOCABULARY

SNIPPETS = tuple(f".{language}" for language in Language)
MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")


@dataclass(frozen=True, slots=True)
class Book:
    """Pages by path and snippets by name; `sources` holds every text read, by path.

    `whole` is false where only some paths were asked for. `timings` is the record of what took how
    long, None where the book has none.
    """

    root: Path
    pages: Mapping[str, Page]
    snippets: Mapping[str, Listing]
    sources: Mapping[str, str]
    findings: tuple[Finding, ...] = ()
    snippet_findings: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    whole: bool = True
    asked_snippets: tuple[str, ...] = ()
    timings: TimingRecord | None = None

    def listings(self) -> dict[str, Listing]:
        """Return every listing by name: snippet files, then the fences of pages."""
        fences = (fence.listing for page in self.pages.values() for fence in page.fences)
        return {**self.snippets, **{listing.name: listing for listing in fences}}


def read_book(root: Path, paths: Sequence[Path] = (), docs: str = "docs") -> Book:
    """Read the whole book under `root`, or only `paths` and what they need.

    Raises Trouble where `root` has no pages folder or a path does not exist.
    """
    folder = root / docs
    chosen = _pages_under(folder, paths) if not paths else _pages_of(paths)
    if not paths and not folder.is_dir():
        raise say_book.no_docs_folder(root, docs)
    texts, findings = _read_texts(root, chosen)
    pages, more = _scan_pages(root, folder, texts, find_site_names(root))
    names = _snippet_files(root)
    snippets, sources, problems = _parse_snippets(root, names)
    asked = tuple(name for name, path in names.items() if _is_asked(path, paths)) if paths else ()
    asked = tuple(other for name in asked for other in _with_editions(name, snippets))
    timings, unread = _read_timings(root)
    return Book(
        root,
        pages,
        snippets,
        {**texts, **{page.path: page.text for page in pages.values()}, **sources},
        (*findings, *more, *unread),
        problems,
        not paths,
        asked,
        timings,
    )


def _with_editions(name: str, snippets: Mapping[str, Listing]) -> tuple[str, ...]:
    """The names of a snippet's listings."""
    editions = editions_of(snippets[name]) if name in snippets else ()
    return tuple(other for _, other in editions) or (name,)


def _read_timings(root: Path) -> tuple[TimingRecord | None, tuple[Finding, ...]]:
    path = root / RECORD
    if not path.is_file():
        return None, ()
    text = _read_text(path, RECORD)
    today = datetime.now(UTC).date()
    record = text if isinstance(text, Finding) else read_record(RECORD, text, today)
    return (None, (record,)) if isinstance(record, Finding) else (record, ())


def _pages_under(folder: Path, _paths: Sequence[Path]) -> list[Path]:
    """Return what MkDocs takes for pages, whatever the spelling of their suffix."""
    found = (path for path in folder.rglob("*") if path.suffix.lower() in MARKDOWN)
    return sorted(path for path in found if path.is_file())


def _pages_of(paths: Sequence[Path]) -> list[Path]:
    pages: dict[Path, None] = {}
    for path in paths:
        if not path.exists():
            raise say_book.no_such_path(path)
        found = _pages_under(path, ()) if path.is_dir() else [path]
        pages.update(dict.fromkeys(each for each in found if each.suffix not in SNIPPETS))
    return list(pages)


def _is_asked(path: Path, paths: Sequence[Path]) -> bool:
    real = path.resolve()
    return any(real == each.resolve() or each.resolve() in real.parents for each in paths)


def _read_texts(root: Path, paths: Iterable[Path]) -> tuple[dict[str, str], list[Finding]]:
    texts: dict[str, str] = {}
    findings: list[Finding] = []
    for path in paths:
        name = relative_name(root, path)
        text = _read_text(path, name)
        if isinstance(text, Finding):
            findings.append(text)
        else:
            texts[name] = text
    return texts, findings


def _read_text(path: Path, name: str) -> str | Finding:
    if not _is_text(name):
        return say_book.name_not_utf8(name)
    try:
        return normalise(path.read_bytes(), name)
    except OSError as error:
        raise Trouble(f"{name} cannot be read: {error.strerror}") from error


def _is_text(name: str) -> bool:
    """Whether a file's name is UTF-8: other bytes of it stand as lone surrogates."""
    return not any("\ud800" <= each <= "\udfff" for each in name)


def relative_name(root: Path, path: Path) -> str:
    """Return the path as findings show it: relative to the root where it lies under it."""
    if path.is_relative_to(root):
        return path.relative_to(root).as_posix()
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.as_posix()


def _scan_pages(
    root: Path, folder: Path, texts: Mapping[str, str], known: frozenset[str]
) -> tuple[dict[str, Page], list[Finding]]:
    """Scan the pages and, once each, the files that their `include` lines bring in."""
    pages: dict[str, Page] = {}
    findings: list[Finding] = []
    waiting = dict(texts)
    own = f"{relative_name(root, folder)}/"
    while waiting:
        path, text = waiting.popitem()
        foreign = not path.startswith(own)
        page = (
            scan_page(path, text, VOCABULARY, foreign=True, edition=find_edition(root / path))
            if foreign
            else scan_page(path, text, VOCABULARY, names=known)
        )
        pages[path] = page
        for name in page.included:
            included = folder / name
            key = relative_name(root, included)
            if key in pages or key in waiting:
                continue
            if not included.is_file():
                findings.append(say_book.no_included_file(page, name))
                continue
            more, problems = _read_texts(root, [included])
            waiting.update(more)
            findings.extend(problems)
    return dict(sorted(pages.items())), findings


def _snippet_files(root: Path) -> dict[str, Path]:
    folder = root / "snippets"
    paths = (path for path in sorted(folder.rglob("*")) if path.suffix in SNIPPETS)
    return {snippet_name(path.relative_to(folder)): path for path in paths if path.is_file()}


def snippet_name(path: Path) -> str:
    """What pages call the file: a Rust one without its ending, any other one with it."""
    return (path.with_suffix("") if path.suffix == f".{Language.RUST}" else path).as_posix()


def _parse_snippets(
    root: Path, names: Mapping[str, Path]
) -> tuple[dict[str, Listing], dict[str, str], dict[str, tuple[Finding, ...]]]:
    snippets: dict[str, Listing] = {}
    sources: dict[str, str] = {}
    findings: dict[str, tuple[Finding, ...]] = {}
    for name, path in names.items():
        shown = relative_name(root, path)
        text = _read_text(path, shown)
        if isinstance(text, Finding):
            findings[name] = (text,)
            continue
        snippets[name], findings[name] = parse_snippet(name, shown, text)
        sources[shown] = text
        for _, other in editions_of(snippets[name])[:-1]:
            snippets[other], findings[other] = parse_snippet(other, shown, text)
    return snippets, sources, findings
