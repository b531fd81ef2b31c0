"""Files → the slips that typos finds in them; lines of prose → the words that no dictionary has.

typos knows what people mistype, and British from American spelling. A slip that it has never seen
is still no word: that is what the dictionary of pyspellchecker is for.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from spellchecker import SpellChecker

from checks.prose import read_lines
from macros.model import Finding, Page, Place
from macros.number_text import SHOWN_ARGUMENTS, plain_rust
from macros.report import say_style as say
from macros.rust.processes import run_process
from macros.text import Lines, find_lines

PATIENCE = 60
"""Seconds that typos may take for the whole book."""
OWN_WORDS = Path(__file__).parent / "own_words.txt"
_WORD = re.compile(r"(?<![\w&/.#-])[A-Za-zÀ-ÿ]+(?:['’][a-z]+)?(?![\w/]|\.\w)")
_POSSESSIVE = re.compile(r"['’]s$")
_BRITISH = re.compile(r"is(?=(?:e|es|ed|ing|er|ers|ation|ations)$)|(?<=[a-z])our")
_AMERICAN = {"is": "iz", "our": "or"}


# Slips ----------------------------------------------------------------------------------


def find_slips(files: Sequence[Path], root: Path, config: Path) -> dict[str, tuple[Finding, ...]]:
    """Return the findings of each file, by its path below the root.

    Raises Trouble where there is no typos, or it does not run.
    """
    program = Path(sys.executable).parent / "typos"
    found = str(program) if program.is_file() else shutil.which("typos")
    if found is None:
        raise say.no_typos()
    command = (found, "--format", "json", "--config", str(config), *map(str, files))
    done = run_process(command, cwd=root, env=os.environ, timeout=PATIENCE)
    if done.code not in (0, 2):
        raise say.typos_failed((done.stdout + done.stderr).decode("utf-8", "replace"))
    slips: dict[str, tuple[Finding, ...]] = {}
    for line in done.stdout.decode("utf-8").splitlines():
        finding = _slip(json.loads(line), root)
        slips[finding.place.path] = (*slips.get(finding.place.path, ()), finding)
    return slips


def _slip(said: Mapping[str, Any], root: Path) -> Finding:
    """What one line of typos' report says; it counts the bytes of a line."""
    if said["type"] != "typo" or "line_num" not in said:
        raise say.typos_failed(json.dumps(said))
    path = root / said["path"]
    row = path.read_text("utf-8").split("\n")[said["line_num"] - 1]
    start = len(row.encode()[: said["byte_offset"]].decode()) + 1
    shown = path.relative_to(root).as_posix()
    line, end = said["line_num"], start + len(said["typo"])
    place = Place(shown, line, start, line, end)
    return say.misspelt(place, said["typo"], said["corrections"])


# The dictionary -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is written, and where."""

    text: str
    place: Place

    @property
    def bare(self) -> str:
        """In small letters, without the *s* of an owner."""
        return _POSSESSIVE.sub("", self.text.lower())


def words_of_page(page: Page) -> Iterator[Word]:
    """Yield the words that a reader sees in sentences, tables, titles and captions."""
    source = page.text.split("\n")
    for line in read_lines(page):
        yield from _words_in(line.text, source[line.place.line - 1], line.place)
    for call in page.calls:
        for name, argument in call.named:
            if name in SHOWN_ARGUMENTS:
                shown = re.sub(r"`[^`]*`", " ", str(argument.value))
                yield from _words_in(shown, source[argument.place.line - 1], argument.place)


def words_of_rust(path: str, text: str) -> Iterator[Word]:
    """Yield the words of the comments that a reader sees."""
    lines = find_lines(path, text)
    plain = plain_rust(text)
    for found in _WORD.finditer(plain):
        if _is_prose(found[0]):
            yield Word(found[0], _place(lines, found))


def _place(lines: Lines, found: re.Match[str]) -> Place:
    return lines.place(found.start(), found.end())


def _words_in(text: str, row: str, place: Place) -> Iterator[Word]:
    for found in _WORD.finditer(text):
        if _is_prose(found[0]):
            at = max(row.find(found[0]), 0) + 1
            end = at + len(found[0])
            yield Word(found[0], Place(place.path, place.line, at, place.line, end))


def _is_prose(word: str) -> bool:
    """Whether it is a word and not a name or an abbreviation: those have later capitals."""
    return len(word) > 1 and word[1:] == word[1:].lower()


@cache
def dictionary() -> SpellChecker:
    return SpellChecker(language="en")


def is_english(word: str) -> bool:
    """Whether the dictionary has it; that one is American, and typos minds which of both it is."""
    american = _BRITISH.sub(lambda found: _AMERICAN[found[0]], word)
    return word in dictionary() or american in dictionary()


def read_own_words(path: Path = OWN_WORDS) -> dict[str, int]:
    """Return the words of the book that no dictionary has, each with its line."""
    rows = enumerate(path.read_text("utf-8").splitlines(), 1)
    return {row: number for number, row in rows if row and not row.startswith("#")}


def find_unknown(words: Iterable[Word], own: Mapping[str, int]) -> tuple[Finding, ...]:
    """Say which words neither the dictionary nor the list has."""
    return tuple(
        say.unknown_word(word.place, word.text, "checks/own_words.txt")
        for word in words
        if word.bare not in own and not is_english(word.bare)
    )


def find_left_over(words: Iterable[Word], own: Mapping[str, int], path: str) -> tuple[Finding, ...]:
    """Say which words of the list no page uses, or the dictionary has as well."""
    used = {word.bare for word in words}
    return tuple(
        say.word_not_needed(Place(path, line, 1, line, len(word) + 1), word)
        for word, line in own.items()
        if word not in used or is_english(word)
    )
