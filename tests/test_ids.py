"""Names of claims."""

from __future__ import annotations

import re
from dataclasses import replace

from macros.ids import name_claims
from macros.model import Claim
from tests.made import claim_in

A = claim_in('{{ claim("12 bytes", "size_of::<(char, u8, i32)>()") }}')
B = claim_in('{{ claim("24 bytes", "size_of::<String>()") }}')
PINNED = claim_in('{{ claim("24 bytes", "size_of::<String>()", id="string-size") }}')


def ids(path: str, *claims: Claim) -> list[str]:
    named, findings = name_claims(on_page(path, claim) for claim in claims)
    assert not findings
    return [claim.id for claim in named]


def on_page(path: str, claim: Claim) -> Claim:
    return replace(claim, call=replace(claim.call, place=replace(claim.place, path=path)))


def test_an_id_is_page_subject_and_hash() -> None:
    """It can be read, and says where to look."""
    (name,) = ids("docs/sizes.md", A)
    assert re.fullmatch(r"sizes-size-of-char-u8-i32-[0-9a-f]{4}", name)
    (name,) = ids("docs/enums/payload.md", A)
    assert name.startswith("enums-payload-size-of-char-u8-i32-")


def test_ids_do_not_move_with_the_page() -> None:
    """Another order, another claim before them, or other words change no id."""
    first, second = ids("docs/sizes.md", A, B)
    assert ids("docs/sizes.md", B, A) == [second, first]
    assert ids("docs/sizes.md", B) == [second]
    reworded = replace(A, words="nine bytes", mark=B.mark)
    assert ids("docs/sizes.md", reworded) == [first]


def test_the_same_subject_again_is_numbered() -> None:
    """A second and a third claim about the same thing on the same page."""
    first, second, third = ids("docs/sizes.md", A, A, A)
    assert (second, third) == (f"{first}-2", f"{first}-3")


def test_kind_subject_and_snippet_make_the_hash() -> None:
    """The same expression inside a snippet is another claim."""
    inside = replace(A, snippet="ownership/move")
    truth = replace(A, kind="truth")
    other = replace(A, subject="size_of::<(char, u8, I32)>()")
    assert len(set(ids("docs/sizes.md", A, inside, truth, other))) == 4
    assert not any(name.endswith("-2") for name in ids("docs/sizes.md", A, inside, truth, other))


def test_long_and_foreign_subjects_become_short_plain_words() -> None:
    """At most forty characters, cut between words, without accents; never empty."""
    long = replace(A, subject="align_of::<i8>() == size_of::<i8>() && align_of::<i16>() == 2")
    (name,) = ids("docs/sizes.md", long)
    assert re.fullmatch(r"sizes-align-of-i8-size-of-i8-align-of-i16-2-[0-9a-f]{4}", name)
    (name,) = ids("docs/sizes.md", replace(A, subject="x" * 99))
    assert re.fullmatch(r"sizes-x{40}-[0-9a-f]{4}", name)
    (name,) = ids("docs/größe mit raum.md", replace(A, kind="prints", subject="🦀", snippet="a"))
    assert re.fullmatch(r"groe-mit-raum-prints-[0-9a-f]{4}", name)


def test_a_pin_is_the_id() -> None:
    """A pinned claim keeps its id, and no generated one takes it."""
    (generated,) = ids("docs/sizes.md", B)
    thief = replace(A, id=generated)
    assert ids("docs/sizes.md", PINNED) == ["string-size"]
    assert ids("docs/sizes.md", B, thief) == [f"{generated}-2", generated]


def test_a_pin_that_stands_twice_is_a_finding_and_ids_stay_unique() -> None:
    """Anywhere in the book, whatever the case of its letters."""
    again = on_page("docs/copy.md", replace(PINNED, id="String-Size"))
    named, (finding,) = name_claims((PINNED, again))
    assert (finding.code, finding.place.path) == ("id", "docs/copy.md")
    assert finding.message == "the id `String-Size` stands twice in the book"
    assert finding.notes == (f"first: {PINNED.place}",)
    assert named[0].id == "string-size"
    assert named[1].id.startswith("copy-size-of-string-")


def test_a_pin_with_characters_no_link_can_hold_is_a_finding() -> None:
    """The claim gets a generated id, so that everything else goes on."""
    for pin in ("a b", "größe", "1st", "x#y", "-"):
        named, (finding,) = name_claims([replace(PINNED, id=pin)])
        assert finding.message == f"`{pin}` cannot be an id"
        assert named[0].id.startswith("sizes-size-of-string-")


def test_ids_are_unique_in_the_book() -> None:
    """Two pages whose names become the same words share no id."""
    first, second = on_page("docs/a/b.md", A), on_page("docs/a-b.md", A)
    named, findings = name_claims((first, second))
    assert not findings
    assert named[1].id == f"{named[0].id}-2"
