"""Every sentence about layout facts of the margin: how they are written, and what was measured."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..model import AnnotatedType, Diagnostic, Finding, LayoutFact, Mode, Place
from . import say_facts
from .say_pages import guess

_EXAMPLES = {
    "size": "//~ size 8",
    "align": "//~ align 4",
    "offset": "//~ offset 4",
    "padding": "//~ padding 3",
    "niche": "//~ niche 0 means None",
    "tag": "//~ tag u8",
}

_PRIVATE = "E0603"
_NOTHING = "rustc stores nothing to tell variants apart"


# How a fact is written --------------------------------------------------------------------


def _odd(place: Place, message: str, *notes: str) -> Finding:
    return Finding("expectation", place, message, None, notes)


def outside(place: Place) -> Finding:
    return _odd(place, "this points to a line outside of the listing")


def unknown_fact(place: Place, text: str, known: Sequence[str]) -> Finding:
    if not text:
        return _odd(place, "there is no layout fact between two commas, or behind the last")
    word = text.split(maxsplit=1)[0]
    return _odd(place, f"unknown layout fact `{word}`{guess(word, known)}")


def no_number(place: Place, kind: str) -> Finding:
    return _odd(place, f"`{kind}` needs a number in digits: {_EXAMPLES[kind]}")


def more_behind(place: Place, kind: str, rest: str) -> Finding:
    help = "help: a comma stands between two facts: //~ size 8, align 4"
    return _odd(place, f"nothing stands behind the number of `{kind}`, and here is `{rest}`", help)


def niche_without_variant(place: Place) -> Finding:
    return _odd(place, f"`niche` says which variant a value means: {_EXAMPLES['niche']}")


def odd_tag(place: Place, text: str) -> Finding:
    what = f"`{text}` is not the type of an integer" if text else "`tag` needs its type"
    return _odd(place, f"{what}: {_EXAMPLES['tag']}")


def no_type(place: Place, kind: str) -> Finding:
    help = "help: it stands in the lines of the item; what a macro makes has none"
    return _odd(place, f"`{kind}` is about a struct, an enum or a union, and none is here", help)


def two_on_line(place: Place, what: str, names: Sequence[str]) -> Finding:
    listed = ", ".join(f"`{name}`" for name in names)
    return _odd(place, f"{what} {listed} stand on one line", "help: give each a line of its own")


def generic(place: Place, name: str) -> Finding:
    help = "help: state it of a type without parameters, or draw it: {{ layout(…) }}"
    return _odd(place, f"`{name}` is generic, and has a layout only with its arguments", help)


def twins(place: Place, name: str, line: int) -> Finding:
    message = f"line {line} has another `{name}`, and only one of them is compiled"
    help = "help: give them two names, and state the layout of the one that is there"
    return _odd(place, message, help)


def local(place: Place, name: str) -> Finding:
    help = "help: move the type out of the braces, or draw it: {{ layout(…, local=True) }}"
    return _odd(place, f"`{name}` has no name outside of the braces around it", help)


def local_in_fence(place: Place, name: str) -> Finding:
    message = f"`{name}` stands in the main function that is put around the fence"
    return _odd(place, message, "help: give the fence one of its own: # fn main() {}")


def not_on_item(place: Place, kind: str) -> Finding:
    help = "help: write //~v in front of it where it stands above the item, //~^ where below"
    return _odd(place, f"`{kind}` speaks of the line of an item, and none is here", help)


def no_field(place: Place) -> Finding:
    return _odd(place, "`offset` stands on the line of a field, and none is here")


def padding_outside(place: Place) -> Finding:
    help = "help: put it above the field that follows the hole, or above the closing brace"
    return _odd(place, "`padding` stands among the fields", help)


def padding_between_variants(place: Place) -> Finding:
    help = "help: put it above a field inside a variant, or above the closing brace of the enum"
    return _odd(place, "no padding lies between two variants: one of them is there at a time", help)


def padding_ends_variant(place: Place, variant: str) -> Finding:
    message = f"what lies behind the last field of `{variant}` is there for the other variants"
    help = "help: bytes that no variant uses stand above the closing brace of the enum"
    return _odd(place, message, help)


def padding_behind_code(place: Place) -> Finding:
    help = "help: put it above the field that follows the hole, or above the closing brace"
    return _odd(place, "`padding` stands on a line of its own", help)


def no_enum(place: Place, kind: str, name: str) -> Finding:
    return _odd(place, f"tags and niches tell variants apart, and {kind} `{name}` has none")


def unknown_variant(place: Place, name: str, text: str, known: Iterable[str]) -> Finding:
    return _odd(place, f"`{name}` has no variant `{text}`{guess(text, known)}")


def twice(place: Place, kind: str, line: int) -> Finding:
    return _odd(place, f"`{kind}` of the same was already given on line {line}")


def facts_without_compiling(place: Place, mode: Mode) -> Finding:
    message = f"a `{mode.value}` listing is not compiled to its end, so its types have no layout"
    return _odd(place, message)


# What was measured ------------------------------------------------------------------------

TAG = "the tag"


def with_source(finding: Finding, type: AnnotatedType, setting: str) -> Finding:
    """The finding with the compiler whose layout it speaks of."""
    if finding.broken:
        return finding
    source = f"measured: the layout of {type.name}   {setting}"
    return replace(finding, notes=(source, *finding.notes))


def other_size(fact: LayoutFact, measured: int) -> Finding:
    return Finding("size", fact.place, _differs(f"size {fact.number}", str(measured)))


def other_align(fact: LayoutFact, measured: int) -> Finding:
    return Finding("align", fact.place, _differs(f"align {fact.number}", str(measured)))


def other_offset(fact: LayoutFact, measured: int) -> Finding:
    said = f"offset {fact.number} for `{fact.field}`"
    return Finding("offset", fact.place, _differs(said, str(measured)))


def _differs(said: str, measured: str) -> str:
    return f"the margin says {said}, rustc measures {measured}"


def no_such_field(fact: LayoutFact) -> Finding:
    message = f"the margin says offset {fact.number}, rustc lays out no field `{fact.field}` here"
    return Finding("offset", fact.place, message)


def other_padding(fact: LayoutFact, where: str, measured: int) -> Finding:
    said = f"padding {fact.number} {where}"
    return Finding("padding", fact.place, _differs(said, str(measured)))


def no_padding(fact: LayoutFact, where: str) -> Finding:
    message = f"the margin says padding {fact.number} {where}, rustc leaves none there"
    help = "help: take the fact out, or put it where the hole is"
    return Finding("padding", fact.place, message, None, (help,))


def padding_missing(place: Place, number: int, before: str, after: str) -> Finding:
    """`place` is what stands behind the hole in the text, `after` its name in a sentence."""
    if not after:
        where = f"behind {before}, at the end" if before else "at the end"
    else:
        where = f"between {before} and {after}" if before else f"before {after}"
    message = f"rustc leaves {_bytes(number)} of padding {where}, and the margin does not say so"
    help = f"help: write above line {place.line}, on a line of its own: //~ padding {number}"
    return Finding("padding", place, message, None, (help,))


def padding_missing_on_line(place: Place, number: int, name: str) -> Finding:
    where = among(name)
    message = f"rustc leaves {_bytes(number)} of padding {where}, and the margin does not say so"
    help = f"help: write it behind line {place.line}: //~ padding {number}"
    return Finding("padding", place, message, None, (help,))


def _bytes(number: int) -> str:
    return f"{number} byte" if number == 1 else f"{number} bytes"


def named(name: str) -> str:
    return f"`{name}`"


def before(field: str) -> str:
    return f"before `{field}`" if field else "at the end"


def among(name: str) -> str:
    return f"in `{name}`"


def other_tag(fact: LayoutFact, measured: str) -> Finding:
    return Finding("tag", fact.place, _differs(f"tag {fact.text}", measured))


def niche_instead(fact: LayoutFact, inside: str) -> Finding:
    where = f" in `{inside}`" if inside else ""
    message = f"the margin says tag {fact.text}, rustc tells the variants apart by a niche{where}"
    help = "help: say which value means which variant, such as //~ niche 0 means None"
    return Finding("tag", fact.place, message, None, (help,))


def no_tag(fact: LayoutFact) -> Finding:
    return Finding("tag", fact.place, f"the margin says tag {fact.text}, {_NOTHING}")


def no_niche(fact: LayoutFact) -> Finding:
    return Finding("niche", fact.place, f"the margin says niche {fact.number}, {_NOTHING}")


def tag_instead(fact: LayoutFact, tag: str) -> Finding:
    message = f"the margin says niche {fact.number}, rustc stores a tag of its own, {tag}"
    return Finding("niche", fact.place, message, None, (f"help: write //~ tag {tag}",))


def other_niche(fact: LayoutFact, measured: int) -> Finding:
    said = f"niche {fact.number} means `{fact.text}`"
    return Finding("niche", fact.place, _differs(said, str(measured)))


def not_encoded(fact: LayoutFact, inside: str) -> Finding:
    said = f"niche {fact.number} means `{fact.text}`"
    where = f"any value of `{inside}`" if inside else "any value"
    message = f"the margin says {said}, rustc has no value for it: {where} left over means it"
    return Finding("niche", fact.named or fact.place, message)


def no_layout(type: AnnotatedType, diagnostic: Diagnostic | None, setting: str) -> Finding:
    said = say_facts.said_by(diagnostic) if diagnostic else "rustc gave no layout and no message"
    lines = say_facts.rustc_lines(diagnostic) if diagnostic else ()
    message = f"the layout of `{type.name}` cannot be measured: {said}"
    is_private = diagnostic is not None and diagnostic.code == _PRIVATE
    help = (
        ("help: write pub(crate) before it, so that it has a name outside",) if is_private else ()
    )
    return Finding("type", type.place, message, None, (*lines, *help, f"asked: {setting}"))


def not_asked(type: AnnotatedType) -> Finding:
    message = f"the layout of `{type.name}` was not measured"
    return Finding("tool", type.place, message, broken=True)
