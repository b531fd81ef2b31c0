"""A place → everything behind the facts that stand there: program, command, value. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from macros.claims import argument_of, editions_shown
from macros.excerpts import Excerpt, code_of_excerpt
from macros.expect_heap import heap_of, shown_counts
from macros.expect_layout import layouts_of, shown_facts
from macros.figures import Figure
from macros.judge_figure import layouts_of_figure, summary_of
from macros.model import Claim, Finding, Listing, Page, Place
from macros.players import Player
from macros.render.claim import describe_claim
from macros.render.facts import verdict_words
from macros.render.player_evidence import show_player
from macros.reproduce import (
    command_at_marks,
    command_for,
    command_of_code,
    command_shown,
    whole_program,
)
from macros.reproduce_figure import command_of_figure, program_of_figure
from macros.reproduce_moments import marked_program
from macros.verify import Verification

SNIPPET: Final = "snippet"
EDITIONS: Final = "editions"


def explain_place(place: str, found: Verification) -> str | None:
    """Explain all that stands at `PATH` or `PATH:LINE[:COLUMN]`; None where nothing does.

    Claims, figures, players and excerpts of a page, and listings.
    """
    path, line = parse_place(place)
    claims = [each for each in found.claims.claims if _covers(each.place, path, line)]
    listings = _listings(path, line, found)
    figures = [each for each in found.figures.figures if _covers(each.call.place, path, line)]
    players = [each for each in found.players.players if _covers(each.call.place, path, line)]
    excerpts = [each for each in found.excerpts.excerpts if _covers(each.call.place, path, line)]
    parts = [_explain_claim(claim, found) for claim in claims]
    parts += [_explain_figure(figure, found) for figure in figures]
    parts += [_explain_player(player, found) for player in players]
    parts += [_explain_excerpt(excerpt, found) for excerpt in excerpts]
    parts += [_explain_listing(one, found, line) for one in listings]
    return "\n\n".join(parts) or None


def _listings(path: str, line: int | None, found: Verification) -> list[Listing]:
    """The listings there: fences, the snippet that a call shows, and a snippet's whole file."""
    page = found.book.pages.get(path)
    calls = [one for one in (page.calls if page else ()) if one.macro == SNIPPET]
    shown = [argument_of(one, "name", 0, "") for one in calls if _covers(one.place, path, line)]
    shown += _of_editions(page, path, line, found) if page else []
    return [
        one
        for name, one in found.listings.items()
        if _covers(one.place, path, line)
        or (line is not None and name in shown)
        or (one.place.path == path and name in found.book.snippets and _is_line(path, line, found))
    ]


def _of_editions(page: Page, path: str, line: int | None, found: Verification) -> list[object]:
    """The listings of the editions that calls of a page show there."""
    calls = [one for one in page.calls if one.macro == EDITIONS and _covers(one.place, path, line)]
    read = (editions_shown(one, found.book.snippets) for one in calls)
    return [name for one in read if not isinstance(one, Finding) for _, name in one]


def _is_line(path: str, line: int | None, found: Verification) -> bool:
    return line is None or 1 <= line <= found.book.sources.get(path, "").count("\n")


def parse_place(place: str) -> tuple[str, int | None]:
    """The path and the line of `PATH` or `PATH:LINE[:COLUMN]`."""
    path, *numbers = place.split(":")
    digits = [each for each in numbers if each.isascii() and each.isdigit()]
    if numbers and not digits:
        return place, None
    return path.removeprefix("./"), int(digits[0]) if digits else None


def _covers(place: Place, path: str, line: int | None) -> bool:
    return place.path == path and (line is None or place.line <= line <= place.end_line)


def _explain_claim(claim: Claim, found: Verification) -> str:
    verdict = found.verdicts[claim.id]
    toolchain = found.report.toolchain
    commands = command_shown(claim, found.listings, verdict.edition, toolchain)
    return "\n".join(
        [
            f"{claim.place}  {claim.words or verdict.measured}",
            f"  {describe_claim(claim, verdict, toolchain)}",
            "",
            *_indented(whole_program(claim, verdict, found.listings)),
            "",
            *(f"  {command}" for command in commands.split("\n")),
        ]
    )


