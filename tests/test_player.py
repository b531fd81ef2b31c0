"""Snapshots become players: golden files, and what holds for every player."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from markdown import Markdown

from macros.draw.player import Player, draw_player
from macros.draw.player.rows import Role, Tie, rows_of, shorten, tie_of
from macros.memory import Block, Region, Spot, Standing, Value, Variable
from tests.made_memory import (
    ADDRESS,
    BORROW,
    CALL,
    CYCLE,
    EMPLOYEE,
    GROWTH,
    HOSTILE,
    LITERAL,
    LOCALS,
    MOVE,
    PLAYERS,
    RECURSION,
    SHARED,
    SLICES,
    SPARE,
    STRINGS,
    THREADS,
    elements,
    growable,
    heap,
    moment,
    number,
    number_block,
    player,
    pointer,
    raw,
    text_block,
    whole,
)

GOLDEN = Path(__file__).parent / "golden" / "players"
FILES = ("locals", "recursion", "move", "growth", "shared", "hostile")
Element = ElementTree.Element


def parsed(drawn: Player) -> Element:
    """The player, read as XML."""
    return ElementTree.fromstring(draw_player(drawn))  # noqa: S314 (our own text)


def of_class(element: Element, name: str) -> list[Element]:
    """The elements inside that have a class of that name."""
    return [each for each in element.iter() if name in (each.get("class") or "").split()]


def said(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def steps_of(drawn: Player) -> list[Element]:
    return of_class(parsed(drawn), "player__step")


def words_of(drawn: Player) -> list[str]:
    """The text alternative of each step."""
    return [said(each) for each in of_class(parsed(drawn), "player__words")]


def card(step: Element, anchor: str) -> Element:
    """The card of a step whose anchor ends so."""
    (found,) = [each for each in step.iter() if (each.get("id") or "").endswith(anchor)]
    return found


def lone(value: Value, held: bytes) -> Element:
    """The card of a variable that is all there is."""
    variable = Variable("it", value.type, 0, value.size, held, value)
    return card(steps_of(player("lone", "", "fn main() {}\n", moment("it", 1, variable)))[0], "-v1")


@pytest.mark.parametrize("name", FILES)
def test_a_player_is_drawn_as_its_golden_file(name: str) -> None:
    """Every byte of the HTML, so that a changed player is seen."""
    assert draw_player(PLAYERS[name]) + "\n" == (GOLDEN / f"{name}.html").read_text("utf-8")


def test_every_golden_player_has_its_snapshots() -> None:
    """A file whose player is gone goes with it."""
    assert sorted(path.stem for path in GOLDEN.glob("*.html")) == sorted(FILES)


@pytest.mark.parametrize("name", PLAYERS)
def test_every_step_is_there_with_its_heading(name: str) -> None:
    """Number, count, label, line: without the script and in print all of them are read."""
    drawn = PLAYERS[name]
    headings = [said(each) for each in of_class(parsed(drawn), "player__heading")]
    assert [heading.split(":")[0] for heading in headings] == [
        f"Step {number} of {len(drawn.snapshots)}" for number in range(1, len(headings) + 1)
    ]
    assert len(headings) == len(drawn.snapshots)


def test_a_heading_says_label_and_line() -> None:
    """A label that comes several times also says which time it is."""
    assert said(of_class(parsed(MOVE), "player__heading")[1]) == (
        "Step 2 of 3: after the move · line 4"
    )
    assert said(of_class(parsed(RECURSION), "player__heading")[2]) == (
        "Step 3 of 3: a call begins, time 3 · line 1"
    )


@pytest.mark.parametrize("name", PLAYERS)
def test_every_id_is_there_once_and_every_link_leads_to_one(name: str) -> None:
    """Links are what arrows are to those who do not see them."""
    drawn = parsed(PLAYERS[name])
    ids = [each.get("id") for each in drawn.iter() if each.get("id")]
    links = [each.get("href") for each in drawn.iter("a")]
    assert len(ids) == len(set(ids))
    assert {str(link).removeprefix("#") for link in links} <= set(ids)


@pytest.mark.parametrize("name", PLAYERS)
def test_no_address_is_shown(name: str) -> None:
    """Places have names; the bytes of an address differ from machine to machine."""
    html = draw_player(PLAYERS[name])
    assert ADDRESS.hex(" ") not in html
    assert ADDRESS[:4].hex(" ") not in html


def test_an_address_without_a_place_is_no_number_either() -> None:
    """A pointer whose target nobody knows shows no bytes."""
    for type_ in ("*const u8", "&mut T", "alloc::boxed::Box<u8>", "fn(i32)", "NonNull<u8>"):
        assert "address" in said(lone(Value(type_, "", 0, 8), ADDRESS))
        assert "d0 ba" not in said(lone(Value(type_, "", 0, 8), ADDRESS))


def test_a_pointer_with_numbers_shows_those() -> None:
    """Only the word that is an address is not shown; where that is not clear, none is."""
    name = whole("name", 1, 3, 8)
    step = steps_of(
        player("whole", "", "fn main() {}\n", moment("it", 1, name, blocks=(text_block(1, "Ada"),)))
    )[0]
    words = [said(each) for each in card(step, "-v1").iter("i")]
    assert words == ["08 00 00 00 00 00 00 00", "address", "03 00 00 00 00 00 00 00"]
    assert name.value
    unclear = replace(name.value, text="len 5, capacity 6")
    assert "address, 24 bytes" in said(lone(unclear, name.bytes))


def test_what_left_a_partly_moved_variable_is_past() -> None:
    """A block has one owner: the one that took it."""
    parts = (("name", growable("String", heap(1), 3, 3)), ("born", number("u32", 1815, 24)))
    held = Value("Person", "", 0, 32, parts)
    person = Variable("person", "Person", 0, 32, bytes(32), held, Standing.PARTLY_MOVED, 2)
    drawn = player(
        "partly",
        "",
        "fn main() {}\n" * 2,
        moment("it", 2, person, whole("name", 1, 3, 3), blocks=(text_block(1, "Ada"),)),
    )
    assert words_of(drawn)[0].startswith(
        "main: person is born 1815 and is partly moved at line 2; name owns heap #1."
    )
    step = steps_of(drawn)[0]
    assert said(of_class(card(step, "-v1"), "player__past")[0]) == "was → heap #1"
    assert said(of_class(card(step, "-h1"), "player__holders")[0]) == "← owned by main: name"


def test_an_empty_vector_has_no_block() -> None:
    """What it holds instead of an address of one is nothing to worry about."""
    value = Value("Vec<u8>", "len 0, capacity 0", 0, 24, spot=Spot(Region.DANGLING))
    assert "✗ no block" in said(lone(value, bytes((0,) * 8 + (1,) + (0,) * 15)))


def test_elements_with_bare_numbers_are_elements() -> None:
    """In brackets inside an array, behind a dot inside a tuple."""
    parts = (("0", number("u8", 5)), ("1", number("u8", 6, 1)))
    for type_, names in (("[u8; 2]", ["[0]", "[1]"]), ("(u8, u8)", [".0", ".1"])):
        drawn = lone(Value(type_, "", 0, 2, parts), b"\x05\x06")
        assert [said(each) for each in of_class(drawn, "player__part")] == names


def test_bytes_that_mean_nothing_are_not_shown() -> None:
    """Padding keeps what others left there, such as half of an address."""
    padded = Value("(u32,)", "", 0, 8, (("0", number("u32", 1)),))
    assert "55 55" not in said(lone(padded, raw(1, 4) + bytes.fromhex("55550000")))
    parts = (("strong", number("usize", 0)), ("weak", number("usize", 1, 8)))
    dropped = lone(Value("RcInner<String>", "", 0, 24, parts), raw(0) + raw(1) + ADDRESS)
    assert "8 bytes of a dropped value ·· ··" in said(dropped)
    late = Value("Pick", "Small", 0, 8, (("0", number("u32", 1)),))
    assert "4 bytes unused or padding ·· ·· ·· ··" in said(lone(late, raw(1)))


def test_an_address_in_bytes_that_nobody_decoded_is_none() -> None:
    """A type of a library, whose parts are its own business."""
    drawn = lone(Value("Sender<()>", "16 bytes", 0, 16), raw(1) + ADDRESS)
    assert [said(each) for each in drawn.iter("i")] == ["01 00 00 00 00 00 00 00", "address"]
    plain = lone(number("u64", int.from_bytes(ADDRESS, "little")), ADDRESS)
    assert "d0 ba" in said(plain)


def test_what_was_moved_long_ago_does_not_change() -> None:
    """The counts behind its pointer do; they are not its own."""
    steps = []
    for strong in (2, 1):
        value = Value("Rc<u8>", f"strong {strong}, weak 0", 0, 8, spot=heap(1))
        steps.append(
            moment("it", 1, Variable("x", "Rc<u8>", 0, 8, ADDRESS, value, Standing.MOVED, 1))
        )
    last = card(steps_of(player("moved", "", "fn main() {}\n", *steps))[1], "-v1")
    assert said(last) == "x: Rc<u8> moved at line 1 was → heap #1 address"


def test_a_move_in_words() -> None:
    """The text alternative is made of what the cards show."""
    assert words_of(MOVE) == [
        "main: name owns heap #1; owner is not yet initialised. heap #1 has 6 of 6 bytes in use: "
        '"Ferris".',
        "main: name is moved at line 4; owner owns heap #1. heap #1 has 6 of 6 bytes in use: "
        '"Ferris".',
        "main: name is moved at line 4; owner is moved at line 7. heap #1 is freed.",
    ]


def test_a_moved_variable_stays_and_owns_nothing() -> None:
    """Struck through, with the line of the move; its block has one owner, the new one."""
    step = steps_of(MOVE)[1]
    name = card(step, "-v1")
    assert [said(each) for each in name.iter("s")] == ["name"]
    assert "moved at line 4" in said(name)
    assert [said(each) for each in of_class(name, "player__past")] == ["was → heap #1"]
    assert not [link for link in name.iter("a") if link.get("data-tie")]
    assert said(of_class(card(step, "-h1"), "player__holders")[0]) == "← owned by main: owner"


def test_a_freed_block_says_so() -> None:
    """It keeps its size, shows no bytes, and is marked where it happened."""
    block = card(steps_of(MOVE)[2], "-h1")
    assert said(block) == "heap #1 6 bytes, align 1 freed just now"
    assert "player__card--freed" in str(block.get("class"))


def test_a_value_that_is_not_there_yet() -> None:
    """Its bytes mean nothing and are not shown."""
    count = card(steps_of(LOCALS)[0], "-v2")
    assert said(count) == "count: u8 not yet initialised 1 byte without a value ··"
    assert "new" in said(card(steps_of(LOCALS)[1], "-v2"))


def test_a_call_comes_and_returns() -> None:
    """Its frame lies on top and is new; afterwards the words say that it is gone."""
    inside, after = steps_of(CALL)[1:]
    frames = [said(of_class(each, "player__head")[0]) for each in of_class(inside, "player__frame")]
    assert frames == ["double at line 2 new", "main at line 8"]
    assert inside.get("data-now") == "2"
    assert inside.get("data-callers") == "8"
    assert len(of_class(after, "player__frame")) == 1
    assert words_of(CALL)[2].startswith("double has returned. main: start is 21; answer is 42.")


def test_frames_of_one_function_are_numbered_from_the_outermost() -> None:
    """The innermost is on top and has the highest number."""
    frames = of_class(steps_of(RECURSION)[2], "player__frame")
    assert [said(next(each.iter("code"))) for each in frames] == [
        "fact #3",
        "fact #2",
        "fact #1",
        "main",
    ]


def test_a_function_that_calls_itself_is_always_numbered() -> None:
    """The first call has its number before the second one begins."""
    names = [said(of_class(each, "player__head")[0]) for each in steps_of(RECURSION)]
    assert names == ["fact #1 at line 1", "fact #2 at line 1 new", "fact #3 at line 1 new"]


def test_a_part_of_a_block_that_points_nowhere_is_named() -> None:
    """As its other parts are."""
    weak = Value("Weak<u8>", "no block", 0, 8, spot=Spot(Region.DANGLING))
    value = Value("Node", "", 0, 16, (("knows", weak), ("count", number("u64", 3, 8))))
    block = Block(1, 16, 8, bytes=bytes(16), value=value)
    drawn = player("nowhere", "", "fn main() {}\n", moment("it", 1, blocks=(block,)))
    assert words_of(drawn)[0].endswith("heap #1 has 16 bytes in all: count 3, knows no block.")
    rows = of_class(card(steps_of(drawn)[0], "-h1"), "player__row")
    assert said(rows[0]) == "knows ✗ no block (weak) address"


def test_use_and_spare_stand_apart() -> None:
    """As numbers, as a bar, and as a row of their own."""
    block = card(steps_of(SPARE)[1], "-h1")
    assert said(of_class(block, "player__use")[0]) == "6 of 8 bytes in use, 2 spare"
    bar = [each.get("style") for each in of_class(block, "player__gauge")[0]]
    assert bar == ["flex-grow:6", "flex-grow:2"]
    assert said(of_class(block, "player__row--spare")[0]) == "2 bytes spare ·· ··"


def test_a_changed_part_says_what_it_was() -> None:
    """A vector that grew: length, capacity, and the block that went elsewhere."""
    step = steps_of(GROWTH)[1]
    assert [said(each) for each in of_class(card(step, "-v1"), "player__was")] == ["was 2", "was 2"]
    head = said(of_class(card(step, "-h1"), "player__head")[0])
    assert head == "heap #1 16 bytes, align 4 grown from 8 bytes moved elsewhere"
    assert "✗ dangling: no memory is there" in said(card(step, "-v2"))


def test_a_changed_vector_that_is_read_as_one_says_what_it_was() -> None:
    """Length and capacity are its text."""
    steps = (moment(str(length), 1, whole("name", 1, length, 8)) for length in (2, 3))
    card_ = card(steps_of(player("was", "", "fn main() {}\n", *steps))[1], "-v1")
    assert said(of_class(card_, "player__was")[0]) == "was len 2, capacity 8"


def test_a_block_that_grows_in_its_place() -> None:
    """Not every reallocation moves the bytes."""
    steps = (
        moment(label, 1, blocks=(number_block(1, "u8", 1, spare=spare),))
        for label, spare in (("a", 0), ("b", 3))
    )
    head = of_class(steps_of(player("stays", "", "fn main() {}\n", *steps))[1], "player__head")[1]
    assert said(head) == "heap #1 4 bytes, align 1 grown from 1 byte in the same place"


def test_a_borrowed_variable_says_since_when() -> None:
    """The reference leads to the variable, and the variable back to the reference."""
    name = card(steps_of(BORROW)[1], "-v1")
    assert "mutably borrowed at line 6" in said(name)
    assert said(of_class(name, "player__holders")[0]) == "← borrowed by main: change"


def test_slices_say_which_bytes() -> None:
    """Inside an array, a vector's block, and a string's block."""
    links = [said(each) for each in steps_of(SLICES)[0].iter("a") if each.get("data-tie")]
    assert links == [
        "heap #1",
        "heap #2",
        "main: array, bytes 2 to 5",
        "heap #1, bytes 2 to 5",
        "heap #2, bytes 2 to 3",
    ]


def test_a_literal_stands_with_its_section() -> None:
    """And a null pointer is named, not drawn."""
    step = steps_of(LITERAL)[0]
    assert said(of_class(card(step, "-s1"), "player__head")[0]) == '"Hello" 5 bytes in .rodata'
    assert "None ✗ null: points to nothing" in said(card(step, "-v2"))
    assert words_of(LITERAL) == [
        'main: greeting borrows "Hello"; none is None (null: points to nothing). '
        '"Hello" has 5 bytes in .rodata: "Hello".'
    ]


def test_blocks_own_blocks() -> None:
    """A vector of strings: two levels of ownership."""
    step = steps_of(STRINGS)[0]
    assert said(of_class(card(step, "-h2"), "player__holders")[0]) == "← owned by heap #1"
    assert words_of(STRINGS)[0] == (
        "main: names owns heap #1. heap #1 has 48 of 48 bytes in use; it owns heap #2 and owns "
        'heap #3. heap #2 has 3 of 3 bytes in use: "Ada". heap #3 has 5 of 5 bytes in use: "Grace".'
    )


def test_shared_and_weak_pointers_are_told_apart() -> None:
    """In the link's words, in its kind of line, and in the block's card."""
    step = steps_of(SHARED)[1]
    ties = [each.get("data-tie") for each in step.iter("a") if each.get("data-tie")]
    assert ties == ["shares", "shares", "shares", "weak"]
    assert "heap #1 (weak)" in said(card(step, "-v4"))
    assert said(of_class(card(step, "-h1"), "player__holders")[0]) == (
        "← shared by main: one, main: two, main: three; weakly held by main: watcher"
    )
    assert "strong 3 was 1" in said(card(step, "-h1"))


def test_a_leak_is_seen() -> None:
    """Two blocks that hold each other, and nobody else."""
    step = steps_of(CYCLE)[1]
    held = [said(each) for each in of_class(step, "player__holders")]
    assert held == ["← shared by heap #2", "← shared by heap #1"]


def test_fields_stand_below_their_struct() -> None:
    """Each with its bytes; what lies between them is padding, or a variant's tag."""
    ada = card(steps_of(EMPLOYEE)[2], "-v1")
    rows = [said(each) for each in of_class(ada, "player__row")]
    assert rows == [
        "name",
        "cap 3 03 00 00 00 00 00 00 00",
        "ptr → heap #1 address",
        "len 3 03 00 00 00 00 00 00 00",
        "salary 4400 30 11 00 00",
        "bonus Some",
        "1 byte tag or unused 01",
        ".0 3 03",
        "2 bytes padding ·· ··",
    ]


