"""Every sentence about types whose layout was asked: what is wrong with one, and what helps.

A Diagnostic of ours is about the whole text of the type.
"""

from __future__ import annotations

from dataclasses import replace

from macros.model import Diagnostic, Trouble

OBJECT = "object file"
"""The path of a message that is about no text at all."""
NO_RULES = "no rules expected "
"""How rustc's message begins where something else than a type stands."""


def edition_not_measured(text: str, edition: str, oldest: str) -> Diagnostic:
    return about(text, f"layouts are measured in edition {oldest} or newer, not in {edition}")


def type_empty(path: str) -> Diagnostic:
    return about("", "the type is empty", path)


def type_not_unicode(path: str) -> Diagnostic:
    return about("", "the type holds half of a character (a lone surrogate)", path)


def type_reads_outside(text: str, path: str) -> Diagnostic:
    return about(text, "the type reads the environment or a file, which differs elsewhere", path)


def type_unbalanced(text: str, path: str) -> Diagnostic:
    return about(text, "one type is expected: a bracket, string or comment has no partner", path)


def views_exclude_each_other(text: str) -> Diagnostic:
    return about(text, "only one of `local`, `heap` and `vtable` can be asked of a type")


def no_local(text: str) -> Diagnostic:
    message = "a variable is written behind its function's path: `make::add`"
    return about(text, message)


def local_without_listing(text: str) -> Diagnostic:
    return about(text, "a variable needs the snippet that its function stands in")


def function_generic(text: str) -> Diagnostic:
    message = "this function is generic: it is compiled once for each type, or never"
    return about(text, f"{message}; name a variable of a function that is not")


def no_variable(text: str, reason: str, near: str) -> Diagnostic:
    """`near` is a word of the snippet that looks like the variable's name, or empty."""
    return about(text, reason + (f"; the snippet has `{near}`" if near else ""))


def not_only_type(said: Diagnostic) -> Diagnostic:
    """The same place, in words that do not speak of a macro."""
    message = f"one type is expected, and {said.message.removeprefix(NO_RULES)} is no part of it"
    _, *rest = said.rendered.split("\n")
    shown = (line.replace("no rules expected this token in macro call", "") for line in rest)
    lines = (f"error: {message}", *(line.rstrip() for line in shown))
    return replace(said, code="", message=message, rendered="\n".join(lines))


def no_trait_object(text: str) -> Diagnostic:
    message = "a vtable belongs to a trait object, and no `dyn` is written here"
    return about(text, f"{message}: `dyn Shape`, `&dyn Shape`, `Box<dyn Shape>`")


def no_layout(text: str, reason: str) -> Diagnostic:
    return about(text, f"the compiler's debug information has no layout for this: {reason}")


def object_unreadable(text: str, reason: str) -> Diagnostic:
    return about(text, f"the compiler's debug information cannot be read: {reason}", OBJECT)


def about(text: str, message: str, path: str = "expression") -> Diagnostic:
    """An error about the whole of an author's text."""
    lines = text.split("\n")
    said = f"error: {message}\n"
    return Diagnostic("error", "", message, said, path, 1, 1, len(lines), len(lines[-1]) + 1)


def layout_differs(type: str, decoded: tuple[int, int], measured: tuple[int, int]) -> Trouble:
    return Trouble(
        f"the debug information gives `{type}` size {decoded[0]} and align {decoded[1]},"
        f" rustc measures size {measured[0]} and align {measured[1]}",
        "rustc -vV",
    )


def range_not_found(type: str) -> Trouble:
    return Trouble(f"rustc tells no range for the values of `{type}`", "rustc -vV")
