"""What a page may call and name: the macros with their parameters, and the names others define."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from .model import Value


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a macro; `kind` is what its literal must be."""

    name: str
    kind: type[str] | type[bool] | type[int] = str
    required: bool = False
    default: Value = ""
    named_only: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """The parameters of a macro, in order; `alone` means alone on its line."""

    parameters: tuple[Parameter, ...]
    alone: bool = False

    @property
    def positional(self) -> tuple[Parameter, ...]:
        return tuple(one for one in self.parameters if not one.named_only)

    def named(self, name: str) -> Parameter | None:
        return next((one for one in self.parameters if one.name == name), None)

    def __str__(self) -> str:
        return ", ".join(f"{one.name}=" if one.named_only else one.name for one in self.parameters)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The macros, and the names and filters that Jinja and mkdocs-macros bring along.

    `reserved` are names by which the generator itself is called, and no page may use.
    """

    macros: Mapping[str, Signature]
    names: frozenset[str] = field(default_factory=frozenset)
    filters: frozenset[str] = field(default_factory=frozenset)
    reserved: frozenset[str] = field(default_factory=frozenset)


RENDERER = "verified"
"""The name under which numbered items are rendered."""


def named(*names: str) -> tuple[Parameter, ...]:
    """Text parameters that are only given by name."""
    return tuple(Parameter(name, named_only=True) for name in names)


GROUNDS = named("guaranteed", "id", "edition")
MACROS: Mapping[str, Signature] = MappingProxyType(
    {
        "claim": Signature(
            (
                Parameter("words", required=True),
                Parameter("expression"),
                Parameter("snippet"),
                *named("prints", "prints_not", "fails", "section", "of", "snapshot"),
                *named("assembly", "mir", "calls"),
                *named("allocates", "reallocates", "frees"),
                *named("timing"),
                *GROUNDS,
            )
        ),
        "size_of": Signature((Parameter("type", required=True), Parameter("snippet"), *GROUNDS)),
        "align_of": Signature((Parameter("type", required=True), Parameter("snippet"), *GROUNDS)),
        "measure": Signature(
            (Parameter("expression", required=True), Parameter("snippet"), *GROUNDS)
        ),
        "snippet": Signature(
            (
                Parameter("name", required=True),
                *named("section"),
                Parameter("output", bool, default=True, named_only=True),
                *named("title"),
            ),
            alone=True,
        ),
        "editions": Signature(
            (
                Parameter("name", required=True),
                Parameter("editions"),
                *named("title"),
            ),
            alone=True,
        ),
        "layout": Signature(
            (
                Parameter("type", required=True),
                Parameter("snippet"),
                *named("compare"),
                Parameter("depth", int, default=1, named_only=True),
                Parameter("local", bool, default=False, named_only=True),
                Parameter("heap", bool, default=False, named_only=True),
                *named("vtable", "title"),
            ),
            alone=True,
        ),
        "layout_table": Signature(
            (Parameter("types", required=True), Parameter("snippet"), *named("title")), alone=True
        ),
        "calls": Signature(
            (Parameter("snippet", required=True), *named("title", "id")), alone=True
        ),
        "memory": Signature((Parameter("name", required=True), *named("title")), alone=True),
        "code": Signature(
            (
                Parameter("function", required=True),
                Parameter("snippet", required=True),
                Parameter("form", required=True, named_only=True),
                *named("title"),
            ),
            alone=True,
        ),
        "timings": Signature((Parameter("rows", required=True), *named("title")), alone=True),
        "quoted": Signature(
            (Parameter("words", required=True), Parameter("source", required=True, named_only=True))
        ),
        "unmeasured": Signature(
            (Parameter("words", required=True), Parameter("reason", required=True, named_only=True))
        ),
    }
)
UNCHECKED_MACROS = frozenset({"quoted", "unmeasured"})
"""Macros whose words nobody measures: they show as such, and are no claims."""

JINJA_NAMES = "range dict lipsum cycler joiner namespace loop self super caller varargs kwargs"
PLUGIN_NAMES = (
    "context macros_info now fix_url page config navigation extra environment plugin git files "
    "filters filters_builtin macros"
)
VOCABULARY = Vocabulary(
    MACROS,
    frozenset((*JINJA_NAMES.split(), *PLUGIN_NAMES.split())),
    frozenset({"pretty", "relative_url"}),
    frozenset({RENDERER}),
)
