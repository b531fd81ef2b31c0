"""The text of a type, as far as it has to be understood before the compiler reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.rust.tokens import Token, find_tokens, is_balanced

_LOCAL = re.compile(r"\s*((?:r#)?[^\W\d]\w*(?:::(?:r#)?[^\W\d]\w*)*)::((?:r#)?[^\W\d]\w*)\s*")
_AUTO = frozenset(("Send", "Sync", "Unpin", "UnwindSafe", "RefUnwindSafe", "Sized"))


@dataclass(frozen=True, slots=True)
class TraitObject:
    """The `dyn …` inside a type: its offsets there, and its first trait that has methods."""

    start: int
    end: int
    trait: str


def is_one_piece(text: str) -> bool:
    """Whether a text ends where it should: brackets, strings and comments."""
    tokens = find_tokens(text)
    return tokens is not None and is_balanced(tokens)


def is_blank(text: str) -> bool:
    """Whether a text has nothing but white space and comments."""
    tokens = find_tokens(text)
    return tokens is not None and all(token.kind == "comment" for token in tokens)


def split_local(text: str) -> tuple[str, str] | None:
    """`make::add` → the function's path and the variable."""
    match = _LOCAL.fullmatch(text)
    return (match[1], match[2]) if match else None


def find_trait_object(text: str) -> TraitObject | None:
    """The outermost `dyn …` of a type: `Box<dyn Shape + Send>` → `dyn Shape + Send`, `Shape`."""
    tokens = [token for token in find_tokens(text) or () if token.kind != "comment"]
    start = next((at for at, token in enumerate(tokens) if token.text == "dyn"), None)
    if start is None:
        return None
    bounds = [bound for bound in _split_bounds(tokens[start + 1 :]) if bound]
    last = bounds[-1][-1] if bounds else tokens[start]
    traits = (_spell(text, bound) for bound in bounds if bound[0].kind != "lifetime")
    with_methods = (trait for trait in traits if trait.split("::")[-1] not in _AUTO)
    return TraitObject(tokens[start].start, last.start + len(last.text), next(with_methods, ""))


def _spell(text: str, tokens: Sequence[Token]) -> str:
    return text[tokens[0].start : tokens[-1].start + len(tokens[-1].text)]


def _split_bounds(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The tokens between the `+` of a trait object, as far as it goes."""
    bound: list[Token] = []
    depth = 0
    for before, token in zip((None, *tokens), tokens, strict=False):
        arrow = token.text == ">" and before is not None and before.text in ("-", "=")
        if depth == 0 and not arrow and token.text in (">", ")", "]", "}", ",", ";", "="):
            break
        if depth == 0 and token.text == "+":
            yield bound
            bound = []
            continue
        opens = token.text == "<" or token.kind == "open"
        closes = (token.text == ">" and not arrow) or token.kind == "close"
        depth += opens - closes
        bound.append(token)
    yield bound
