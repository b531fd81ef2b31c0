"""The benchmark's pure parts: the synthetic book, the figures, the table; nothing is timed."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from tests.bench import preview, site
from tests.bench.__main__ import read_options
from tests.bench.book import (
    CRATE_PATH,
    EDITED,
    add_listing,
    draw_items,
    edit_sentence,
    edit_snippet,
    render_pages,
    write_book,
)
from tests.bench.figures import median_of, ratio_of, slope_of
from tests.bench.items import Items, Program, Size, Statement
from tests.bench.layouts import COUNT, draw_layouts, write_layouts
from tests.bench.listings import draw_failures, draw_programs, find_printed
from tests.bench.measure import CannotMeasure, Cost, run_command
from tests.bench.memory import find_kib, memory_of, tree_of
from tests.bench.ours import Check, read_calls
from tests.bench.peers import render_doctests
from tests.bench.players import (
    PLAYERS,
    Played,
    read_players,
    rows_of_players,
    write_players,
)
from tests.bench.shapes import Shape, array_of, tuple_of
from tests.bench.stages import rows_of_unmergeable
from tests.bench.statements import draw_statements
from tests.bench.table import (
    Row,
    bench_object,
    render_closing,
    render_details,
    render_table,
    render_warning,
)

BYTE = Shape("u8", 1, 1, True)
WORD = Shape("u32", 4, 4, True)
TEXT = Shape("String", 24, 8, False)
SIZE = Size(1, 1, 1)


def test_tuple_is_padded_to_its_largest_alignment() -> None:
    """A tuple needs padding only at its end, and is `Copy` when all of its parts are."""
    assert tuple_of((BYTE, WORD, BYTE)) == Shape("(u8, u32, u8)", 8, 4, True)
    assert tuple_of((BYTE, TEXT)) == Shape("(u8, String)", 32, 8, False)


def test_array_keeps_the_alignment_of_its_elements() -> None:
    """Elements stand side by side."""
    assert array_of(WORD, 3) == Shape("[u32; 3]", 12, 4, True)


def test_statements_are_distinct_and_the_same_every_time() -> None:
    """A book of a thousand claims asks a thousand different questions, every time the same."""
    statements = draw_statements(1_000)
    assert len({each.expression for each in statements}) == 1_000
    assert draw_statements(1_000) == statements


@pytest.mark.parametrize(
    "word", ["size_of::", "align_of::", "size_of_val", "offset_of!", "implements!", "needs_drop"]
)
def test_statements_are_of_all_forms(word: str) -> None:
    """Every word that authors have for a constant is asked for."""
    assert any(word in each.expression for each in draw_statements(20))


def test_statements_hold_one_number_or_none() -> None:
    """The words carry the measured number, or say something that is true."""
    statements = draw_statements(200)
    numbers = [[word for word in each.words.split() if word.isdigit()] for each in statements]
    plain = [each.plain for each in statements]
    for found, text in zip(numbers, plain, strict=True):
        assert len(found) == (1 if text.startswith("assert_eq!") else 0)
        assert not found or text.endswith(f", {found[0]});")


def test_programs_are_distinct_and_say_what_they_print() -> None:
    """No two of two thousand programs have the same text, and each has its expectations."""
    programs = draw_programs(2_000)
    assert len({each.source for each in programs}) == 2_000
    assert len({each.name for each in programs}) == 2_000
    assert all(each.printed and "$" not in each.source for each in programs)


def test_failures_expect_the_code_they_are_named_by() -> None:
    """Every failing listing expects exactly one error, and eight codes come up at least."""
    failures = draw_failures(400)
    assert len({each.source for each in failures}) == 400
    assert len({each.code for each in failures}) >= 8
    for each in failures:
        assert each.source.count("//~ ERROR") == 1
        assert f"//~ ERROR {each.code} " in each.source
        assert "\n//@ check-fail\n" in each.source


def test_printed_lines_are_found_in_the_margin() -> None:
    """What a program prints stands behind `//~ prints`."""
    assert list(find_printed("a(); //~ prints one two\nb(); // no\n")) == ["one two"]


def test_every_item_stands_on_exactly_one_page() -> None:
    """All claims are made, and every snippet is shown once."""
    items = draw_items(Size(90, 40, 20))
    text = "".join(render_pages(items).values())
    assert text.count("{{ claim(") == 90
    for listing in items.listings:
        assert text.count(f'{{{{ snippet("{listing.name}") }}}}') == 1


def test_book_grows_in_pages_with_its_claims() -> None:
    """A small book has fifteen pages, a large one a page for every hundred claims."""
    assert len(render_pages(draw_items(Size(30)))) == 15
    assert len(render_pages(draw_items(Size(2_000)))) == 20


def test_book_is_written_and_edited(tmp_path: Path) -> None:
    """An edit changes one sentence or one program, and says which words to look for."""
    write_book(tmp_path, draw_items(SIZE))
    add_listing(tmp_path, "live/edited", EDITED)
    index = tmp_path / "docs" / "index.md"
    assert edit_sentence(tmp_path, 7) == "belongs to edition 7 of the book"
    assert index.read_text().count("belongs to edition 7 of the book") == 1
    assert index.read_text().endswith('\n{{ snippet("live/edited") }}\n')
    assert edit_snippet(tmp_path, 7) == "this program is edition 7"
    edited = (tmp_path / "snippets/live/edited.rs").read_text()
    assert "edition = 7;" in edited
    assert "//~ prints this program is edition 7\n" in edited


def test_unmergeable_listing_has_a_path_from_the_root() -> None:
    """A path from the crate's root and an inner attribute: neither fits into a shared crate."""
    assert "crate::inner" in CRATE_PATH
    assert "#![allow" in CRATE_PATH