def test_threads_have_names_where_there_are_several() -> None:
    """Each with its own frames."""
    step = steps_of(THREADS)[0]
    names = [said(each) for each in of_class(step, "player__thread")]
    assert names == ["Thread worker", "Thread main"]
    assert words_of(THREADS)[0].startswith("Thread worker, work: data shares heap #1; sum is 42.")
    assert of_class(steps_of(MOVE)[0], "player__thread") == []


def test_a_thread_that_ended_is_said() -> None:
    """Its frames do not just disappear."""
    first = THREADS.snapshots[0]
    later = replace(first, label="later", threads=first.threads[1:])
    assert words_of(replace(THREADS, snapshots=(first, later)))[1].startswith(
        "thread worker has ended."
    )


def test_a_pointer_into_another_frame_finds_the_right_one() -> None:
    """Frames of one function are told apart by their numbers."""
    snapshot = RECURSION.snapshots[2]
    (thread,) = snapshot.threads
    spot = Spot(Region.STACK, "fact: n", reach=8, frame=1)
    here = Variable("outer", "&u64", 8, 8, ADDRESS, pointer("&u64", spot))
    inner = replace(thread.frames[0], variables=(*thread.frames[0].variables, here))
    changed = replace(snapshot, threads=(replace(thread, frames=(inner, *thread.frames[1:])),))
    (link,) = [
        each
        for each in steps_of(replace(RECURSION, snapshots=(changed,)))[0].iter("a")
        if each.get("data-tie")
    ]
    assert (said(link), link.get("href")) == ("fact #1: n", "#memory-recursion-1-f1-3-v1")


