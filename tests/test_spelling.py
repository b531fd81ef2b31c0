"""Planted slips and words that are none are found, each at its place."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from checks import spelling
from checks.spelling import (
    Word,
    find_left_over,
    find_slips,
    find_unknown,
    is_english,
    read_own_words,
    words_of_page,
    words_of_rust,
)
from checks.test_spelling_is_right import CONFIG
from macros.model import Place, Trouble
from macros.report.text import render_finding
from macros.scan import scan_page
from macros.vocabulary import VOCABULARY
from tests.promised import keep_promises, write_promising_book

PAGE = "docs/page.md"
OWN = {"enum": 1, "vtable": 2}


def slips_in(folder: Path, files: dict[str, str]) -> list[str]:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    found = find_slips([folder / name for name in files], folder, CONFIG)
    return [f"{each.place}: {each.message}" for slips in found.values() for each in slips]


def test_planted_slips_are_found_where_they_stand(tmp_path: Path) -> None:
    """In pages, records, programs and the sentences of findings; columns count characters."""
    assert slips_in(
        tmp_path,
        {
            "docs/page.md": "# Fine\n\nA piece of „memroy“ …\n",
            "docs/sources/page.yml": "- statement: Recieved.\n",
            "snippets/a/b.rs": "//! A seperate program.\nfn main() {} //~ ERROR synchronization\n",
            "macros/report/say_x.py": 'say = "the behavior is odd"\n',
        },
    ) == [
        "docs/page.md:3:13: 'memroy' looks like a slip",
        "docs/sources/page.yml:1:14: 'Recieved' looks like a slip",
        "snippets/a/b.rs:1:7: 'seperate' looks like a slip",
        "macros/report/say_x.py:1:12: 'behavior' looks like a slip",
    ]


def test_a_slip_is_told_with_its_correction(tmp_path: Path) -> None:
    """As a finding with its line."""
    page = tmp_path / "page.md"
    page.write_text("The behavior of a `u8`.\n")
    ((finding,),) = find_slips([page], tmp_path, CONFIG).values()
    assert render_finding(finding, {"page.md": page.read_text()}) == (
        "error[spelling]: 'behavior' looks like a slip\n"
        " --> page.md:1:5\n"
        "  |\n"
        "1 | The behavior of a `u8`.\n"
        "  |     ^^^^^^^^\n"
        "  = help: write 'behaviour', or allow the word in _typos.toml"
    )


def test_british_words_and_names_of_apis_are_no_slips(tmp_path: Path) -> None:
    """Nor are statics, which are not statistics."""
    text = "The behaviour of statics, initialised in grey by a `FinalizationRegistry`.\n"
    assert slips_in(tmp_path, {"page.md": text}) == []


def test_a_checker_that_is_missing_is_no_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever has no typos learns what installs it."""
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Trouble) as trouble:
        find_slips([tmp_path / "page.md"], tmp_path, CONFIG)
    assert (trouble.value.message, trouble.value.help) == (
        "the spelling checker typos was not found",
        "make test installs it",
    )


def test_a_checker_that_fails_is_no_pass(tmp_path: Path) -> None:
    """A configuration that cannot be read, a file that is not there."""
    page = tmp_path / "page.md"
    page.write_text("Fine.\n")
    broken = tmp_path / "_typos.toml"
    broken.write_text("[default\n")
    with pytest.raises(Trouble, match="the spelling checker typos does not run: "):
        find_slips([page], tmp_path, broken)
    with pytest.raises(Trouble, match="the spelling checker typos does not run: "):
        find_slips([tmp_path / "none.md"], tmp_path, CONFIG)


# The dictionary -------------------------------------------------------------------------


def unknown_in(text: str) -> list[str]:
    words = words_of_page(scan_page(PAGE, text, VOCABULARY))
    return [f"{each.place}: {each.message}" for each in find_unknown(words, OWN)]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("A zorple is here.", "1:3"),
        ("# The zorple", "1:7"),
        ("| Zorple | x |\n| --- | --- |", "1:3"),
        ('??? question "A zorple?"\n\n    No.', "1:17"),
        ("So.\n\n- the *zorple*'s size", "3:8"),
        ('It is {{ claim("a zorple", "true") }}.', "1:19"),
        ("See [the zorple](other.md#zorple).", "1:10"),
    ],
)
def test_a_word_that_is_none_is_found(text: str, at: str) -> None:
    """In sentences, titles, tables, claims and links."""
    (said,) = unknown_in(f"{text}\n")
    assert said.lower() == f"docs/page.md:{at}: 'zorple' is in no dictionary" or "zorple's" in said


