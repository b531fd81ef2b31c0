"""Calls of `code` → excerpts: the function whose code each shows, and what became of it.

An excerpt inserts what was measured, so it cannot disagree; it holds where there is such code.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from macros.book import Book
from macros.claims import argument_of
from macros.codegen import ASSEMBLY, FORMS, PATH, Code, CodegenAnswer, CodegenQuestion, find_codes
from macros.ids import name_of_page, slug
from macros.languages.dialects import DIALECTS
from macros.model import Call, Finding, Language, Listing, Mode, Place, State, Trouble, Verdict
from macros.questions import AnyAnswer, AnyQuestion
from macros.report import EXCERPT, say_book, say_codegen

MACRO: Final = "code"
_WITHOUT_CODE: Final = (Mode.IGNORED, Mode.CHECK_FAIL, Mode.BUILD_FAIL)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The code of a function, shown on a page in one form."""

    id: str
    call: Call
    function: str
    form: str
    question: CodegenQuestion
    title: str = ""

    @property
    def listing(self) -> Listing:
        return self.question.listing


@dataclass(frozen=True, slots=True)
class Excerpts:
    """The excerpts of a book in reading order, by place of their call, and what is wrong with some.

    `used` are the names of the snippets that they are of.
    """

    excerpts: tuple[Excerpt, ...]
    by_call: Mapping[tuple[str, int], Excerpt]
    used: frozenset[str]
    findings: tuple[Finding, ...]


NO_EXCERPTS: Final = Excerpts((), MappingProxyType({}), frozenset(), ())


def collect_excerpts(book: Book) -> Excerpts:
    """Read every call that shows generated code."""
    excerpts: list[Excerpt] = []
    findings: list[Finding] = []
    ids: dict[str, int] = {}
    calls = [call for page in book.pages.values() for call in page.calls if call.macro == MACRO]
    for call in calls:
        excerpt = _read_excerpt(call, book.snippets, ids)
        if isinstance(excerpt, Finding):
            findings.append(excerpt)
        else:
            excerpts.append(excerpt)
    by_call = {(one.call.place.path, one.call.start): one for one in excerpts}
    used = frozenset(str(argument_of(call, "snippet", 1, "")) for call in calls)
    return Excerpts(tuple(excerpts), MappingProxyType(by_call), used, tuple(findings))


def _read_excerpt(
    call: Call, snippets: Mapping[str, Listing], ids: dict[str, int]
) -> Excerpt | Finding:
    function = str(argument_of(call, "function", 0, ""))
    form = str(argument_of(call, "form", None, ""))
    name = str(argument_of(call, "snippet", 1, ""))
    listing = snippets.get(name)
    if listing is None:
        close = difflib.get_close_matches(name, list(snippets), n=1, cutoff=0.8)
        return say_book.missing_snippet(call, name, close)
    if form not in FORMS:
        return say_codegen.unknown_form(call, form, _place(call, "form", None))
    if not PATH.fullmatch(function):
        return say_codegen.not_a_name(call, function, _place(call, "function", 0))
    what = "" if listing.directives.mode not in _WITHOUT_CODE else "does not compile, or is ignored"
    if listing.language is not Language.RUST:
        what = f"is written in {DIALECTS[listing.language].name}"
    if what:
        return say_codegen.unsuited_snippet(call, _place(call, "snippet", 1), name, what)
    first = f"{name_of_page(call.place.path)}-{form}-{slug(function)}"
    ids[first] = ids.get(first, 0) + 1
    id = f"{first}-{ids[first]}" if ids[first] > 1 else first
    title = str(argument_of(call, "title", None, ""))
    return Excerpt(id, call, function, form, CodegenQuestion(listing), title)


def _place(call: Call, name: str, position: int | None) -> Place:
    if position is not None and position < len(call.arguments):
        return call.arguments[position].place
    return next((one.place for key, one in call.named if key == name), call.place)


# What became of it ------------------------------------------------------------------------


def code_of_excerpt(
    excerpt: Excerpt, answers: Mapping[AnyQuestion, AnyAnswer | Trouble]
) -> Code | None:
    """The code that the excerpt shows; None where it is not known, or several could be meant."""
    answer = answers.get(excerpt.question)
    if not isinstance(answer, CodegenAnswer):
        return None
    found = find_codes(excerpt.function, answer.of_form(excerpt.form))
    return found[0] if len(found) == 1 else None


def judge_excerpt(excerpt: Excerpt, answers: Mapping[AnyQuestion, AnyAnswer | Trouble]) -> Verdict:
    """Hold where the function has code of its own in that form."""
    findings = tuple(_findings(excerpt, answers[excerpt.question]))
    broken = any(finding.broken for finding in findings)
    code = code_of_excerpt(excerpt, answers)
    return Verdict(
        excerpt.id,
        EXCERPT,
        excerpt.call.place,
        State.UNCHECKED if broken else State.REFUTED if findings else State.HOLDS,
        words=excerpt.title,
        expression=f"{excerpt.form} of {excerpt.function}",
        snippet=excerpt.listing.name,
        measured=f"{len(code.lines)} lines" if code else "",
        edition=excerpt.question.edition,
        findings=findings,
    )


def unchecked_excerpt(excerpt: Excerpt) -> Verdict:
    """An excerpt that nobody could measure; why is said once, of the compiler."""
    return Verdict(excerpt.id, EXCERPT, excerpt.call.place, State.UNCHECKED, words=excerpt.title)


def _findings(excerpt: Excerpt, answer: AnyAnswer | Trouble) -> Iterator[Finding]:
    call = excerpt.call
    if isinstance(answer, Trouble):
        yield say_book.could_not_check(call.place, "this excerpt", answer)
    elif not isinstance(answer, CodegenAnswer):
        raise AssertionError(f"{excerpt.id} has an answer to another question")
    elif answer.diagnostic is not None:
        yield say_codegen.excerpt_unmeasured(call, excerpt.listing.name, answer.diagnostic)
    elif answer.target and excerpt.form == ASSEMBLY:
        yield say_codegen.excerpt_elsewhere(call, answer.target)
    else:
        codes = answer.of_form(excerpt.form)
        found = find_codes(excerpt.function, codes)
        if len(found) != 1:
            known = sorted({code.path for code in codes})
            paths = [code.path for code in found]
            name, mark = excerpt.function, _place(call, "function", 0)
            yield say_codegen.excerpt_unknown(call, excerpt.form, name, paths, known, mark)