@pytest.mark.parametrize(
    ("spot", "words"),
    [
        (Spot(Region.NULL), "✗ null: points to nothing"),
        (Spot(Region.DANGLING), "✗ dangling: no memory is there"),
        (Spot(Region.CODE, "double"), "→ code of double"),
        (Spot(Region.FREED, "heap #9"), "✗ heap #9, which is freed"),
        (Spot(Region.STACK, "main", 0x20), "→ main + 0x20"),
        (Spot(Region.STATIC, ".rodata", 16), "→ .rodata + 16"),
        (Spot(Region.STACK), "→ some stack"),
    ],
)
def test_a_place_that_is_not_drawn_has_words(spot: Spot, words: str) -> None:
    """No link leads there."""
    drawn = lone(pointer("*const u8", spot), ADDRESS)
    assert said(of_class(drawn, "player__to")[0]) == words
    assert [*drawn.iter("a")] == []


@pytest.mark.parametrize(
    ("types", "tie"),
    [
        (("String", "*mut u8"), Tie.OWNS),
        (("alloc::vec::Vec<u8>", "NonNull<u8>"), Tie.OWNS),
        (("Box<dyn Fn()>",), Tie.OWNS),
        (("Option<Box<u8>>",), Tie.OWNS),
        (("&String",), Tie.BORROWS),
        (("Option<&u8>",), Tie.BORROWS),
        (("Ref<'_, Vec<u8>>", "NonNull<u8>"), Tie.BORROWS),
        (("Rc<Vec<u8>>",), Tie.SHARES),
        (("RefCell<Option<Rc<Node>>>", "Option<Rc<Node>>"), Tie.SHARES),
        (("std::sync::Weak<T>",), Tie.WEAK),
        (("*const Vec<u8>",), Tie.POINTS),
    ],
)
def test_types_say_what_a_pointer_is_to_its_target(types: tuple[str, ...], tie: Tie) -> None:
    """The one who frees, one of several, one who only looks."""
    assert tie_of(types) is tie


