"""What is said where the compiler does not tell what a variable is at a moment."""

from __future__ import annotations

from macros.model import Diagnostic


def _refuse(code: str, message: str, help: str, path: str, line: int) -> Diagnostic:
    rendered = f"error: {message}\n --> {path}:{line}\n  = help: {help}\n"
    return Diagnostic("error", code, message, rendered, path, line, 1, line, 1)


def moved_on_some_ways(path: str, line: int, variable: str, moved: int) -> Diagnostic:
    """`line` is that of the mark, `moved` that of the move."""
    return _refuse(
        "E0382",
        f"whether `{variable}` is moved here depends on the way the program took: "
        f"line {moved} moves it, and is not on every way, as far as the compiler was asked",
        f"draw it after the branches meet: let every way move `{variable}`, or none, "
        f"or set the mark inside the branch",
        path,
        line,
    )


def initialised_on_some_ways(path: str, line: int, variable: str) -> Diagnostic:
    return _refuse(
        "E0381",
        f"whether `{variable}` is initialised here depends on the way the program took",
        f"draw it after the branches meet: let every way initialise `{variable}` before the mark",
        path,
        line,
    )


def not_in_scope(path: str, line: int, variable: str) -> Diagnostic:
    return _refuse(
        "E0425",
        f"there is no variable `{variable}` in scope here",
        "show variables that a statement here could use",
        path,
        line,
    )


def shadowed(path: str, line: int, variable: str, declared: int) -> Diagnostic:
    return _refuse(
        "",
        f"the `{variable}` of line {declared} is shadowed here, and cannot be asked for",
        "rename one of them, or declare them in statements on lines of their own",
        path,
        line,
    )


def other_variable(path: str, line: int, variable: str, declared: int, found: int) -> Diagnostic:
    return _refuse(
        "E0425",
        f"`{variable}` is the one of line {found} here, not that of line {declared}",
        "rename one of them",
        path,
        line,
    )


def no_statement(path: str, line: int, variable: str) -> Diagnostic:
    return _refuse(
        "",
        f"what `{variable}` is during the call on line {line} cannot be asked for",
        "make the call a statement on a line of its own",
        path,
        line,
    )


def not_asked(path: str, line: int, variable: str, said: str) -> Diagnostic:
    return _refuse(
        "",
        f"what `{variable}` is here cannot be asked for: with the question in it, the program "
        f"does not compile: {said}",
        "set the mark between two statements of a function",
        path,
        line,
    )


def not_reached(path: str, line: int, variable: str) -> Diagnostic:
    return _refuse(
        "",
        f"no way of the program leads to this line, so nobody can say what `{variable}` is here",
        "set the mark where the program comes by",
        path,
        line,
    )