def test_the_title_of_a_figure_is_read() -> None:
    """A caption is prose, too."""
    assert unknown_in('{{ layout("u8", title="The zorple of `zarple`") }}\n') == [
        "docs/page.md:1:28: 'zorple' is in no dictionary"
    ]


def test_words_of_the_field_names_and_code_are_known() -> None:
    """A name has a capital inside; what is code is no word."""
    text = (
        "The enum's vtable, an Enum, TypeScript, ZST, `zorple`, 0x1f, a/zorple, zorple.rs, don't.\n"
    )
    assert unknown_in(f"{text}\n```text\nzorple\n```\n<!-- zorple -->\n") == []


def test_british_spellings_are_english() -> None:
    """The dictionary is American, the book is not."""
    assert unknown_in("Neighbours recognise the colour of an optimised initialisation.\n") == []
    assert unknown_in("The zorplour zorples.\n") != []


def test_the_comments_of_a_program_are_read() -> None:
    """Those that readers see."""
    code = '//! A zorple.\nfn zarple() {} // and a zurple\n//~ ERROR zyrple\nlet x = "zerple";\n'
    found = find_unknown(words_of_rust("a.rs", code), OWN)
    assert [f"{each.place}: {each.message}" for each in found] == [
        "a.rs:1:7: 'zorple' is in no dictionary",
        "a.rs:2:25: 'zurple' is in no dictionary",
    ]


def test_own_words_that_are_not_needed_are_told() -> None:
    """Those that no page uses, and those that are in the dictionary."""
    words = [Word("enum", Place(PAGE, 1, 1, 1, 5)), Word("Table", Place(PAGE, 1, 6, 1, 11))]
    left = find_left_over(words, {"enum": 3, "vtable": 4, "table": 5}, "own.txt")
    assert [f"{each.place}: {each.message}" for each in left] == [
        "own.txt:4:1: 'vtable' is listed as a word of the book, and no longer needed",
        "own.txt:5:1: 'table' is listed as a word of the book, and no longer needed",
    ]


def test_the_list_of_own_words_is_short_and_in_order() -> None:
    """A long one would hide slips."""
    words = list(read_own_words())
    assert words == sorted(words)
    assert 50 < len(words) < 200
    assert all(word == word.lower() for word in words)


def test_most_slips_of_a_finger_make_no_word() -> None:
    """Four in five letters changed at random are noticed."""
    chance = random.Random(7)  # noqa: S311 - no secret
    words = [word for word in spelling.OWN_WORDS.read_text("utf-8").split() if word.isascii()]
    words += "memory pointer value program compiler reference stack number variable owner".split()  # noqa: SIM905
    long = [word for word in words if len(word) > 4 and word.isalpha()]
    own = read_own_words()
    slips = []
    for word in long * 5:
        at = chance.randrange(len(word))
        slips.append(word[:at] + chance.choice("abcdefghijklmnopqrstuvwxyz") + word[at + 1 :])
    changed = [slip for slip, word in zip(slips, long * 5, strict=True) if slip != word]
    noticed = [slip for slip in changed if not is_english(slip) and slip not in own]
    assert len(noticed) > 0.8 * len(changed)


# In a book ------------------------------------------------------------------------------


def test_a_book_with_planted_slips_breaks_the_promise(tmp_path: Path) -> None:
    """Each file is a test of its own; the others keep theirs."""
    page = "# Fine\n\nA zorple, and teh bytes: {{ size_of('u8') }}.\n"
    root = write_promising_book(tmp_path, {"fine.md": page})
    kept = keep_promises(root, ("spelling_is_right",), "-k", "fine.md or index.md")
    assert list(kept.failed) == ["test_spelling_of[docs/fine.md]"]
    said = kept.failed["test_spelling_of[docs/fine.md]"]
    assert "error[spelling]: 'teh' looks like a slip\n --> docs/fine.md:3:15" in said
    assert "error[spelling]: 'zorple' is in no dictionary\n --> docs/fine.md:3:3" in said
    assert kept.passed == {"test_spelling_of[docs/index.md]"}