def test_many_elements_are_shortened() -> None:
    """The first ones and the last; the middle is counted."""
    rows = shorten(rows_of(elements("u8", *range(40)), 40))
    assert len(rows) == 14
    assert (rows[10].role, rows[10].text, rows[10].size) == (Role.ELIDED, "[10] to [36]", 27)


def test_many_bytes_without_a_value_are_one_row() -> None:
    """As many as a card has room for."""
    owner = card(steps_of(MOVE)[0], "-v2")
    assert said(of_class(owner, "player__row")[0]) == (
        "24 bytes without a value ·· ·· ·· ·· ·· ·· ·· …"
    )


def test_many_bytes_are_shortened() -> None:
    """Three rows of eight, a count, the last eight."""
    text = Value("[u8; 100]", "…", 0, 100)
    rows = [said(each) for each in lone(text, bytes(range(100))).iter("i")]
    assert rows[0] == "00 01 02 03 04 05 06 07"
    assert rows[3:] == ["⋮ 68 bytes", "5c 5d 5e 5f 60 61 62 63"]


def test_hidden_lines_have_no_number() -> None:
    """A step at a line that is not shown has none; a move there is only a move."""
    drawn = replace(MOVE, lines={2: 1})
    headings = [said(each) for each in of_class(parsed(drawn), "player__heading")]
    assert headings == [
        "Step 1 of 3: start · line 1",
        "Step 2 of 3: after the move",
        "Step 3 of 3: after the drop",
    ]
    assert words_of(drawn)[1].startswith("main: name is moved; owner owns heap #1.")


