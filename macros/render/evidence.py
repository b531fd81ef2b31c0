"""Verdicts → the rows of evidence (HTML) and `evidence.json`, pure.

One row a claim, a figure, a player and an excerpt: the sentence, the fact, the whole program, the
command, the place in the repository and the link back to the page.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from macros.model import Claim, Listing, Toolchain, Verdict
from macros.render.claim import describe_subject
from macros.render.excerpt import ShownExcerpt, excerpt_entry, render_excerpt_row
from macros.render.facts import compiler_words, render_facts, verdict_words
from macros.render.figure_evidence import ShownFigure, figure_entry, render_figure_row
from macros.render.player_evidence import ShownPlayer, player_entry, render_player_row
from macros.render.timings import record_entry
from macros.report.command import COMMAND
from macros.reproduce import command_shown, whole_program
from macros.timings import TimingRecord


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that the evidence pages show; all come in reading order."""

    claims: Sequence[tuple[Claim, Verdict]]
    listings: Sequence[tuple[Listing, Verdict]]
    by_name: Mapping[str, Listing]
    toolchain: Toolchain | None
    figures: Sequence[ShownFigure] = ()
    players: Sequence[ShownPlayer] = ()
    excerpts: Sequence[ShownExcerpt] = ()
    timings: TimingRecord | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row with its id, its words in plain text, and what is shown."""

    id: str
    words: str
    html: str


def rows_of(evidence: Evidence, path: str, kind: str, url: str) -> Iterator[Row]:
    """Return the rows of a page of the book of one kind, a key of `KINDS`.

    `url` is the address of the page as seen from its evidence.
    """
    return KINDS[kind](evidence, path, url)


def _claim_rows(evidence: Evidence, path: str, url: str) -> Iterator[Row]:
    for claim, verdict in evidence.claims:
        if claim.place.path == path:
            shown = _render_row(claim, verdict, evidence, url)
            yield Row(claim.id, plain_sentence(claim, verdict), shown)


def _figure_rows(evidence: Evidence, path: str, url: str) -> Iterator[Row]:
    for one in evidence.figures:
        if one.path == path:
            shown = render_figure_row(one, evidence.toolchain, url)
            yield Row(one.figure.id, one.words, shown)


def _player_rows(evidence: Evidence, path: str, url: str) -> Iterator[Row]:
    for one in evidence.players:
        if one.path == path:
            shown = render_player_row(one, evidence.toolchain, url)
            yield Row(one.player.id, one.title, shown)


def _excerpt_rows(evidence: Evidence, path: str, url: str) -> Iterator[Row]:
    for one in evidence.excerpts:
        if one.path == path:
            shown = render_excerpt_row(one, evidence.toolchain, url)
            yield Row(one.excerpt.id, one.title, shown)


_LINK: Final = re.compile(
    r"!?\[(?P<text>(?:[^\[\]]|`[^`]*`)*)\](?:\([^()\s]*(?:\([^()]*\)[^()\s]*)*\)|\[[^\]]*\])"
)
KINDS: Final[Mapping[str, Callable[[Evidence, str, str], Iterator[Row]]]] = MappingProxyType(
    {
        "claims": _claim_rows,
        "figures": _figure_rows,
        "players": _player_rows,
        "excerpts": _excerpt_rows,
    }
)


def _render_row(claim: Claim, verdict: Verdict, evidence: Evidence, url: str) -> str:
    program = html.escape(whole_program(claim, verdict, evidence.by_name))
    shown = command_shown(claim, evidence.by_name, verdict.edition, evidence.toolchain)
    command = html.escape(shown)
    place = f"{claim.place.path}:{claim.place.line}"
    return "\n".join(
        [
            f'<section class="evidence" id="{claim.id}">',
            f'<p class="evidence__sentence"><a href="{url}#c-{claim.id}">'
            f"{html.escape(plain_sentence(claim, verdict))}</a></p>",
            *render_facts(
                {
                    "fact": f"<code>{html.escape(describe_subject(claim, verdict))}</code>",
                    "verdict": html.escape(verdict_words(verdict)),
                    "ground": _render_ground(claim),
                    "compiler": html.escape(compiler_words(verdict, evidence.toolchain)),
                    "place": f"<code>{html.escape(place)}</code>",
                    "repeat": f"<code>{COMMAND} explain {html.escape(place)}</code>",
                }
            ),
            f"<details><summary>The whole program</summary><pre><code>{program}</code></pre>"
            f"<pre><code>{command}</code></pre></details>",
            "</section>",
        ]
    )


def _render_ground(claim: Claim) -> str:
    if claim.kind == "timing":
        return "observed: measured on that machine on that day, never a promise of the language"
    if not claim.guaranteed:
        return "observed: measured here; this sentence claims no promise of the language"
    reason = html.escape(claim.guaranteed)
    if claim.guaranteed.startswith("https://"):
        return f'guaranteed: <a href="{reason}">{reason}</a>'
    return f"guaranteed: {reason}"


def plain_sentence(claim: Claim, verdict: Verdict) -> str:
    """Return the sentence as a reader sees it: this claim by its words, others by theirs."""
    words = claim.words or verdict.measured
    sentence = re.sub(
        r"""\{\{-?\s*claim\(\s*(?P<q>["'])(?P<words>(?:\\.|(?!(?P=q)).)*)(?P=q).*?\}\}""",
        lambda match: match["words"],
        claim.call.sentence,
        flags=re.DOTALL,
    )
    sentence = re.sub(r"\{\{.*?\}\}", words, sentence, flags=re.DOTALL)
    sentence = _LINK.sub(r"\g<text>", sentence).strip().strip("|").replace(" | ", " · ")
    return " ".join(re.sub(r"[*`]", "", sentence).split())


def render_listings(evidence: Evidence) -> list[str]:
    """Write the table of all listings, each with its anchor."""
    rows = [
        f'<tr id="{listing_anchor(listing)}"><td><code>{html.escape(listing.name)}</code></td>'
        f"<td>{html.escape(listing.title)}</td><td>{html.escape(_words_of(verdict))}</td></tr>"
        for listing, verdict in evidence.listings
    ]
    head = "<thead><tr><th>listing</th><th>what it shows</th><th>verdict</th></tr></thead>"
    table = f'<table class="evidence__pages">{head}<tbody>{"".join(rows)}</tbody></table>'
    return ['<h2 id="listings">Listings</h2>', f'<div class="wide">{table}</div>']


def _words_of(verdict: Verdict) -> str:
    """The verdict, and who gave it where that was not rustc."""
    words = verdict_words(verdict)
    return f"{words} · {verdict.tool}" if verdict.tool else words


def listing_anchor(listing: Listing) -> str:
    return "listing-" + re.sub(r"[^a-z0-9]+", "-", listing.name.lower()).strip("-")


def write_evidence_json(evidence: Evidence) -> str:
    """Write the machine-readable evidence: `toolchains`, `claims`, `listings`, `figures`,
    `players`, `excerpts`, each entry with id, page, place and verdict, and the record of `timings`.
    Same book, same bytes."""
    found = evidence.toolchain
    toolchains = (
        [{"release": found.release, "host": found.host, "identity": found.identity}]
        if found
        else []
    )
    claims = [_claim_entry(claim, verdict, evidence) for claim, verdict in evidence.claims]
    listings = [_listing_entry(listing, verdict) for listing, verdict in evidence.listings]
    return json.dumps(
        {
            "toolchains": toolchains,
            "claims": claims,
            "listings": listings,
            "figures": [figure_entry(shown, found) for shown in evidence.figures],
            "players": [player_entry(each, found) for each in evidence.players],
            "excerpts": [excerpt_entry(each, found) for each in evidence.excerpts],
            "timings": record_entry(evidence.timings),
        },
        indent=1,
        ensure_ascii=False,
    )


def _claim_entry(claim: Claim, verdict: Verdict, evidence: Evidence) -> dict[str, object]:
    return {
        "id": claim.id,
        "page": claim.place.path,
        "place": str(claim.place),
        "verdict": str(verdict.state),
        "missing": verdict.missing.tool if verdict.missing else "",
        "kind": claim.kind,
        "sentence": plain_sentence(claim, verdict),
        "words": claim.words,
        "expression": claim.subject,
        "snippet": claim.snippet,
        "measured": verdict.measured,
        "unit": verdict.unit,
        "guaranteed": claim.guaranteed,
        **_asked(verdict, evidence.toolchain),
        "edition": verdict.edition,
        "setting": verdict.setting,
        "program": whole_program(claim, verdict, evidence.by_name),
        "command": command_shown(claim, evidence.by_name, verdict.edition, evidence.toolchain),
    }


def _asked(verdict: Verdict, toolchain: Toolchain | None) -> dict[str, object]:
    """What was asked; rustc by its number alone, any other tool with its name."""
    if verdict.tool or verdict.missing or toolchain is None:
        return {"toolchain": verdict.tool, "target": ""}
    return {"toolchain": toolchain.release, "target": toolchain.host}


def _listing_entry(listing: Listing, verdict: Verdict) -> dict[str, object]:
    return {
        "id": verdict.id,
        "page": listing.place.path,
        "place": str(listing.place),
        "verdict": str(verdict.state),
        "missing": verdict.missing.tool if verdict.missing else "",
        "title": listing.title,
        "tool": verdict.tool,
        "program": listing.source,
    }
