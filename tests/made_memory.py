"""Snapshots written by hand: what the players of the book are made of."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from macros.draw.player import Player
from macros.memory import (
    Block,
    Frame,
    Region,
    Snapshot,
    Spot,
    Standing,
    Static,
    Thread,
    Value,
    Variable,
)

TOOLCHAIN = "rustc 1.95.0, x86_64-unknown-linux-gnu"
ADDRESS = bytes.fromhex("d0ba5555 55550000")
"""An address of a machine: it must not be found in any player."""


def number(type_: str, value: int, offset: int = 0) -> Value:
    return Value(type_, str(value), offset, int(type_[1:]) // 8 if type_[1:].isdigit() else 8)


def raw(value: int, size: int = 8) -> bytes:
    return value.to_bytes(size, "little", signed=value < 0)


def scalar(name: str, type_: str, value: int, offset: int = 0, **more: object) -> Variable:
    held = number(type_, value)
    size = held.size
    return Variable(name, type_, offset, size, raw(value, size), held, **more)  # type: ignore[arg-type]


def heap(block: int, offset: int = 0, reach: int | None = None) -> Spot:
    return Spot(Region.HEAP, f"heap #{block}", offset, reach)


def on_stack(name: str, offset: int = 0, reach: int | None = None, frame: int = 0) -> Spot:
    return Spot(Region.STACK, name, offset, reach, frame)


def pointer(type_: str, spot: Spot, offset: int = 0) -> Value:
    return Value(type_, "", offset, 8, spot=spot)


def growable(type_: str, spot: Spot, length: int, capacity: int, offset: int = 0) -> Value:
    """A `Vec` or a `String`, as it lies in memory."""
    parts = (
        ("cap", number("usize", capacity, offset)),
        ("ptr", pointer("*mut u8", spot, offset + 8)),
        ("len", number("usize", length, offset + 16)),
    )
    return Value(type_, "", offset, 24, parts)


def grown(  # noqa: PLR0917 (read as the line of the table that it is)
    name: str,
    type_: str,
    block: int,
    length: int,
    capacity: int,
    standing: Standing = Standing.LIVE,
    since: int = 0,
) -> Variable:
    value = growable(type_, heap(block), length, capacity)
    held = raw(capacity) + ADDRESS + raw(length)
    return Variable(name, type_, 0, 24, held, value, standing, since)


def reference(name: str, type_: str, spot: Spot, length: int | None = None) -> Variable:
    """`&T`, or a wide one with a length."""
    if length is None:
        return Variable(name, type_, 0, 8, ADDRESS, pointer(type_, spot))
    parts = (("ptr", pointer("*const u8", spot)), ("len", number("usize", length, 8)))
    return Variable(name, type_, 0, 16, ADDRESS + raw(length), Value(type_, "", 0, 16, parts))


def text_block(block: int, text: str, size: int | None = None) -> Block:
    held = text.encode()
    size = len(held) if size is None else size
    value = Value("str", f'"{text}"', 0, len(held))
    return Block(block, size, 1, used=len(held), bytes=held.ljust(size, b"\0"), value=value)


def elements(type_: str, *values: int) -> Value:
    size = int(type_[1:]) // 8
    parts = tuple((f"[{at}]", number(type_, value, at * size)) for at, value in enumerate(values))
    return Value(f"[{type_}]", "", 0, size * len(values), parts)


def number_block(block: int, type_: str, *values: int, spare: int = 0, moved: int = 0) -> Block:
    size = int(type_[1:]) // 8
    held = b"".join(raw(value, size) for value in values)
    whole = len(held) + spare * size
    value = elements(type_, *values)
    used = len(held)
    return Block(block, whole, size, False, moved, used, held.ljust(whole, b"\0"), value)


def whole(name: str, block: int, length: int, capacity: int) -> Variable:
    """A `String` that is read as one, without its parts."""
    value = Value("String", f"len {length}, capacity {capacity}", 0, 24, spot=heap(block))
    return Variable(name, "String", 0, 24, raw(capacity) + ADDRESS + raw(length), value)


def freed(block: int, size: int, align: int = 1) -> Block:
    return Block(block, size, align, freed=True)


def main_thread(*frames: Frame) -> tuple[Thread, ...]:
    return (Thread("main", frames),)


def moment(
    label: str,
    line: int,
    *variables: Variable,
    blocks: tuple[Block, ...] = (),
    statics: tuple[Static, ...] = (),
) -> Snapshot:
    """A moment in `main`, the only frame."""
    return Snapshot(label, line, 1, main_thread(Frame("main", line, variables)), blocks, statics)


def unset(name: str, type_: str, size: int) -> Variable:
    return Variable(name, type_, 0, size, bytes(size), None, Standing.UNINITIALISED)


def player(name: str, title: str, code: str, *snapshots: Snapshot, first_line: int = 1) -> Player:
    lines = {line: line for line in range(1, code.count("\n") + 1)}
    return Player(f"memory-{name}", title, code, first_line, snapshots, lines, TOOLCHAIN)


LOCALS = player(
    "locals",
    "Three locals in one frame",
    """fn main() {
    let letter = 'a';
    let count: u8 = 7;
    let total: i32 = -2;

    println!("{letter} {count} {total}");
}
""",
    moment(
        "one is set",
        2,
        Variable("letter", "char", 0, 4, b"a\0\0\0", Value("char", "'a'", 0, 4)),
        unset("count", "u8", 1),
        unset("total", "i32", 4),
    ),
    moment(
        "all are set",
        4,
        Variable("letter", "char", 0, 4, b"a\0\0\0", Value("char", "'a'", 0, 4)),
        scalar("count", "u8", 7),
        scalar("total", "i32", -2),
    ),
)

CALL_CODE = """fn double(number: i32) -> i32 {
    let twice = number * 2;
    twice
}