def test_doctests_hold_every_item() -> None:
    """A fence an item, without the first line that would keep rustdoc from merging it."""
    items = Items(
        (
            Statement(
                "A byte takes", "1 byte", "size_of::<u8>()", "assert_eq!(size_of::<u8>(), 1);"
            ),
        ),
        (Program("run/a", "//! Title.\n\nfn main() {}\n", ()),),
        draw_failures(1),
    )
    text = render_doctests(items)
    assert text.startswith("/// ```\n/// assert_eq!(size_of::<u8>(), 1);\n/// ```\n")
    assert "/// ```\n/// fn main() {}\n/// ```\n" in text
    assert "/// ```compile_fail,E0277\n" in text
    assert "//!" not in text
    assert "//@" not in text


def test_median_ratio_and_slope() -> None:
    """Figures come from medians, so that one slow run changes nothing."""
    assert median_of([3.0, 1.0, 90.0]) == 3.0
    assert ratio_of([1.0, 1.0, 50.0], [4.0, 4.0, 0.1]) == 0.25
    assert slope_of([(1000, 1.0), (2000, 1.5), (3000, 2.0)]) == pytest.approx(0.0005)
    with pytest.raises(ValueError, match="no measurement, no median"):
        median_of([])


ROWS = (
    Row("fast", "ours ÷ theirs", 0.4, 0.45, "×", {"ours_seconds": 0.8, "compiler_calls": 5}),
    Row("memory", "peak", 812.4, 700, " MB"),
    Row("told", "without a limit", 1.5),
)


def test_table_shows_the_limit_beside_each_figure() -> None:
    """The table says for each limit whether it is met."""
    assert render_table(ROWS) == (
        "name    what is compared  measured   limit\n"
        "------------------------------------------\n"
        "fast    ours ÷ theirs       0.400×   0.45×  met\n"
        "memory  peak                812 MB  700 MB  MISSED\n"
        "told    without a limit     1.500×"
    )


def test_closing_names_the_missed_limits() -> None:
    """What is missed is said plainly, and what is met as well."""
    assert render_closing(ROWS) == "1 of 2 limits met; missed: memory"
    assert render_closing(ROWS[:1]) == "1 of 1 limits met"


def test_noise_is_no_success() -> None:
    """Where the runs differ by more than what is looked for, no limit counts as met."""
    row = Row("small", "a small difference", -0.3, 1.0, noisy=True)
    assert render_table([row]).endswith("-0.300×     1×  TOO NOISY")
    assert render_closing([row]) == "0 of 1 limits met; too noisy to tell: small"


