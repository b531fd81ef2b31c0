"""What is said about pages: encoding, macro calls, Jinja, fences."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Finding, Place, Value
from ..text import nearest
from ..vocabulary import Signature


def guess(word: str, known: Iterable[str]) -> str:
    """The end of a sentence about an unknown word."""
    near = nearest(word, known)
    return f"; did you mean `{near}`?" if near else ""


def not_utf8(place: Place, byte: int) -> Finding:
    return Finding(
        "encoding",
        place,
        f"line {place.line} is not UTF-8: byte 0x{byte:02x}",
        notes=("save the file as UTF-8",),
    )


# Macro calls ----------------------------------------------------------------------------


def takes(macro: str, signature: Signature) -> str:
    return f"{macro}({signature})"


def unknown_macro(place: Place, name: str, known: Iterable[str]) -> Finding:
    return Finding("macro", place, f"unknown macro `{name}`{guess(name, known)}")


def unknown_name(place: Place, name: str, known: Iterable[str]) -> Finding:
    return Finding("macro", place, f"nothing defines `{name}`{guess(name, known)}")


def macro_not_alone(place: Place, macro: str) -> Finding:
    return Finding(
        "macro",
        place,
        f"`{macro}` is used inside another expression, where it cannot be checked",
        notes=(f'a macro stands alone, with literal arguments: {{{{ {macro}("…") }}}}',),
    )


def call_in_code(place: Place, macro: str) -> Finding:
    return Finding(
        "macro",
        place,
        f"`{macro}` stands inside code, where its link would be shown as text",
        notes=('help: put the back-ticks into the words of a claim: claim("`12` bytes", …)',),
    )


def digit_touches(place: Place, macro: str) -> Finding:
    return Finding(
        "macro",
        place,
        f"a digit touches this call of `{macro}`: a reader sees another number than is checked",
        notes=("help: put the whole number into the call, or a space between",),
    )


def reserved_name(place: Place, name: str) -> Finding:
    return Finding(
        "macro",
        place,
        f"`{name}` is the name of a macro, which nothing may replace",
        notes=("help: choose another name",),
    )


def not_rendered(place: Place, key: str) -> Finding:
    return Finding(
        "macro",
        place,
        f"`{key}` keeps the macros and listings of this page from being rendered",
        notes=("help: remove the line; text for Jinja to leave alone: {% raw %} … {% endraw %}",),
    )


def call_in_sentence(place: Place, macro: str) -> Finding:
    return Finding(
        "macro",
        place,
        f"`{macro}` stands in a line with other text",
        notes=("it renders whole blocks: give it a line of its own",),
    )


def unreadable_call(place: Place, macro: str, detail: str) -> Finding:
    return Finding(
        "macro",
        place,
        f"this call of `{macro}` cannot be read: {detail}",
        notes=("every argument is a literal: a string, a number, true or false",),
    )


def not_literal(place: Place, written: str) -> Finding:
    return Finding(
        "argument",
        place,
        f"`{written}` is not a literal",
        notes=(
            'arguments are plain strings ("…"), numbers, true or false: they are read, not run',
        ),
    )


def odd_string(place: Place) -> Finding:
    return Finding(
        "argument",
        place,
        "only plain strings are read here",
        notes=("write it as \"…\" or '…', without a letter before it and without triple quotes",),
    )


def unknown_parameter(place: Place, macro: str, name: str, signature: Signature) -> Finding:
    known = [one.name for one in signature.parameters]
    return Finding(
        "parameter",
        place,
        f"`{macro}` has no parameter `{name}`{guess(name, known)}",
        notes=(f"it takes: {takes(macro, signature)}",),
    )


def parameter_twice(place: Place, macro: str, name: str) -> Finding:
    return Finding("parameter", place, f"`{macro}` is given `{name}` twice")


def too_many_arguments(place: Place, macro: str, signature: Signature) -> Finding:
    count = len(signature.positional)
    return Finding(
        "parameter",
        place,
        f"`{macro}` takes at most {count} argument{'s' * (count != 1)} without a name",
        notes=(f"it takes: {takes(macro, signature)}",),
    )


def missing_argument(place: Place, macro: str, name: str, signature: Signature) -> Finding:
    return Finding(
        "parameter",
        place,
        f"`{macro}` needs `{name}`",
        notes=(f"it takes: {takes(macro, signature)}",),
    )


def wrong_type(place: Place, macro: str, name: str, kind: type, value: Value) -> Finding:
    wanted = {str: "a string", bool: "true or false", int: "a whole number"}[kind]
    is_number = kind is str and type(value) in (int, float)
    notes = (f'write it in quotes: "{value}"',) if is_number else ()
    shown = f'"{value}"' if isinstance(value, str) else str(value).lower()
    return Finding(
        "argument", place, f"`{name}` of `{macro}` is {wanted}, not {shown}", notes=notes
    )


def empty_argument(place: Place, macro: str, name: str) -> Finding:
    return Finding("argument", place, f"`{name}` of `{macro}` is empty")


# Jinja ----------------------------------------------------------------------------------


def not_closed(place: Place, kind: str) -> Finding:
    """`kind` is that of `outline.Slip`."""
    sentences = {
        "expression": "`{{` is not closed by `}}`",
        "quote": "a string in `{{ … }}` is not closed on its line",
        "statement": "`{%` is not closed by `%}`",
        "remark": "`{##` is not closed by `##}`",
        "raw": "`{% raw %}` is not closed by `{% endraw %}`",
    }
    notes = () if kind in ("quote", "raw") else ("to show it: {% raw %} … {% endraw %}",)
    return Finding("jinja", place, sentences[kind], notes=notes)


def bad_jinja(place: Place, detail: str) -> Finding:
    return Finding(
        "jinja",
        place,
        f"Jinja cannot read this: {detail.rstrip('.')}",
        notes=("to show it as it stands: {% raw %} … {% endraw %}",),
    )


def computed_include(place: Place) -> Finding:
    return Finding(
        "jinja",
        place,
        "the path of an included file is not a literal",
        notes=('write it out, so that the file is checked too: {% include "parts/note.md" %}',),
    )


# Fences ---------------------------------------------------------------------------------


def open_fence(place: Place, run: str) -> Finding:
    return Finding(
        "fence",
        place,
        "this fence is not closed",
        notes=(
            f"it ends with a line `{run}`, indented alike",
            "a fence that shows fences needs a longer run than they have",
        ),
    )


def fence_without_rust(place: Place, info: str) -> Finding:
    return Finding(
        "fence",
        place,
        f"`{info}` is not seen as Rust, so this fence is not checked",
        notes=("begin with the language: ```rust,no_run",),
    )


def fence_behind_marker(place: Place) -> Finding:
    return Finding(
        "fence",
        place,
        "this fence begins behind a list mark, where it is not rendered as code",
        notes=("put it on the next line, indented like the item's text",),
    )


def fence_in_raw(place: Place) -> Finding:
    return Finding(
        "fence",
        place,
        "this Rust fence stands in {% raw %}",
        notes=("take it out: Rust fences never pass through Jinja",),
    )


def ignore_without_reason(place: Place) -> Finding:
    return Finding(
        "fence",
        place,
        "`ignore` gives no reason",
        notes=('write it as ```rust ignore="needs a second machine"',),
    )


def word_value(place: Place, word: str, value: str, wanted: str) -> Finding:
    return Finding("fence", place, f'`{word}` is "{value}", not {wanted}')


def word_takes_no_value(place: Place, word: str) -> Finding:
    return Finding("fence", place, f"`{word}` takes no value")


def words_conflict(place: Place, first: str, second: str) -> Finding:
    if first == second:
        return Finding("fence", place, f"`{first}` stands here twice")
    return Finding("fence", place, f"`{first}` and `{second}` exclude each other")


def test_harness(place: Place) -> Finding:
    return Finding(
        "fence",
        place,
        "`test_harness` is not supported",
        notes=("call what is tested from `main`",),
    )


def code_without_compile_fail(place: Place, code: str) -> Finding:
    return Finding(
        "fence",
        place,
        f"`{code}` stands here without `compile_fail`",
        notes=(f"write ```rust,compile_fail,{code}",),
    )


def unknown_word(place: Place, written: str, key: str, known: Iterable[str]) -> Finding:
    return Finding("fence", place, f"unknown word `{written}`{guess(key, known)}")


def directive_in_fence(place: Place) -> Finding:
    return Finding(
        "fence",
        place,
        "directives belong to snippet files, not to fences",
        notes=("a fence says it behind its language: ```rust,no_run,edition2021",),
    )