fn main() {
    let start = 21;
    let answer = double(start);
    println!("{answer}");
}
"""
CALL = player(
    "call",
    "A call that returns",
    CALL_CODE,
    moment("before the call", 7, scalar("start", "i32", 21), unset("answer", "i32", 4)),
    Snapshot(
        "inside the call",
        2,
        1,
        main_thread(
            Frame("double", 2, (scalar("number", "i32", 21), scalar("twice", "i32", 42))),
            Frame("main", 8, (scalar("start", "i32", 21), unset("answer", "i32", 4))),
        ),
    ),
    moment("after the call", 8, scalar("start", "i32", 21), scalar("answer", "i32", 42)),
)

RECURSION = player(
    "recursion",
    "Every call has its own frame",
    """fn fact(n: u64) -> u64 {
    if n < 2 { 1 } else { n * fact(n - 1) }
}

fn main() {
    let three = fact(3);
    println!("{three}");
}
""",
    *(
        Snapshot(
            "a call begins",
            1,
            depth,
            main_thread(
                *(
                    Frame("fact", 1 if n == 4 - depth else 2, (scalar("n", "u64", n),))
                    for n in range(4 - depth, 4)
                ),
                Frame("main", 6, (unset("three", "u64", 8),)),
            ),
        )
        for depth in (1, 2, 3)
    ),
)

SPARE = player(
    "spare",
    "Capacity in use and spare",
    """fn main() {
    let mut name = String::with_capacity(8);
    name.push_str("Ferris");
    let mut scores: Vec<u32> = Vec::with_capacity(4);
    scores.push(10);
    scores.push(20);
    println!("{name} {scores:?}");
}
""",
    moment(
        "an empty String",
        2,
        grown("name", "String", 1, 0, 8),
        unset("scores", "Vec<u32>", 24),
        blocks=(text_block(1, "", 8),),
    ),
    moment(
        "a String and a Vec",
        6,
        grown("name", "String", 1, 6, 8),
        grown("scores", "Vec<u32>", 2, 2, 4),
        blocks=(text_block(1, "Ferris", 8), number_block(2, "u32", 10, 20, spare=2)),
    ),
)

MOVE = player(
    "move",
    "A move copies three words, not the text",
    """fn main() {
    let name = String::from("Ferris");

    let owner = name;

    println!("{owner}");
    drop(owner);
}
""",
    moment(
        "start",
        2,
        grown("name", "String", 1, 6, 6),
        unset("owner", "String", 24),
        blocks=(text_block(1, "Ferris"),),
    ),
    moment(
        "after the move",
        4,
        grown("name", "String", 1, 6, 6, Standing.MOVED, 4),
        grown("owner", "String", 1, 6, 6),
        blocks=(text_block(1, "Ferris"),),
    ),
    moment(
        "after the drop",
        7,
        grown("name", "String", 1, 6, 6, Standing.MOVED, 4),
        grown("owner", "String", 1, 6, 6, Standing.MOVED, 7),
        blocks=(freed(1, 6),),
    ),
)

CLONE = player(
    "clone",
    "A clone has a block of its own",
    """fn main() {
    let name = String::from("Ada");
    let copy = name.clone();
    println!("{name} {copy}");
}
""",
    moment(
        "two owners, two blocks",
        3,
        grown("name", "String", 1, 3, 3),
        grown("copy", "String", 2, 3, 3),
        blocks=(text_block(1, "Ada"), text_block(2, "Ada")),
    ),
)

BORROW = player(
    "borrow",
    "A reference, and a reference to it",
    """fn main() {
    let mut name = String::from("Ada");
    let first = &name;
    let second = &first;
    println!("{second}");
    let change = &mut name;
    change.push('!');
}
""",
    moment(
        "& and &&",
        4,
        grown("name", "String", 1, 3, 3),
        reference("first", "&String", on_stack("main: name", reach=24)),
        reference("second", "&&String", on_stack("main: first", reach=8)),
        blocks=(text_block(1, "Ada"),),
    ),
    moment(
        "&mut",
        6,
        grown("name", "String", 1, 3, 3, Standing.BORROWED, 6),
        reference("change", "&mut String", on_stack("main: name", reach=24)),
        blocks=(text_block(1, "Ada"),),
    ),
)

BOXED = player(
    "box",
    "A box is an address",
    """fn main() {
    let mut boxed = Box::new(5_u64);
    *boxed += 1;
    println!("{boxed}");
}
""",
    *(
        moment(
            label,
            line,
            Variable("boxed", "Box<u64>", 0, 8, ADDRESS, pointer("Box<u64>", heap(1))),
            blocks=(Block(1, 8, 8, used=8, bytes=raw(value), value=number("u64", value)),),
        )
        for label, line, value in (("boxed", 2, 5), ("changed", 3, 6))
    ),
)

GROWTH = player(
    "growth",
    "Growth asks for another block",
    """fn main() {
    let mut scores: Vec<u32> = Vec::with_capacity(2);
    scores.extend([1, 2]);
    let first: *const u32 = &scores[0];
    scores.push(3);
    println!("{scores:?} {first:?}");
}
""",
    moment(
        "full",
        4,
        grown("scores", "Vec<u32>", 1, 2, 2),
        Variable("first", "*const u32", 0, 8, ADDRESS, pointer("*const u32", heap(1, 0, 4))),
        blocks=(number_block(1, "u32", 1, 2),),
    ),
    moment(
        "one more",
        5,
        grown("scores", "Vec<u32>", 1, 3, 4),
        Variable(
            "first",
            "*const u32",
            0,
            8,
            ADDRESS,
            pointer("*const u32", Spot(Region.DANGLING)),
        ),
        blocks=(number_block(1, "u32", 1, 2, 3, spare=1, moved=1),),
    ),
)

SLICES = player(
    "slices",
    "Slices of an array, a vector and a string",
    """fn main() {
    let array = [1_u16, 2, 3, 4];
    let vector = vec![10_u16, 20, 30];
    let text = String::from("Grüße");
    let of_array = &array[1..3];
    let of_vector = &vector[1..];
    let of_text = &text[2..4];
    println!("{of_array:?} {of_vector:?} {of_text}");
}
""",
    moment(
        "three slices",
        7,
        Variable(
            "array", "[u16; 4]", 0, 8, bytes((1, 0, 2, 0, 3, 0, 4, 0)), elements("u16", 1, 2, 3, 4)
        ),
        grown("vector", "Vec<u16>", 1, 3, 3),
        grown("text", "String", 2, 7, 7),
        reference("of_array", "&[u16]", on_stack("main: array", 2, 4), 2),
        reference("of_vector", "&[u16]", heap(1, 2, 4), 2),
        reference("of_text", "&str", heap(2, 2, 2), 2),
        blocks=(number_block(1, "u16", 10, 20, 30), text_block(2, "Grüße")),
    ),
)

LITERAL = player(
    "literal",
    "A literal lies in the program's file",
    """fn main() {
    let greeting = "Hello";
    let none: Option<&u8> = None;
    println!("{greeting} {none:?}");
}
""",
    moment(
        "a literal",
        3,
        reference("greeting", "&str", Spot(Region.STATIC, '"Hello"', 0, 5), 5),
        Variable(
            "none",
            "Option<&u8>",
            0,
            8,
            bytes(8),
            Value("Option<&u8>", "None", 0, 8, spot=Spot(Region.NULL)),
        ),
        statics=(Static('"Hello"', ".rodata", 5, b"Hello", Value("str", '"Hello"', 0, 5)),),
    ),
)


def names_block(*lengths: int) -> Block:
    """The buffer of a `Vec<String>` whose texts lie in the blocks behind it."""
    parts = tuple(
        (f"[{at}]", growable("String", heap(at + 2), length, length, at * 24))
        for at, length in enumerate(lengths)
    )
    size = 24 * len(lengths)
    held = b"".join(raw(length) + ADDRESS + raw(length) for length in lengths)
    return Block(1, size, 8, used=size, bytes=held, value=Value("[String]", "", 0, size, parts))


STRINGS = player(
    "strings",
    "A Vec of Strings: blocks that own blocks",
    """fn main() {
    let names = vec![String::from("Ada"), String::from("Grace")];
    println!("{names:?}");
}
""",
    moment(
        "two levels",
        2,
        grown("names", "Vec<String>", 1, 2, 2),
        blocks=(names_block(3, 5), text_block(2, "Ada"), text_block(3, "Grace")),
    ),
)


def counted(name: str, type_: str) -> Variable:
    return Variable(name, type_, 0, 8, ADDRESS, pointer(type_, heap(1)))


def counts_block(strong: int, weak: int) -> Block:
    parts = (
        ("strong", number("usize", strong)),
        ("weak", number("usize", weak, 8)),
        ("value", number("i32", 5, 16)),
    )
    held = raw(strong) + raw(weak) + raw(5, 4) + bytes(4)
    value = Value("RcInner<i32>", "", 0, 24, parts)
    return Block(1, 24, 8, bytes=held, value=value)


SHARED = player(
    "shared",
    "One value, three owners, one observer",
    """use std::rc::Rc;