def test_lines_count_from_the_first_shown() -> None:
    """A region of a longer program keeps its numbers."""
    drawn = parsed(replace(MOVE, first_line=11))
    assert [each.get("data-line") for each in of_class(drawn, "player__line")][:2] == ["11", "12"]
    assert said(of_class(drawn, "player__heading")[0]) == "Step 1 of 3: start · line 12"
    assert "moved at line 14" in said(drawn)


def test_lines_lead_to_the_steps_that_stop_there() -> None:
    """Each step once, at its line."""
    stops = of_class(parsed(RECURSION), "player__stops")
    assert [[link.get("aria-label") for link in each] for each in stops] == [
        ["step 1", "step 2", "step 3"]
    ]


def test_the_same_name_twice_is_two_variables() -> None:
    """The last one shadows the others, and a pointer to the name leads to it."""
    text = Variable("x", "&u8", 8, 8, ADDRESS, pointer("&u8", Spot(Region.STACK, "main: x", 0, 1)))
    first, second = (Variable("x", "u8", at, 1, bytes((at,)), number("u8", at)) for at in (1, 2))
    step = steps_of(
        player(
            "shadow", "", "fn main() {}\n", moment("it", 1, first, second, replace(text, name="r"))
        )
    )[0]
    (link,) = [each for each in step.iter("a") if each.get("data-tie")]
    assert str(link.get("href")).endswith("-v2")


