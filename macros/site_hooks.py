"""The doorway: what MkDocs calls, and the only module that imports it.

Verification happens before anything is rendered. In a build, a finding ends it; in a live preview
it is logged and marked in the page. The site is built beside its final folder and moved there once
it is whole, so that no half-written site is left that looks finished.
"""

from __future__ import annotations

import logging
import re
import shutil
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

if TYPE_CHECKING:
    from macros.glossary import Term
    from macros.model import Finding
    from macros.render.appendices import View
    from macros.render.site import Site
    from macros.turns import Turn

LOG = logging.getLogger("mkdocs.rust_memory")
PROJECT = Path(__file__).resolve().parent.parent
EVIDENCE = "evidence.md"
SOURCES = "sources.md"
GLOSSARY = "glossary.md"
STAGING = ".site-being-built"
SOME_DAY = "1980-01-01"
"""The time stamp of the packed site map: the first day that every archive format can write."""


class Doorway:
    """What one MkDocs process remembers between its events."""

    def __init__(self) -> None:
        self.command = "build"
        self.final = Path("site")
        self.turn: Turn | None = None
        self.started = 0.0
        self.site: Site | None = None
        self.pages: list[Page] = []
        self.late: list[Finding] = []
        self.code: tuple[tuple[str, int], ...] = ()
        self.rendered: list[str] = []
        self.root = Path()
        self.files = Files([])
        self.errors: dict[str, str] = {}
        self.terms: tuple[Term, ...] = ()
        self.evidence: dict[str, str] = {}

    @property
    def previewing(self) -> bool:
        return self.command == "serve"

    def render(self, path: str, number: int, page: Page) -> str:
        """Render a numbered item of a page, its links as seen from `page`."""
        text = self.verified.render_item(
            path, number, evidence_address(path, page, self.files), self.errors_address(page)
        )
        self.rendered.append(text)
        return text

    def errors_address(self, page: Page) -> str:
        """Return where the page of error codes is, asked once for each page."""
        from macros.render.appendices import errors_address  # noqa: PLC0415

        if page.url not in self.errors:
            there = errors_address(self.verified, lambda path: address_of(path, page, self.files))
            self.errors[page.url] = there
        return self.errors[page.url]

    @property
    def verified(self) -> Site:
        if self.site is None:
            raise PluginError("a page was rendered before the book was verified")
        return self.site

    def unseen(self, name: str, env: Any) -> Any:
        """Return a stand-in for a macro: whoever calls it by its name was not scanned."""

        def alarm(*_: object, **__: object) -> str:
            from macros.report.say_book import unseen_macro  # noqa: PLC0415

            self.late.append(unseen_macro(name, f"docs/{env.page.file.src_uri}"))
            return f"**[{self.late[-1].message}]**"

        return alarm


_DOORWAY = Doorway()


def on_startup(*, command: str, dirty: bool) -> None:  # noqa: ARG001
    """Remember whether this is a build or a live preview."""
    _DOORWAY.command = "serve" if command == "serve" else "build"


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Take fresh code of ours in a live preview, and build beside the final folder."""
    _DOORWAY.started = time.monotonic()
    _DOORWAY.late = []
    if _DOORWAY.previewing and _DOORWAY.code != (code := our_code()):
        _DOORWAY.code = code
        forget_our_code()
    if str(PROJECT) not in sys.path:
        sys.path.insert(0, str(PROJECT))
    config.extra["verified_site"] = _DOORWAY
    if not _DOORWAY.previewing:
        _DOORWAY.final = Path(config.site_dir)
        config.site_dir = str(_DOORWAY.final.with_name(STAGING))
        wait_for_turn(_DOORWAY.final.parent)
    return config


def wait_for_turn(folder: Path) -> None:
    """Two builds at once would mix their files: one waits until the other's process ends."""
    from macros.turns import Turn  # noqa: PLC0415

    _DOORWAY.turn = _DOORWAY.turn or Turn()
    folder.mkdir(parents=True, exist_ok=True)
    _DOORWAY.turn.take(folder)


def our_code() -> tuple[tuple[str, int], ...]:
    """Return the generator's files and when each was written last."""
    folder = Path(__file__).parent
    files = (path for pattern in ("*.py", "*.rs") for path in folder.rglob(pattern))
    return tuple(sorted((str(path), path.stat().st_mtime_ns) for path in files))


def forget_our_code() -> None:
    """Drop the generator's modules, so that an edit of them counts from the next build on."""
    for name in [each for each in sys.modules if each == "macros" or each.startswith("macros.")]:
        del sys.modules[name]