fn main() {
    let one = Rc::new(5);
    let two = Rc::clone(&one);
    let three = Rc::clone(&one);
    let watcher = Rc::downgrade(&one);
    drop(two);
    println!("{one} {three} {watcher:?}");
}
""",
    moment("one owner", 4, counted("one", "Rc<i32>"), blocks=(counts_block(1, 1),)),
    moment(
        "three owners and a Weak",
        7,
        counted("one", "Rc<i32>"),
        counted("two", "Rc<i32>"),
        counted("three", "Rc<i32>"),
        counted("watcher", "Weak<i32>"),
        blocks=(counts_block(3, 2),),
    ),
    moment(
        "one has gone",
        8,
        counted("one", "Rc<i32>"),
        Variable("two", "Rc<i32>", 0, 8, ADDRESS, pointer("Rc<i32>", heap(1)), Standing.MOVED, 8),
        counted("three", "Rc<i32>"),
        counted("watcher", "Weak<i32>"),
        blocks=(counts_block(2, 2),),
    ),
)


def node_block(block: int, strong: int, other: int) -> Block:
    link = Value(
        "RefCell<Option<Rc<Node>>>",
        "not borrowed",
        16,
        16,
        (
            ("borrow", number("isize", 0, 16)),
            ("value", Value("Option<Rc<Node>>", "Some", 24, 8, spot=heap(other))),
        ),
    )
    parts = (("strong", number("usize", strong)), ("weak", number("usize", 1, 8)), ("next", link))
    held = raw(strong) + raw(1) + raw(0) + ADDRESS
    return Block(block, 32, 8, bytes=held, value=Value("RcInner<Node>", "", 0, 32, parts))


CYCLE = player(
    "cycle",
    "Two that hold each other",
    """fn main() {
    let left = Node::new();
    let right = Node::new();
    link(&left, &right);
    drop((left, right));
    println!("nobody can reach them any more");
}
""",
    moment(
        "a cycle",
        4,
        Variable("left", "Rc<Node>", 0, 8, ADDRESS, pointer("Rc<Node>", heap(1))),
        Variable("right", "Rc<Node>", 0, 8, ADDRESS, pointer("Rc<Node>", heap(2))),
        blocks=(node_block(1, 2, 2), node_block(2, 2, 1)),
    ),
    moment(
        "leaked",
        5,
        blocks=(node_block(1, 1, 2), node_block(2, 1, 1)),
    ),
)


def employee(name: str, length: int, salary: int, bonus: int) -> Variable:
    parts = (
        ("name", growable("String", heap(1), length, length)),
        ("salary", number("u32", salary, 24)),
        ("bonus", Value("Option<u8>", "Some", 28, 2, (("0", number("u8", bonus, 29)),))),
    )
    held = raw(length) + ADDRESS + raw(length) + raw(salary, 4) + bytes((1, bonus, 0, 0))
    return Variable(name, "Employee", 0, 32, held, Value("Employee", "", 0, 32, parts))


EMPLOYEE_CODE = """struct Employee {
    name: String,
    salary: u32,
    bonus: Option<u8>,
}

