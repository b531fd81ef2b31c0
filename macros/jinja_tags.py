"""Jinja tags that are no calls of ours → files they include, and what Jinja would stumble over.

Slow beside the rest of the scan, and needed by few pages.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from jinja2 import Environment, TemplateSyntaxError, meta, nodes

from .model import Finding, Place
from .outline import QUOTED, Tag
from .report import say_pages as say
from .text import Lines, blank
from .vocabulary import Vocabulary

STRINGS = re.compile(QUOTED)
Loading = nodes.Include | nodes.Import | nodes.FromImport | nodes.Extends


def read_tags(
    lines: Lines, tags: tuple[Tag, ...], vocabulary: Vocabulary, names: frozenset[str]
) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """The literal paths that the tags include or import, and the findings.

    `names` are variables beyond the vocabulary's.
    """
    environment = jinja_environment(vocabulary)
    tree, readable, broken = parse_tags(environment, lines, tags)
    if tree is None:
        return (), broken
    known = names | vocabulary.names | frozenset(vocabulary.macros)
    if readable != tags:
        known |= names_in_statements(lines, tags)
    included, computed = find_included(lines, readable, tree)
    try:
        undeclared = meta.find_undeclared_variables(tree) - known - guarded_names(tree)
    except TemplateSyntaxError as error:
        return included, (*broken, *computed, bad_tag(lines, readable, error))
    unknown = find_unknown(lines, readable, tree, undeclared, known)
    return included, (*broken, *computed, *unknown)


def jinja_environment(vocabulary: Vocabulary) -> Environment:
    """Jinja as the site sets it up: comments are `{##` to `##}`, so that `{#anchor}` is text."""
    environment = Environment(  # noqa: S701 (nothing is rendered)
        comment_start_string="{##", comment_end_string="##}"
    )
    environment.filters.update(dict.fromkeys(vocabulary.filters, str))
    return environment


def parse_tags(
    environment: Environment, lines: Lines, tags: tuple[Tag, ...]
) -> tuple[nodes.Template | None, tuple[Tag, ...], tuple[Finding, ...]]:
    """The syntax tree of the tags that Jinja can read; the others are findings.

    Where even the readable ones do not fit together (an `if` without `endif`), the tree is that of
    the expressions alone.
    """
    tree = parse_together(environment, lines, tags)
    if isinstance(tree, nodes.Template):
        return tree, tags, ()
    alone = [(tag, parse_together(environment, lines, (tag,))) for tag in tags if is_print(tag)]
    broken = tuple(
        say.bad_jinja(lines.place(tag.start, tag.end), error.message or "")
        for tag, error in alone
        if isinstance(error, TemplateSyntaxError)
    )
    bad = {tag for tag, error in alone if isinstance(error, TemplateSyntaxError)}
    readable = tuple(tag for tag in tags if tag not in bad)
    tree = parse_together(environment, lines, readable)
    if isinstance(tree, nodes.Template):
        return tree, readable, broken
    broken = (*broken, bad_tag(lines, readable, tree))
    expressions = tuple(tag for tag in readable if is_print(tag))
    tree = parse_together(environment, lines, expressions)
    return (tree if isinstance(tree, nodes.Template) else None), expressions, broken


def names_in_statements(lines: Lines, tags: Iterable[Tag]) -> frozenset[str]:
    """Whatever a statement may define: not unknown where statements cannot be read."""
    texts = (lines.text[tag.start : tag.end] for tag in tags if not is_print(tag))
    return frozenset(name for text in texts for name in re.findall(r"[^\W\d]\w*", text))


def is_print(tag: Tag) -> bool:
    return tag.kind == "expression"


def parse_together(
    environment: Environment, lines: Lines, tags: Iterable[Tag]
) -> nodes.Template | TemplateSyntaxError:
    """Parses the tags alone, on the lines they stand on in the page."""
    pieces: list[str] = []
    line = 1
    for tag in tags:
        first = lines.line_of(tag.start)
        pieces += "\n" * (first - line), lines.text[tag.start : tag.end]
        line = lines.line_of(tag.end - 1)
    try:
        return environment.parse("".join(pieces))
    except TemplateSyntaxError as error:
        return error


def bad_tag(lines: Lines, tags: tuple[Tag, ...], error: TemplateSyntaxError) -> Finding:
    return say.bad_jinja(place_on(lines, tags, error.lineno, ""), error.message or "")


def place_on(lines: Lines, tags: tuple[Tag, ...], line: int, name: str) -> Place:
    """Where `name` stands in the tags of a line; the tag itself where it does not."""
    start, end = lines.starts[line - 1], lines.end_of(line)
    first = bisect_left(tags, start, key=lambda tag: tag.end)
    here = tags[first : bisect_left(tags, end, key=lambda tag: tag.start)]
    for tag in here if name else ():
        inside = STRINGS.sub(lambda found: blank(found[0]), lines.text[tag.start : tag.end])
        for found in re.finditer(rf"(?<![\w.]){re.escape(name)}(?!\w)", inside):
            start = tag.start + found.start()
            if lines.line_of(start) == line:
                return lines.place(start, start + len(name))
    if here:
        return lines.place(here[0].start, here[0].end)
    return lines.place(lines.starts[line - 1], lines.end_of(line) - 1)


def find_included(
    lines: Lines, tags: tuple[Tag, ...], tree: nodes.Template
) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """The paths of `include`, `import` and `extends`; computed ones are findings."""
    paths: list[str] = []
    findings: list[Finding] = []
    loading: Iterator[Loading] = (
        node for node in tree.find_all(nodes.Stmt) if isinstance(node, Loading)
    )
    for node in loading:
        found = literal_paths(node)
        paths += found or ()
        if found is None:
            findings.append(say.computed_include(place_on(lines, tags, node.lineno, "")))
    return tuple(dict.fromkeys(paths)), tuple(findings)


def literal_paths(loading: Loading) -> tuple[str, ...] | None:
    """One path, or a list of paths of which Jinja takes the first that exists."""
    template = loading.template
    items = template.items if isinstance(template, nodes.List | nodes.Tuple) else [template]
    paths = tuple(item.value for item in items if isinstance(item, nodes.Const))
    texts = tuple(path for path in paths if isinstance(path, str))
    return texts if len(texts) == len(items) else None


def guarded_names(tree: nodes.Template) -> frozenset[str]:
    """Variables that may be undefined: `x | default(…)`, `x is defined`."""
    filters = (one.node for one in tree.find_all(nodes.Filter) if one.name in ("default", "d"))
    tests = (one.node for one in tree.find_all(nodes.Test) if one.name in ("defined", "undefined"))
    return frozenset(node.name for node in (*filters, *tests) if isinstance(node, nodes.Name))


def find_unknown(
    lines: Lines,
    tags: tuple[Tag, ...],
    tree: nodes.Template,
    undeclared: set[str],
    known: frozenset[str],
) -> Iterator[Finding]:
    """Names nobody defines, at each line they are used on; called ones are unknown macros."""
    called = {
        id(call.node) for call in tree.find_all(nodes.Call) if isinstance(call.node, nodes.Name)
    }
    seen: set[Place] = set()
    for node in tree.find_all(nodes.Name):
        if node.name not in undeclared or node.ctx != "load":
            continue
        place = place_on(lines, tags, node.lineno, node.name)
        if place not in seen:
            seen.add(place)
            unknown = say.unknown_macro if id(node) in called else say.unknown_name
            yield unknown(place, node.name, known)
