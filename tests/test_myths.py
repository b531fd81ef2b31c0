"""Boxes of myths: found in pages, shown on one page, and promised to measure something."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.model import Call, Fence, Page
from macros.myths import (
    anchor_of,
    find_boxes,
    find_repeated,
    items_in,
    judge_boxes,
    name_boxes,
)
from macros.render.myths import anchor_among_all, render_myths
from macros.scan import scan_page
from macros.vocabulary import VOCABULARY
from tests.promised import CHAPTER, keep_promises, show_in_navigation, write_promising_book

PATH = "docs/sizes.md"
BOX = """\
# Sizes

!!! myth "Myth, measured: a `u8` takes a word"

    {{ snippet("sizes/small") }}

    It takes {{ claim("1 byte", "size_of::<u8>()") }}, see [above](#sizes) and
    [copies](copy.md#all), or [std](https://doc.rust-lang.org/std/).

    {{ layout("u8") }}

Behind the box stands {{ claim("2 bytes", "size_of::<u16>()") }}.
"""


def page_of(text: str, path: str = PATH) -> Page:
    return scan_page(path, text, VOCABULARY)


def messages(text: str) -> list[str]:
    return [f"{each.place.line}: {each.message}" for each in judge_boxes(page_of(text))]


def shown(page: Page, item: Call | Fence) -> str:
    """What a site would show of an item: its macro, and an id that stands in the chapter."""
    name = item.macro if isinstance(item, Call) else "fence"
    return f'<a id="c-1" href="evidence.html#1">{name} on {page.path}</a>'


def test_a_box_is_found_with_what_it_holds() -> None:
    """Its statement, its anchor, and the items that are indented below it."""
    page = page_of(BOX)
    (box,) = find_boxes(page)
    assert (box.statement, box.anchor) == ("a `u8` takes a word", "myth-a-u8-takes-a-word")
    assert str(box.place) == "docs/sizes.md:3:1"
    assert [each.macro for each in items_in(box, page) if isinstance(each, Call)] == [
        "snippet",
        "claim",
        "layout",
    ]


def test_a_quoted_box_is_none() -> None:
    """In a fence, and in a comment."""
    quoted = (
        '```text\n!!! myth "Myth, measured: no"\n```\n<!--\n!!! myth "Myth, measured: no"\n-->\n'
    )
    assert find_boxes(page_of(quoted)) == ()


def test_an_anchor_is_made_of_the_statement_alone() -> None:
    """So it lasts when the box moves in its page."""
    assert anchor_of("`Box::new` builds, on the heap!") == "myth-box-new-builds-on-the-heap"
    (moved,) = find_boxes(page_of(BOX.replace("# Sizes\n", "# Sizes\n\nMore.\n")))
    assert moved.anchor == "myth-a-u8-takes-a-word"


def test_boxes_of_another_form_are_findings() -> None:
    """Without a statement, without a measurement, and twice."""
    assert messages(BOX) == []
    claim = '    {{ claim("1 byte", "size_of::<u8>()") }}\n\n'
    empty = '!!! myth "Myth, measured: all is well"\n\n    It is not.\n\n'
    untold = f'!!! myth "All is well"\n\n{claim}'
    twice = f'!!! myth "Myth, measured: all is well"\n\n{claim}'
    assert messages(empty + untold + twice) == [
        "5: this box does not name the popular statement",
        "1: the statement 'all is well' has two boxes on this page",
        "9: the statement 'all is well' has two boxes on this page",
        "1: this box calls a statement a myth and measures nothing",
    ]


def test_a_fence_measures() -> None:
    """A Rust fence in the box is compiled and run, which is enough."""
    fence = '!!! myth "Myth, measured: x"\n\n    ```rust\n    fn main() {}\n    ```\n'
    assert messages(fence) == []


def test_the_rendered_boxes_get_their_ids() -> None:
    """One each, in order; a page with another number of boxes is told apart."""
    boxes = find_boxes(page_of(BOX))
    html = '<p>a</p><div class="admonition myth">\n<p class="admonition-title">t</p></div>'
    named = name_boxes(html, boxes)
    assert named == html.replace('myth">', 'myth" id="myth-a-u8-takes-a-word">')
    assert name_boxes("<p>a</p>", boxes) is None
    assert name_boxes("<p>a</p>", ()) == "<p>a</p>"


def test_the_page_of_myths_has_words_program_and_link() -> None:
    """Claims lose the id that stands in their chapter; links are written for the other page."""
    page = page_of(BOX)
    (box,) = boxes = find_boxes(page)
    text = render_myths({PATH: boxes}, {PATH: page}, {PATH: "2 Sizes"}, "{}.html".format, shown)
    assert anchor_among_all(box) == "sizes-myth-a-u8-takes-a-word"
    assert text == (
        "## 2 Sizes\n\n### “A `u8` takes a word” { #sizes-myth-a-u8-takes-a-word }\n\n"
        'It takes <a href="evidence.html#1">claim on docs/sizes.md</a>, '
        "see [above](sizes.md#sizes) and\n"
        "[copies](copy.md#all), or [std](https://doc.rust-lang.org/std/).\n\n"
        '??? note "The program"\n\n'
        '    <a id="c-1" href="evidence.html#1">snippet on docs/sizes.md</a>\n\n'
        '<a href="docs/sizes.md.html#myth-a-u8-takes-a-word">This box in its chapter</a>\n'
        "{ .myth__place }"
    )


def test_links_of_a_page_in_a_folder_are_rewritten() -> None:
    """`other.md` beside `docs/part/sizes.md` is `part/other.md` for the page of myths."""
    path = "docs/part/sizes.md"
    page = page_of(BOX, path)
    text = render_myths({path: find_boxes(page)}, {path: page}, {path: "2"}, str, shown)
    assert "[above](part/sizes.md#sizes) and\n[copies](part/copy.md#all)" in text
    assert "{ #part-sizes-myth-a-u8-takes-a-word }" in text


# In a site ------------------------------------------------------------------------------

IN_CHAPTER = """
!!! myth "Myth, measured: a pair is padded"

    {{ snippet("moves/shown") }}

    A pair of bytes takes {{ claim("2 bytes", "size_of::<(u8, u8)>()", id="myth-pair") }}.

    ```rust,compile_fail,E0308
    let number: u8 = "seven";
    ```
"""
MYTHS = "# Myths\n\nAll of them.\n"


def test_a_book_with_its_boxes_on_the_page_keeps_the_promise(tmp_path: Path) -> None:
    """And no other promise is broken by what stands on two pages."""
    pages = {"moves.md": CHAPTER + IN_CHAPTER, "myths.md": MYTHS}
    root = write_promising_book(tmp_path, pages)
    show_in_navigation(root, "myths.md")
    names = ("myths_are_shown", "links_resolve", "pages_are_accessible", "pages_fit")
    kept = keep_promises(root, names, "-k", "moves or myths or every_row")
    assert kept.failed == {}, kept.output
    assert "test_box_is_shown[docs/moves.md:15:1]" in kept.passed
    assert "test_boxes_of_page_measure[docs/moves.md]" in kept.passed
    assert "myths: boxes: 1, pages with boxes: 1" in kept.output


def test_a_book_with_a_lost_box_breaks_the_promise(tmp_path: Path) -> None:
    """No page of myths, and a box that measures nothing."""
    empty = '\n!!! myth "Myth, measured: all is well"\n\n    It is not.\n'
    root = write_promising_book(tmp_path, {"moves.md": CHAPTER + empty})
    kept = keep_promises(root, ("myths_are_shown",))
    said = kept.failed["test_box_is_shown[docs/moves.md:15:1]"]
    assert (
        "error[myth]: this box should stand in docs/myths.md as #moves-myth-all-is-well, and does "
        "not\n  --> docs/moves.md:15:1"
    ) in said
    said = kept.failed["test_boxes_of_page_measure[docs/moves.md]"]
    assert "error[myth]: this box calls a statement a myth and measures nothing" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("title", ["Myth, measured: it is", "Odd"])
def test_the_ids_of_boxes_do_not_depend_on_their_form(title: str) -> None:
    """A box of another form is still a box: the finding is about it, not about the page."""
    (box,) = find_boxes(page_of(f'!!! myth "{title}"\n\n    No.\n'))
    assert box.anchor.startswith("myth-")


def test_a_myth_is_told_once_in_a_book() -> None:
    """Other articles, endings and short names make no other statement."""
    text = "\n\n".join(
        f'!!! myth "Myth, measured: {statement}"\n\n    Text.'
        for statement in ("a `Vec` is a fat pointer", "vectors are fat pointers", "boxes are slow")
    )
    (finding,) = find_repeated(find_boxes(page_of(text)))
    assert finding.place.line == 5
    assert finding.message.startswith("the statement 'vectors are fat pointers' is that of the box")
    assert finding.notes == ("help: keep one of them, and link to it from the other place",)