@pytest.mark.parametrize("standing", Standing)
def test_every_standing_is_said(standing: Standing) -> None:
    """In words, not by looks alone; a live variable needs none."""
    variable = Variable("x", "u8", 0, 1, b"\x07", number("u8", 7), standing, 1)
    drawn = player("standing", "", "fn main() {}\n", moment("it", 1, variable))
    words = "" if standing is Standing.LIVE else f"{standing} at line 1"
    assert said(card(steps_of(drawn)[0], "-v1")).count(words or "at line") == bool(words)
    assert words in words_of(drawn)[0]


def test_a_value_of_no_bytes() -> None:
    """It has a name and no strip."""
    assert said(lone(Value("()", "()", 0, 0), b"")) == "it: () ()"


def test_a_vector_inside_is_drawn_with_its_parts() -> None:
    """Names of parts are those of the type, behind one another in the words."""
    value = Value("Bag", "", 0, 24, (("items", growable("Vec<u8>", heap(7), 1, 4)),))
    rows = [said(each) for each in of_class(lone(value, bytes(24)), "player__row")]
    assert rows[:3] == ["items", "cap 4 00 00 00 00 00 00 00 00", "ptr → heap #7 address"]


def test_hostile_names_are_text() -> None:
    """Nothing of a name becomes an element, a template or Markdown."""
    html = draw_player(HOSTILE)
    drawn = parsed(HOSTILE)
    assert {each.tag for each in drawn.iter()}.isdisjoint({"script", "h1", "img", "u", "table"})
    assert not re.search(r"\{[{%#]|\n\s*\n", html)
    assert not re.search(r" on\w+=|javascript:", html)


@pytest.fixture(scope="module")
def markdown(project: Path) -> Markdown:
    """Markdown as the project configures it."""
    chosen = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))["markdown_extensions"]
    named = [each if isinstance(each, dict) else {each: {}} for each in chosen]
    configs = {name: options for each in named for name, options in each.items()}
    return Markdown(extensions=[*configs], extension_configs=configs)


@pytest.mark.parametrize("name", PLAYERS)
def test_a_player_passes_through_markdown(name: str, markdown: Markdown) -> None:
    """Not a character changes, and the text around it is read as ever."""
    html = draw_player(PLAYERS[name])
    page = markdown.reset().convert(f"before *it*\n\n{html}\n\nbehind *it*")
    assert page == f"<p>before <em>it</em></p>\n{html}\n\n<p>behind <em>it</em></p>"