def test_unmergeable_listing_is_compared_with_its_own_compile() -> None:
    """The difference of two runs counts only where like runs differ by less."""
    quiet = [Check(Cost(each, 0, 0, 0, ""), 9) for each in (1.0, 1.1, 1.05)]
    wider = [Check(Cost(each, 0, 0, 0, ""), 10) for each in (1.1, 1.2, 1.15)]
    (row,) = rows_of_unmergeable(quiet, wider, [0.2, 0.2, 0.2])
    assert row.value == pytest.approx(0.5)
    assert row.met
    assert row.details["extra_calls"] == 1
    (row,) = rows_of_unmergeable(quiet, wider, [0.05, 0.05, 0.05])
    assert row.noisy


def test_busy_machine_is_told() -> None:
    """Figures from a machine on which others work are marked as such."""
    assert render_warning(0.4, 2) == ""
    assert render_warning(5.0, 2) == (
        "others were at work (load 5.0 on 2 cores): take these figures with care"
    )


def test_details_follow_the_table() -> None:
    """The medians behind a ratio are told, with the number of compiler calls."""
    assert render_details(ROWS) == "fast: ours_seconds 0.800, compiler_calls 5"


def test_object_holds_ratios_by_name_and_the_machine() -> None:
    """What is written has the ratios and the machine at its top."""
    written = bench_object(ROWS, {"machine": "x86_64, 2 cores"})
    assert written["ratios"] == {"fast": 0.4, "memory": 812.4, "told": 1.5}
    assert written["machine"] == "x86_64, 2 cores"
    assert written["missed"] == ["memory"]
    json.dumps(written)


def report(**changes: int) -> str:
    summary = {"holds": 3, "findings": 0, "exit_code": 0, "compiler_calls": 5, **changes}
    return json.dumps({"summary": summary, "verdicts": [{"message": "it is wrong"}]})


def test_calls_are_read_from_a_report_in_which_everything_holds() -> None:
    """The number of compiler calls stands in the summary."""
    assert read_calls(report(), SIZE) == 5


def test_finding_ends_the_benchmark() -> None:
    """A benchmark of wrong results is worthless."""
    with pytest.raises(CannotMeasure) as raised:
        read_calls(report(findings=1, exit_code=1), SIZE)
    assert str(raised.value) == "1 findings in a book without a mistake\nit is wrong"


def test_missing_verdict_ends_the_benchmark() -> None:
    """What was not verified must not look fast."""
    with pytest.raises(CannotMeasure) as raised:
        read_calls(report(holds=2), SIZE)
    assert str(raised.value) == "2 of 3 items hold"


def test_failed_command_ends_the_benchmark(tmp_path: Path) -> None:
    """The command, its exit code and what it said are told."""
    code = "import sys; print('a reason'); sys.exit(3)"
    with pytest.raises(CannotMeasure) as raised:
        run_command([sys.executable, "-c", code], tmp_path)
    assert str(raised.value) == f"`{sys.executable} -c {code}` ended with 3:\na reason\n"


def test_command_is_measured(tmp_path: Path) -> None:
    """A command's output comes back with its seconds and its memory."""
    cost = run_command([sys.executable, "-c", "print('done')"], tmp_path, sample=0.001)
    assert cost.output == "done\n"
    assert cost.seconds > 0
    assert cost.largest > 1_000_000


def test_kibibytes_are_found_in_proc_text() -> None:
    """A line that is not there counts as nothing."""
    assert find_kib("Rss:  8 kB\nPss:  3 kB\n", "Pss") == 3072
    assert find_kib("", "Pss") == 0


def test_process_tree_starts_with_the_process_itself() -> None:
    """A process that has ended holds nothing and has no children."""
    assert next(tree_of(os.getpid())) == os.getpid()
    assert memory_of(os.getpid()) > 1_000_000


