"""Names of claims: readable, unique, and unmoved by edits elsewhere on the page.

In: claims in the order of their pages; a claim whose `id` is not empty is pinned to it.
Out: the ids in the same order, and findings about pins.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Final

from macros.model import Claim, Finding
from macros.report import say_facts

_LONGEST: Final = 40
_PIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


Named = tuple[tuple[Claim, ...], tuple[Finding, ...]]


def name_claims(claims: Iterable[Claim]) -> Named:
    """The claims of a whole book, page by page, each with an id that no other has.

    An id is pinned, or made of page, subject and a hash of kind, subject and snippet. The same
    subject again gets "-2", "-3", …; of a pin that is used twice only the first use counts.
    """
    given = tuple(claims)
    ids = _unique(given)
    named = tuple(replace(claim, id=name) for claim, name in zip(given, ids, strict=True))
    return named, find_bad_pins(given)


def _unique(claims: tuple[Claim, ...]) -> Iterator[str]:
    """Ids of claims, in their order."""
    pins = {claim.id.lower() for claim in claims if _PIN.fullmatch(claim.id)}
    used = set(pins)
    for claim in claims:
        if claim.id.lower() in pins:
            pins.remove(claim.id.lower())
            yield claim.id
            continue
        names = _numbered(f"{name_of_page(claim.place.path)}-{_subject(claim)}")
        name = next(name for name in names if name not in used)
        used.add(name)
        yield name


def find_bad_pins(claims: tuple[Claim, ...]) -> tuple[Finding, ...]:
    """Pins with characters that no link can hold, and pins that stand in the book twice."""
    first: dict[str, Claim] = {}
    findings: list[Finding] = []
    for claim in claims:
        if not claim.id:
            continue
        if not _PIN.fullmatch(claim.id):
            findings.append(say_facts.bad_pin(claim))
        elif claim.id.lower() in first:
            findings.append(say_facts.pin_again(claim, first[claim.id.lower()].place))
        else:
            first[claim.id.lower()] = claim
    return tuple(findings)


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1


@lru_cache(maxsize=64)
def name_of_page(path: str) -> str:
    """`docs/sizes.md` is `sizes`, `docs/enums/payload.md` is `enums-payload`."""
    parts = PurePosixPath(path).with_suffix("").parts
    return slug("-".join(parts[1:] if parts[:1] == ("docs",) else parts)) or "page"


def _subject(claim: Claim) -> str:
    text = "\0".join((claim.kind, claim.subject, claim.snippet))
    digits = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:4]
    return f"{_shortened(slug(claim.subject)) or claim.kind}-{digits}"


def slug(text: str) -> str:
    """Lower-case ASCII letters and digits, everything else a single hyphen."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def _shortened(slug: str) -> str:
    """At most forty characters, cut between two words where there are two."""
    if len(slug) <= _LONGEST:
        return slug
    head, hyphen, _ = slug[: _LONGEST + 1].rpartition("-")
    return head if hyphen else slug[:_LONGEST]