fn raise(employee: &mut Employee, percent: u32) -> u32 {
    let more = employee.salary * percent / 100;
    employee.salary += more;
    more
}

fn main() {
    let mut ada = Employee { name: "Ada".into(), salary: 4_000, bonus: Some(3) };
    let more = raise(&mut ada, 10);
    println!("{} {more}", ada.name);
}
"""
EMPLOYEE = player(
    "employee",
    "A raise",
    EMPLOYEE_CODE,
    moment("hired", 14, employee("ada", 3, 4000, 3), blocks=(text_block(1, "Ada"),)),
    Snapshot(
        "inside raise",
        9,
        1,
        main_thread(
            Frame(
                "raise",
                9,
                (
                    reference("employee", "&mut Employee", on_stack("main: ada", reach=32)),
                    scalar("percent", "u32", 10),
                    scalar("more", "u32", 400),
                ),
            ),
            Frame("main", 15, (employee("ada", 3, 4400, 3),)),
        ),
        (text_block(1, "Ada"),),
    ),
    moment(
        "after the raise",
        15,
        employee("ada", 3, 4400, 3),
        scalar("more", "u32", 400),
        blocks=(text_block(1, "Ada"),),
    ),
)

THREADS = player(
    "threads",
    "Two threads, two stacks, one block",
    """use std::sync::Arc;