def on_pre_build(config: MkDocsConfig) -> None:
    """Verify the whole book; in a build, end here with all findings."""
    from macros.build import cache_of, report_text, verify_book  # noqa: PLC0415
    from macros.model import Trouble  # noqa: PLC0415
    from macros.options import Options  # noqa: PLC0415
    from macros.render.appendices import terms_of  # noqa: PLC0415
    from macros.site_parts import number_included_files, wants_colour  # noqa: PLC0415

    _DOORWAY.root = root = book_root(config)
    docs = Path(config.docs_dir).resolve().relative_to(root).as_posix()
    try:
        _DOORWAY.site = verify_book(root, Options(cache=cache_of(root)), docs)
    except Trouble as trouble:
        raise PluginError(f"{trouble.message}\n{trouble.help}".rstrip()) from trouble
    _DOORWAY.terms = terms_of(_DOORWAY.site)
    plugin: Any = config.plugins.get("macros")
    if plugin is None:
        raise PluginError("mkdocs.yml does not list the plugin `macros`: no claim would be shown")
    number_included_files(plugin.env, _DOORWAY.site, docs)
    report = _DOORWAY.site.report
    if report.exit_code == 0:
        print(report_text(report, colour=False), file=sys.stderr)
    elif _DOORWAY.previewing:
        LOG.error("\n%s", report_text(report, colour=False))
    else:
        raise PluginError("\n" + report_text(report, colour=wants_colour()))


def book_root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are generated from the verdicts."""
    from macros.render.evidence_pages import evidence_pages  # noqa: PLC0415

    _DOORWAY.evidence = {
        path.removeprefix("docs/"): about
        for path, about in evidence_pages(_DOORWAY.verified.evidence()).items()
    }
    levels = dict.fromkeys((EVIDENCE, SOURCES), InclusionLevel.UNDEFINED)
    levels |= dict.fromkeys(_DOORWAY.evidence, InclusionLevel.NOT_IN_NAV)
    for name, level in levels.items():
        if files.get_file_from_path(name) is None:
            title = "Sources" if name == SOURCES else "Evidence"
            text = f"---\nsearch:\n  exclude: true\n---\n# {title}\n"
            files.append(File.generated(config, name, content=text, inclusion=level))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG001
    """Remember the pages, in reading order and by their paths."""
    _DOORWAY.files = files
    _DOORWAY.errors = {}
    _DOORWAY.pages = list(nav.pages)
    return nav


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Hand out the scanned text with its items numbered."""
    path = page.file.abs_src_path
    if path is None:
        return None
    name = Path(path).resolve().relative_to(book_root(config)).as_posix()
    return _DOORWAY.verified.rewritten(name)


