"""What is measured with MkDocs: the build with everything cached, and the live preview."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from tests.bench.book import EDITED, add_listing, edit_sentence, edit_snippet
from tests.bench.figures import median_of, ratio_of
from tests.bench.items import SMALL
from tests.bench.measure import Cost
from tests.bench.preview import Rebuild, started_preview
from tests.bench.site import (
    OURS,
    PLAIN,
    RECORDED,
    build_site,
    compare_sites,
    write_configurations,
)
from tests.bench.stages import Setting, describe_costs, fresh_book, say, seconds_of
from tests.bench.table import Row


def prepare_sites(root: Path) -> None:
    """Build the site once with our hook, noting what it adds, which also fills the cache; then
    once without, and make sure that both are the same site."""
    say(f"{SMALL}, first build")
    write_configurations(root)
    build_site(root, RECORDED)
    for configuration in (OURS, PLAIN):
        build_site(root, configuration)
    compare_sites(root)


def measure_warm(setting: Setting) -> list[Row]:
    """Everything cached: the build with our hook against the same build without verification."""
    ours: list[Cost] = []
    plain: list[Cost] = []
    with fresh_book(SMALL) as (root, _):
        prepare_sites(root)
        for number in range(setting.runs):
            say(f"build with and without verification, run {number + 1} of {setting.runs}")
            ours.append(build_site(root, OURS))
            plain.append(build_site(root, PLAIN))
    details = {**describe_costs("ours", ours), **describe_costs("plain", plain)}
    what = f"{SMALL}, all cached, mkdocs build ÷ without verification"
    return [Row("warm", what, ratio_of(seconds_of(ours), seconds_of(plain)), 1.10, "×", details)]


def measure_serve(setting: Setting) -> list[Row]:
    """A sentence and a snippet edited under `mkdocs serve`, against plain MkDocs' rebuild."""
    plain: list[Rebuild] = []
    sentences: list[Rebuild] = []
    snippets: list[Rebuild] = []
    with fresh_book(SMALL) as (root, _):
        add_listing(root, "live/edited", EDITED)
        prepare_sites(root)
        other = root.with_name("plain_book")
        shutil.copytree(root, other, symlinks=True)
        with started_preview(other, PLAIN) as plain_one, started_preview(root, OURS) as our_one:
            for number in range(1, setting.runs + 1):
                say(f"edits under mkdocs serve, round {number} of {setting.runs}")
                plain.append(plain_one.time_edit(partial(edit_sentence, other, number)))
                sentences.append(our_one.time_edit(partial(edit_sentence, root, number)))
                snippets.append(our_one.time_edit(partial(edit_snippet, root, number)))
    return rows_of_serve(plain, sentences, snippets)


def rows_of_serve(
    plain: Sequence[Rebuild], sentences: Sequence[Rebuild], snippets: Sequence[Rebuild]
) -> list[Row]:
    """Compare the rebuilds; the waits from save to page are told, and not compared."""
    rebuilds = [[each.rebuilding for each in kind] for kind in (plain, sentences, snippets)]
    usual, sentence, snippet = (median_of(each) for each in rebuilds)
    details = {
        "plain_seconds": usual,
        "sentence_seconds": sentence,
        "snippet_seconds": snippet,
        "plain_from_save_to_page": median_of([each.waiting for each in plain]),
        "sentence_from_save_to_page": median_of([each.waiting for each in sentences]),
        "snippet_from_save_to_page": median_of([each.waiting for each in snippets]),
    }
    what = "serve: a sentence edited, rebuild ÷ plain MkDocs' own"
    return [
        Row("serve_sentence", what, sentence / usual, 1.3, "×", details),
        Row(
            "serve_snippet", "serve: a snippet edited, rebuild − plain", snippet - usual, 0.5, " s"
        ),
    ]
