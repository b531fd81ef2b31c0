"""Scanned pages → claims with ids, and the listings that pages show or argue from. Pure."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from macros.book import Book
from macros.ids import name_claims
from macros.kinds import arguments, find_unsuited, read_claim
from macros.model import Call, Claim, Finding, Listing, Page
from macros.report import say_book, say_facts
from macros.snippets import edition_in, editions_of, region_of, without_edition

CLAIM_MACROS = frozenset({"claim", "size_of", "align_of", "measure", "calls"})


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims of a book in reading order, by place of their call, and what is wrong with some.

    `used` are the names of the snippets that some page shows or argues from.
    """

    claims: tuple[Claim, ...]
    by_call: Mapping[tuple[str, int], Claim]
    used: frozenset[str]
    findings: tuple[Finding, ...]


def collect_claims(book: Book) -> Claims:
    """Read every macro call of the book's pages as a claim or as a listing that is shown."""
    claims: list[Claim] = []
    findings: list[Finding] = []
    used: set[str] = set()
    for page in book.pages.values():
        found, problems = _claims_of(page, book)
        claims += found
        findings += problems
        shown, more = _shown_of(page, book.snippets)
        used |= shown
        findings += more
    claims, problems = _name(claims)
    findings += problems
    used |= {claim.snippet for claim in claims if claim.snippet}
    by_call = {(claim.call.place.path, claim.call.start): claim for claim in claims}
    return Claims(tuple(claims), by_call, frozenset(used), tuple(findings))


def _claims_of(page: Page, book: Book) -> tuple[list[Claim], list[Finding]]:
    claims: list[Claim] = []
    findings: list[Finding] = []
    for call in page.calls:
        if call.macro not in CLAIM_MACROS:
            continue
        claim = read_claim(call)
        if isinstance(claim, Claim):
            claim = in_its_edition(claim, book.snippets)
        problems = claim if isinstance(claim, tuple) else _unsuited(claim, book.snippets)
        findings += problems
        if not problems and isinstance(claim, Claim):
            claims.append(claim)
    return claims, findings


def in_its_edition(claim: Claim, snippets: Mapping[str, Listing]) -> Claim | tuple[Finding, ...]:
    """The claim about the listing of the edition that it names, where the snippet has that one."""
    edition = edition_in(claim.snippet)
    listing = snippets.get(without_edition(claim.snippet))
    if not edition or listing is None:
        return replace(claim, snippet=without_edition(claim.snippet))
    name = dict(editions_of(listing)).get(edition)
    if name is None:
        argument = arguments.argument_of(claim.call, "edition")
        place = argument.place if argument else claim.place
        return (say_facts.edition_of_snippet(claim.call, place, listing.directives.editions),)
    return replace(claim, snippet=name)


def _unsuited(claim: Claim, snippets: Mapping[str, Listing]) -> tuple[Finding, ...]:
    """Return why the claim's snippet cannot settle it: it is missing, or not of that sort."""
    if not claim.snippet:
        return ()
    listing = snippets.get(claim.snippet)
    if listing is None:
        return (_missing(claim.call, claim.snippet, snippets),)
    finding = find_unsuited(claim, listing) if listing.is_read else None
    if finding is None:
        return ()
    others = _suited_editions(claim, listing, snippets)
    if not others:
        return (finding,)
    edition, usual = listing.directives.edition, listing.directives.editions[-1]
    bare = find_unsuited(replace(claim, snippet=without_edition(claim.snippet)), listing) or finding
    return (say_facts.suited_in_others(bare, edition, others, usual),)


def _suited_editions(
    claim: Claim, listing: Listing, snippets: Mapping[str, Listing]
) -> tuple[str, ...]:
    """The editions of the snippet in which it could settle the claim."""
    if claim.kind in ("calls", "codegen"):
        return ()
    known = {one: snippets[name] for one, name in editions_of(listing) if name in snippets}
    return tuple(one for one, each in known.items() if find_unsuited(claim, each) is None)


def _name(claims: list[Claim]) -> tuple[list[Claim], list[Finding]]:
    named, problems = name_claims(claims)
    return list(named), list(problems)


def _shown_of(page: Page, snippets: Mapping[str, Listing]) -> tuple[set[str], list[Finding]]:
    shown: set[str] = set()
    findings: list[Finding] = []
    for call in page.calls:
        if call.macro == "editions":
            editions = editions_shown(call, snippets)
            findings += [editions] if isinstance(editions, Finding) else []
            shown |= set() if isinstance(editions, Finding) else {name for _, name in editions}
        if call.macro != "snippet":
            continue
        name = str(argument_of(call, "name", 0, ""))
        section = str(argument_of(call, "section", None, ""))
        listing = snippets.get(name)
        if listing is None:
            findings.append(_missing(call, name, snippets))
            continue
        shown.add(name)
        if section and region_of(listing, section) is None:
            names = [region.name for region in listing.regions]
            findings.append(say_book.missing_region(call, name, section, names))
    return shown, findings


def editions_shown(
    call: Call, snippets: Mapping[str, Listing]
) -> tuple[tuple[str, str], ...] | Finding:
    """The editions that an `editions` call shows, each with the name of its listing."""
    name = str(argument_of(call, "name", 0, ""))
    listing = snippets.get(name)
    if listing is None:
        return _missing(call, name, snippets)
    known = dict(editions_of(listing))
    asked = [one.strip() for one in str(argument_of(call, "editions", 1, "")).split("|")]
    chosen = list(known) if asked == [""] else asked
    if not known or not set(chosen) <= known.keys() or len(set(chosen)) < len(chosen):
        return say_book.odd_editions(call, name, " | ".join(asked), tuple(known))
    return tuple((one, known[one]) for one in chosen)


def argument_of(call: Call, name: str, position: int | None, default: object) -> object:
    """Return the value of a parameter, given by name or by position."""
    for key, argument in call.named:
        if key == name:
            return argument.value
    if position is not None and position < len(call.arguments):
        return call.arguments[position].value
    return default


def _missing(call: Call, name: str, known: Iterable[str]) -> Finding:
    return say_book.missing_snippet(
        call, name, difflib.get_close_matches(name, list(known), n=1, cutoff=0.8)
    )