def _explain_figure(figure: Figure, found: Verification) -> str:
    layouts = layouts_of_figure(figure, found.facts.answers)
    return "\n".join(
        [
            f"{figure.call.place}  {figure.title or ' | '.join(figure.types)}",
            f"  {found.verdicts[figure.id].state}",
            *(f"  {summary_of(layout)}" for layout in layouts),
            "",
            *_indented(program_of_figure(figure, layouts)),
            "",
            f"  {command_of_figure(figure, found.report.toolchain)}",
        ]
    )


def _explain_player(player: Player, found: Verification) -> str:
    verdict = found.verdicts[player.id]
    shown = show_player(player, verdict, found.facts.answers)
    return "\n".join(
        [
            f"{player.call.place}  {shown.title}",
            f"  {verdict.state}{f': {verdict.measured}' if verdict.measured else ''}",
            *(f"  {label}, at line {line}" for label, line in shown.steps()),
            "",
            *_indented(marked_program(player.listing)),
            "",
            f"  {command_at_marks(player.listing, found.report.toolchain)}",
        ]
    )


def _explain_excerpt(excerpt: Excerpt, found: Verification) -> str:
    verdict = found.verdicts[excerpt.id]
    code = code_of_excerpt(excerpt, found.facts.answers)
    command = command_of_code(excerpt.listing, excerpt.form, found.report.toolchain)
    return "\n".join(
        [
            f"{excerpt.call.place}  {excerpt.title or verdict.expression}",
            f"  {verdict.state}{f': {verdict.measured}' if verdict.measured else ''}",
            *_indented("\n".join(code.lines) if code else ""),
            "",
            *_indented(excerpt.listing.source),
            "",
            f"  {command}",
        ]
    )


def _explain_listing(listing: Listing, found: Verification, line: int | None) -> str:
    verdict = found.verdicts.get(listing.name)
    outcome = found.outcomes.get(listing.name)
    run = outcome.run if outcome else None
    several = listing.directives.editions
    edition = f"   edition {listing.directives.edition}" if several else ""
    state = str(verdict.state) if verdict else "not verified"
    state = verdict_words(verdict) if verdict and verdict.missing else state
    return "\n".join(
        [
            f"{listing.place}  {listing.title or listing.name}{edition}",
            f"  {state}{f' · {outcome.tool}' if outcome and outcome.tool else ''}",
            *_stated(listing, found, line),
            "",
            *_indented(listing.source),
            "",
            f"  {command_for(listing, listing.directives.edition, found.report.toolchain)}",
            *_indented("\n".join(each.rendered for each in outcome.diagnostics) if outcome else ""),
            *_indented(run.stdout if run else ""),
            *_indented("\n".join(_layouts(listing, found))),
            *_indented("\n".join(_counts(listing, found))),
        ]
    )


def _stated(listing: Listing, found: Verification, line: int | None) -> Iterator[str]:
    """The margin's own words on that line of a snippet's file, as it stands there."""
    text = found.book.sources.get(listing.place.path, "")
    lines = text.split("\n")
    if line is not None and listing.name in found.book.snippets and line <= len(lines):
        _, mark, words = lines[line - 1].partition("//~")
        yield from (f"  line {line} states:{words.lstrip('^v')}",) if mark else ()


def _layouts(listing: Listing, found: Verification) -> Iterator[str]:
    """What was measured of the types that the margin speaks of."""
    facts = shown_facts(listing, layouts_of(listing, found.facts.answers))
    yield from (f"{what}: {measured}" for what, measured in facts.items())


def _counts(listing: Listing, found: Verification) -> Iterator[str]:
    """What the counted statements asked of the allocator."""
    counts = shown_counts(heap_of(listing, found.facts.answers))
    yield from (f"{statement}  {asked}" for statement, asked in counts.items())


def _indented(text: str) -> list[str]:
    return [f"    {line}".rstrip() for line in text.rstrip("\n").split("\n")] if text else []