use std::thread;

fn work(data: Arc<u64>) -> u64 {
    let sum = *data + 1;
    sum
}

fn main() {
    let data = Arc::new(41);
    let shared = Arc::clone(&data);
    let worker = thread::spawn(move || work(shared));
    println!("{} {}", data, worker.join().unwrap());
}
""",
    Snapshot(
        "both run",
        5,
        1,
        (
            Thread(
                "worker",
                (
                    Frame(
                        "work",
                        5,
                        (
                            Variable(
                                "data", "Arc<u64>", 0, 8, ADDRESS, pointer("Arc<u64>", heap(1))
                            ),
                            scalar("sum", "u64", 42),
                        ),
                    ),
                ),
            ),
            Thread(
                "main",
                (
                    Frame(
                        "main",
                        13,
                        (
                            Variable(
                                "data", "Arc<u64>", 0, 8, ADDRESS, pointer("Arc<u64>", heap(1))
                            ),
                        ),
                    ),
                ),
            ),
        ),
        (
            Block(
                1,
                24,
                8,
                bytes=raw(2) + raw(1) + raw(41),
                value=Value(
                    "ArcInner<u64>",
                    "",
                    0,
                    24,
                    (
                        ("strong", number("usize", 2)),
                        ("weak", number("usize", 1, 8)),
                        ("data", number("u64", 41, 16)),
                    ),
                ),
            ),
        ),
    ),
)

HOSTILE = player(
    "hostile",
    'A "title" & <more> {{ x }}',
    "<script>alert(1)</script>\n\n{% raw %} *_`\n# [x](y)\n-->]]>\n",
    moment(
        "<b>&amp;\"'{{",
        1,
        Variable(
            "__init__",
            'Odd<\'a, "</section><script>">',
            0,
            8,
            ADDRESS,
            Value("&T", "{{ 1 }}\n\n\x00\u202e", 0, 8, spot=Spot(Region.DANGLING, "<i>")),
        ),
        statics=(Static("<u>", ".ro*data*", 5, b"Hello", Value("str", '"</ul>\n\n"', 0, 5)),),
    ),
)

PLAYERS: Final = MappingProxyType(
    {
        each.id.removeprefix("memory-"): each
        for each in (
            LOCALS,
            CALL,
            RECURSION,
            SPARE,
            MOVE,
            CLONE,
            BORROW,
            BOXED,
            GROWTH,
            SLICES,
            LITERAL,
            STRINGS,
            SHARED,
            CYCLE,
            EMPLOYEE,
            THREADS,
            HOSTILE,
        )
    }
)