def test_macros_module_is_swapped_and_the_other_plugins_stay() -> None:
    """The stand-in differs from the project's configuration in its macros module only."""
    plugins = ["search", {"macros": {"module_name": "macros", "on_undefined": "strict"}}]
    assert site.swap_module(plugins, "plain") == [
        "search",
        {"macros": {"module_name": "plain", "on_undefined": "strict"}},
    ]


def test_configurations_inherit_the_projects_own(tmp_path: Path) -> None:
    """Three configurations stand beside the generator, each on top of the project's own."""
    site.write_configurations(tmp_path)
    assert (tmp_path / "macros" / "site_hooks.py").is_file()
    for name in (site.OURS, site.RECORDED, site.PLAIN):
        assert f"INHERIT: {site.PROJECT}/mkdocs.yml\n" in (tmp_path / name).read_text()


def test_sites_that_differ_cannot_be_compared(tmp_path: Path) -> None:
    """The build without verification has to give the same pages, byte by byte."""
    for name, text in (("site_ours", "same"), ("site_plain", "same")):
        (tmp_path / name / "search").mkdir(parents=True)
        (tmp_path / name / "search" / "search_index.json").write_text("{}")
        (tmp_path / name / "index.html").write_text(text)
    site.compare_sites(tmp_path)
    (tmp_path / "site_plain" / "index.html").write_text("other")
    with pytest.raises(CannotMeasure) as raised:
        site.compare_sites(tmp_path)
    assert str(raised.value) == "the build without verification differs in index.html"


def test_free_port_is_of_the_loopback_interface() -> None:
    """The preview's server gets a port that nobody has."""
    assert 1024 <= preview.find_port() <= 65535


def test_options_choose_stages_in_their_order() -> None:
    """Everything is measured by default; a name or a short option narrows it."""
    stages = [
        *("small", "large", "warm", "slope", "serve", "unmergeable"),
        *("players", "layouts"),
    ]
    assert read_options([]).stages == stages
    assert read_options(["--only", "serve", "--small"]).stages == ["small", "serve"]
    assert read_options(["--runs", "5"]).runs == 5
    with pytest.raises(SystemExit):
        read_options(["--runs", "0"])


def test_players_are_counted_by_program_and_cost_nothing_when_known() -> None:
    """Medians by program; a single call of the compiler with everything known is one too many."""
    cold = [Played(seconds, 33) for seconds in (8.0, 16.0, 90.0)]
    each, cached = rows_of_players(cold, [Played(0.3, 0), Played(0.4, 0)])
    assert (each.value, each.met) == (1.0, True)
    assert (cached.value, cached.met) == (0.0, True)
    assert rows_of_players(cold, [Played(0.3, 0), Played(0.4, 1)])[1].met is False


def test_a_player_that_does_not_hold_ends_the_benchmark() -> None:
    """Nor one that is missing."""
    summary = {"exit_code": 0, "players": PLAYERS, "compiler_calls": 4}
    assert read_players(json.dumps({"summary": summary, "verdicts": []})) == 4
    for wrong in ({"exit_code": 1}, {"players": PLAYERS - 1}):
        report = {"summary": {**summary, **wrong}, "verdicts": [{"message": "it is wrong"}]}
        with pytest.raises(CannotMeasure, match="not all players hold\nit is wrong"):
            read_players(json.dumps(report))


def test_programs_of_players_differ(tmp_path: Path) -> None:
    """So that no run serves two of them."""
    write_players(tmp_path)
    texts = {path.read_text() for path in (tmp_path / "snippets" / "play").iterdir()}
    assert len(texts) == PLAYERS
    assert (tmp_path / "docs" / "index.md").read_text().count("{{ memory(") == PLAYERS


def test_layouts_to_measure_all_differ() -> None:
    """As many as asked for, each a type of its own."""
    types = draw_layouts(COUNT)
    assert len(set(types)) == len(types) == COUNT == 80


def test_layouts_stand_on_a_page_of_their_own(tmp_path: Path) -> None:
    """One call a paragraph."""
    write_layouts(tmp_path, ("u8", "(u8, char)"))
    page = (tmp_path / "docs" / "layouts.md").read_text("utf-8")
    assert page == '# Layouts\n\n{{ layout("u8") }}\n\n{{ layout("(u8, char)") }}\n\n'