@event_priority(-100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Refuse a page in which a macro was left unrendered, failed, or came out as other text; write
    the rest of the pages that are made from others."""
    from macros.render.appendices import append_generated  # noqa: PLC0415
    from macros.report.say_book import item_altered, rendering_failed  # noqa: PLC0415
    from macros.site_parts import first_words  # noqa: PLC0415
    from macros.vocabulary import RENDERER  # noqa: PLC0415

    rendered, _DOORWAY.rendered = _DOORWAY.rendered, []
    failed = markdown.startswith(("# _Macro Rendering Error_", "# _Macro Syntax Error_"))
    if failed or f"{{{{ {RENDERER}(" in markdown:
        said = first_words(markdown) if failed else "a macro was left as text"
        finding = rendering_failed(f"docs/{page.file.src_uri}", said)
        _DOORWAY.late.append(finding)
        return f"# {page.file.name}\n\n**[{finding.message}]**" if failed else markdown
    if any(text not in markdown for text in rendered):
        _DOORWAY.late.append(item_altered(f"docs/{page.file.src_uri}"))
    path = f"docs/{page.file.src_uri}"
    if page.file.src_uri in _DOORWAY.evidence:
        return evidence_heading(page)
    return append_generated(path, markdown, _DOORWAY.verified, view_from(page, files))


def evidence_heading(page: Page) -> str:
    """Return the heading of a page of evidence: only now do the pages have titles."""
    from macros.render.claim import escape_text  # noqa: PLC0415
    from macros.render.evidence_pages import title_of  # noqa: PLC0415

    title = title_of(_DOORWAY.evidence[page.file.src_uri], titles_of_pages())
    return f"# {escape_text(title)}\n"


def view_from(page: Page, files: Files) -> View:
    """Return the book as a page sees it."""
    from macros.render.appendices import View  # noqa: PLC0415

    return View(
        lambda path: address_of(path, page, files),
        lambda path: evidence_address(path, page, files),
        titles_of_pages(),
        explain,
    )


def titles_of_pages() -> dict[str, str]:
    """Return the titles of the pages in the navigation by their paths, in reading order."""
    return {f"docs/{each.file.src_uri}": str(each.title) for each in _DOORWAY.pages}


def explain(codes: Sequence[str]) -> Mapping[str, str]:
    """Return what rustc says of error codes."""
    from macros.model import Trouble  # noqa: PLC0415
    from macros.site_parts import explain as ask  # noqa: PLC0415

    try:
        return ask(codes, _DOORWAY.verified, _DOORWAY.root)
    except Trouble as trouble:
        raise PluginError(f"{trouble.message}\n{trouble.help}".rstrip()) from trouble


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the evidence row under a chapter's first paragraph; fill the generated pages."""
    from macros.chapters import describe_open  # noqa: PLC0415

    site = _DOORWAY.verified
    if page.file.src_uri == EVIDENCE or page.file.src_uri in _DOORWAY.evidence:
        return html + evidence_of(page, files)
    if page.file.src_uri == SOURCES:
        open_ = describe_open(Path(config.docs_dir), site.records)
        there = address_of(f"docs/{EVIDENCE}", page, files)
        return html + site.render_sources(lambda path: address_of(path, page, files), there, open_)
    path = f"docs/{page.file.src_uri}"
    html, lost = site.place_figures(path, html)
    _DOORWAY.late += lost
    html = link_words(path, html, address_of(GLOSSARY, page, files))
    row = site.evidence_row(path, evidence_address(path, page, files))
    head, end, rest = html.partition("</p>")
    return f"{head}{end}{row}{rest}" if row and end else html


def evidence_of(page: Page, files: Files) -> str:
    """Return what stands on the page of evidence: the rows of one page, or the list of all."""
    from macros.render.evidence_pages import ROWS  # noqa: PLC0415

    def address(path: str) -> str:
        return address_of(path, page, files)

    site, about = _DOORWAY.verified, _DOORWAY.evidence.get(page.file.src_uri)
    if about is not None:
        return site.render_evidence(about, address, titles_of_pages())
    return site.render_evidence_index(address, titles_of_pages(), get_relative_url(ROWS, page.url))


def link_words(path: str, html: str, glossary: str) -> str:
    """Give the boxes of a page their ids, and link the first use of each term to the glossary."""
    from macros.glossary import link_terms  # noqa: PLC0415
    from macros.render.appendices import UNLINKED, name_page_boxes  # noqa: PLC0415

    named, lost = name_page_boxes(path, html, _DOORWAY.verified)
    _DOORWAY.late += lost
    return named if path in UNLINKED else link_terms(named, _DOORWAY.terms, glossary)


def address_of(path: str, page: Page, files: Files) -> str:
    """Return the address of a page of the book (`docs/copy.md`) as seen from another."""
    target = files.get_file_from_path(path.removeprefix("docs/"))
    return get_relative_url(target.url, page.url) if target else ""


def evidence_address(path: str, page: Page, files: Files) -> str:
    """Return the address of the evidence of a page of the book as seen from another."""
    from macros.render.evidence_pages import evidence_page  # noqa: PLC0415

    return address_of(evidence_page(path), page, files)


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001
    """Leave the day of the build out of the site: the same book gives the same bytes."""
    for file in files.documentation_pages():
        if file.page is not None:
            file.page.update_date = SOME_DAY


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG001
    """Let the site map say nothing of days."""
    return (
        re.sub(r"\s*<lastmod>.*?</lastmod>", "", output) if "sitemap" in template_name else output
    )


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001
    """Let no character of a page turn its text around."""
    from macros.render.directions import show_directions  # noqa: PLC0415

    return show_directions(output)


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the machine-readable evidence, and move the whole site to its place."""
    from macros.render.directions import escape_directions  # noqa: PLC0415
    from macros.render.disk import write_search_script  # noqa: PLC0415
    from macros.render.evidence import write_evidence_json  # noqa: PLC0415
    from macros.site_parts import render_late, replace_folder  # noqa: PLC0415

    site = _DOORWAY.verified
    built = Path(config.site_dir)
    evidence = escape_directions(write_evidence_json(site.evidence()))
    (built / "evidence.json").write_text(evidence, encoding="utf-8")
    write_evidence_rows(built)
    write_search_script(built / "search")
    late = render_late(_DOORWAY.late, site)
    if late and not _DOORWAY.previewing:
        raise PluginError("\n" + late)
    if late:
        LOG.error("\n%s", late)
    if not _DOORWAY.previewing:
        replace_folder(built, _DOORWAY.final)
        config.site_dir = str(_DOORWAY.final)


def write_evidence_rows(built: Path) -> None:
    """Write what the filter of the evidence looks through."""
    from macros.render.directions import escape_directions  # noqa: PLC0415
    from macros.render.evidence_pages import ROWS, write_rows  # noqa: PLC0415

    def address(path: str) -> str:
        target = _DOORWAY.files.get_file_from_path(path.removeprefix("docs/"))
        return get_relative_url(target.url, ROWS) if target else ""

    text = write_rows(_DOORWAY.verified.evidence(), titles_of_pages(), address)
    (built / ROWS).parent.mkdir(exist_ok=True)
    (built / ROWS).write_text(escape_directions(text), encoding="utf-8")


def on_build_error(error: Exception) -> None:  # noqa: ARG001
    """Leave nothing behind that looks like a finished site."""
    if not _DOORWAY.previewing:
        shutil.rmtree(_DOORWAY.final.with_name(STAGING), ignore_errors=True)
        shutil.rmtree(_DOORWAY.final, ignore_errors=True)
