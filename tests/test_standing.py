"""What a variable is at a mark: moved, not yet initialised, borrowed or live, by the compiler."""

# ruff: noqa: E501 - a program is one text
from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from macros.memory import Standing
from macros.model import Diagnostic, Listing, Mark, Place, Toolchain
from macros.rust.snapshots.asked import Asked
from macros.rust.snapshots.standing import Found, ask_standings
from macros.rust.toolchain import find_toolchain

LIVE = Found(Standing.LIVE)
FRESH = Found(Standing.UNINITIALISED)
MANY = "pub fn many() -> bool { std::env::args().count() > 1 }\n"
TAKE = "fn take(_: String) {}\n"
Answers = Mapping[Asked, Found | Diagnostic]


def moved(since: int) -> Found:
    return Found(Standing.MOVED, since)


def partly(since: int) -> Found:
    return Found(Standing.PARTLY_MOVED, since)


def borrowed(since: int) -> Found:
    return Found(Standing.BORROWED, since)


@pytest.fixture(scope="module")
def toolchain() -> Toolchain:
    return find_toolchain()


def listing(source: str) -> Listing:
    """A `//@` line in the source is a mark; the line stays, as a comment, so lines are its own."""
    place = Place("snippets/a/b.rs", 1, 1, 1, 1)
    marks = tuple(
        Mark(f"mark {number}", place, number, number + 1)
        for number, line in enumerate(source.split("\n"), 1)
        if line.strip() == "//@"
    )
    lines = tuple(range(1, source.count("\n") + 2))
    return Listing("a/b", place, source, source, lines, marks=marks)


def asked(source: str, names: str, mark: int = 0) -> list[Asked]:
    """`a@3` is the variable `a` that line 3 declares; `a` alone is declared where it comes first
    as a binding."""
    line = listing(source).marks[mark].before
    return [Asked(line, name, declared, False, mark) for name, declared in named(source, names)]


def named(source: str, names: str) -> list[tuple[str, int]]:
    found = []
    for one in names.split():
        name, _, line = one.partition("@")
        found.append((name, int(line) if line else first_line(source, name)))
    return found


def first_line(source: str, name: str) -> int:
    words = rf"(?:\blet\b|[|(,]|\bmut\b|\bfor\b|&)[^=]*\b{name}\b"
    return next(n for n, line in enumerate(source.split("\n"), 1) if re.search(words, line))


def ask(source: str, wanted: list[Asked], toolchain: Toolchain, folder: Path) -> Answers:
    return ask_standings(listing(source), wanted, toolchain, folder)


def said(answers: Answers) -> dict[str, Found | str]:
    return {
        one.variable: answer if isinstance(answer, Found) else answer.message
        for one, answer in answers.items()
    }


MARKED = {
    "live": (
        "fn main() {\n let a = String::new();\n let n = 5;\n //@\n drop(a);\n _ = n;\n}",
        {"a": LIVE, "n": LIVE},
    ),
    "by let": (
        "fn main() {\n let a = String::new();\n let b = a;\n //@\n drop(b);\n}",
        {"a": moved(3), "b": LIVE},
    ),
    "by a call": (
        TAKE + "fn main() {\n let a = String::new();\n take(a);\n //@\n}",
        {"a": moved(4)},
    ),
    "into a closure": (
        "fn main() {\n let a = String::new();\n let f = move || a.len();\n //@\n f();\n}",
        {"a": moved(3), "f": LIVE},
    ),
    "into a closure's block": (
        "fn main() {\n let a = vec![1];\n std::thread::spawn(move || {\n"
        '  println!("{:?}, {}", a, 1);\n }).join().unwrap();\n //@\n}',
        {"a": moved(3)},
    ),
    "by push": (
        "fn main() {\n let a = String::new();\n let mut v = Vec::new();\n v.push(a);\n //@\n}",
        {"a": moved(4), "v": LIVE},
    ),
    "into a macro": (
        "fn main() {\n let a = vec![1];\n let v = vec![a];\n //@\n drop(v);\n}",
        {"a": moved(3), "v": LIVE},
    ),
    "by a method": (
        "fn main() {\n let a = vec![1];\n let b = a\n  .into_iter();\n //@\n drop(b);\n}",
        {"a": moved(4)},
    ),
    "by a loop": ("fn main() {\n let a = vec![1];\n for _ in a {}\n //@\n}", {"a": moved(3)}),
    "by an operator": (
        'fn main() {\n let a = String::new();\n let b = a + "x";\n //@\n drop(b);\n}',
        {"a": moved(3)},
    ),
    "by a question mark": (
        "fn get(a: Result<String, ()>) -> Result<(), ()> {\n let b = a?;\n //@\n drop(b);\n Ok(())\n}",
        {"a": moved(2)},
    ),
    "into a field of its name": (
        "struct P { name: String, n: u8 }\nfn main() {\n let name = String::new();\n let n = 1;\n"
        " let p = P { name, n };\n //@\n drop(p.name);\n _ = p.n;\n}",
        {"name": moved(5), "n@4": LIVE, "p": LIVE},
    ),
    "by calling itself": (
        "fn main() {\n let a = String::new();\n let f = move || drop(a);\n f();\n //@\n}",
        {"f": moved(4), "a": moved(3)},
    ),
    "in a match": (
        "fn main() {\n let a = String::new();\n match a {\n  b => drop(b),\n }\n //@\n}",
        {"a": moved(4)},
    ),
    "in an arm": (
        "fn main() {\n let a = Some(String::new());\n match a {\n  Some(b) => {\n   //@\n"
        "   drop(b);\n  }\n  None => {}\n }\n}",
        {"a": partly(4), "b@4": LIVE},
    ),
    "by if let": (
        "fn main() {\n let a = Some(String::new());\n if let Some(b) = a {\n  //@\n  drop(b);\n }\n}",
        {"a": partly(3), "b@3": LIVE},
    ),
    "by a pattern": (
        "fn main() {\n let p = (String::new(), String::new());\n let (a, b) = p;\n //@\n"
        " drop(a);\n drop(b);\n}",
        {"p": partly(3), "a@3": LIVE, "b@3": LIVE},
    ),
    "by let else": (
        "fn main() {\n let a = Some(String::new());\n let Some(b) = a else { return };\n //@\n"
        " drop(b);\n}",
        {"a": partly(3), "b@3": LIVE},
    ),
    "partly": (
        "struct P { a: String, b: String }\nfn main() {\n"
        " let p = P { a: String::new(), b: String::new() };\n let q = p.a;\n //@\n"
        " drop(q);\n drop(p.b);\n}",
        {"p": partly(4), "q": LIVE},
    ),
    "partly by a method": (
        "struct P { a: String }\nfn main() {\n let p = P { a: String::new() };\n"
        " let q = p.a.into_bytes();\n //@\n drop(q);\n}",
        {"p": partly(4)},
    ),
    "out of a box": (
        "fn main() {\n let a = Box::new(String::new());\n let b = *a;\n //@\n drop(b);\n}",
        {"a": moved(3)},
    ),
    "in an inner block": (
        "fn main() {\n let a = String::new();\n {\n  drop(a);\n }\n //@\n}",
        {"a": moved(4)},
    ),
    "in both branches": (
        MANY + "fn main() {\n let a = String::new();\n if many() {\n  drop(a);\n } else {\n"
        "  let f = move || a.len();\n  f();\n }\n //@\n}",
        {"a": moved(7)},
    ),
    "before a branch": (
        MANY + "fn main() {\n let a = String::new();\n drop(a);\n if many() {\n  //@\n }\n}",
        {"a": moved(4)},
    ),
    "the other way returns": (
        MANY + "fn main() {\n let a = String::new();\n if many() {\n  drop(a);\n } else {\n"
        "  return;\n }\n //@\n}",
        {"a": moved(5)},
    ),
    "moved and given again": (
        "fn main() {\n let mut a = String::new();\n drop(a);\n a = String::new();\n //@\n"
        " drop(a);\n}",
        {"a": LIVE},
    ),
    "given late and moved": (
        "fn main() {\n let a;\n a = String::new();\n drop(a);\n //@\n}",
        {"a": moved(4)},
    ),
    "moved before it is given again": (
        "fn main() {\n let mut a = String::new();\n for _ in 0..2 {\n  drop(a);\n  //@\n"
        "  a = String::new();\n }\n drop(a);\n}",
        {"a": moved(4)},
    ),
    "not yet initialised": (
        "fn main() {\n let a;\n let mut b: i32;\n //@\n a = 1;\n b = 2;\n b += a;\n _ = b;\n}",
        {"a": FRESH, "b": FRESH},
    ),
    "not yet initialised in a loop": (
        "fn main() {\n for i in 0..2 {\n  let a;\n  //@\n  a = i;\n  _ = a;\n }\n}",
        {"a": FRESH, "i": LIVE},
    ),
    "mutably borrowed": (
        "fn main() {\n let mut a = vec![1];\n let r = &mut a;\n //@\n r.push(2);\n}",
        {"a": borrowed(3), "r": LIVE},
    ),
    "no longer borrowed": (
        "fn main() {\n let mut a = vec![1];\n let r = &mut a;\n r.push(2);\n //@\n a.push(3);\n}",
        {"a": LIVE, "r": LIVE},
    ),
    "a borrow that only the question would use": (
        "fn main() {\n let mut a = 1;\n let r = &mut a;\n for _ in 0..2 {\n  //@\n }\n}",
        {"a": LIVE, "r": LIVE},
    ),
    "borrowed by an iterator": (
        "fn main() {\n let mut a = vec![1];\n for i in a.iter_mut() {\n  //@\n  *i += 1;\n }\n}",
        {"a": borrowed(3), "i@3": LIVE},
    ),
    "borrowed by a closure": (
        "fn main() {\n let mut a = vec![1];\n let mut f = || a.push(2);\n //@\n f();\n}",
        {"a": borrowed(3), "f": LIVE},
    ),
    "reborrowed": (
        "fn add(a: &mut Vec<u8>) {\n let b = &mut *a;\n //@\n b.push(1);\n}",
        {"a": borrowed(2), "b": LIVE},
    ),
    "shared": (
        "fn main() {\n let a = vec![1];\n let r = &a;\n //@\n _ = r.len();\n}",
        {"a": LIVE, "r": LIVE},
    ),
    "a reference to what is gone": (
        "fn main() {\n let a = vec![1];\n let r = &a;\n _ = r;\n drop(a);\n //@\n}",
        {"a": moved(5), "r": LIVE},
    ),
    "shadowed": (
        "fn main() {\n let a = String::new();\n let b = a;\n let a = 5;\n //@\n _ = (a, b);\n}",
        {"a@2": moved(3), "a@4": LIVE},
    ),
    "shadowed twice": (
        "fn main() {\n let a = Some(5);\n let a = a.map(|n| vec![n]);\n if let Some(a) = a {\n"
        "  //@\n  drop(a);\n }\n}",
        {"a@2": LIVE, "a@3": partly(4), "a@4": LIVE},
    ),
    "parameters and patterns": (
        "struct S(u8);\nimpl S {\n fn get(self, mut n: u8, (x, y): (u8, &str), z: &dyn Fn()) {\n"
        "  //@\n  n += x + self.0;\n  _ = (n, y, z);\n }\n}",
        {"self@3": LIVE, "n@3": LIVE, "x@3": LIVE, "y@3": LIVE, "z@3": LIVE},
    ),
    "self that is moved": (
        "struct S(String);\nimpl S {\n fn get(self) -> String {\n  let a = self.0;\n  //@\n  a\n }\n"
        " fn see(&self) {\n  _ = &self.0;\n }\n}",
        {"self@3": partly(4), "a": LIVE},
    ),
    "inside a closure": (
        "fn main() {\n let a = String::new();\n let b = vec![1];\n let mut n = 0;\n"
        " let f = move |x: u8| {\n  drop(a);\n  //@\n  _ = (b.len(), x);\n };\n"
        " let mut g = || n += 1;\n g();\n f(1);\n}",
        {"a": moved(6), "b": LIVE, "x@5": LIVE},
    ),
    "captured by reference": (
        "fn main() {\n let a = String::new();\n let mut n = 0;\n let mut f = || {\n  n += a.len();\n"
        "  //@\n };\n f();\n}",
        {"a": LIVE, "n": LIVE},
    ),
    "generic": (
        "fn get<T: Clone, U>(t: T, u: &mut U) -> (T, &mut U) {\n let v = t;\n //@\n (v, u)\n}",
        {"t@1": moved(2), "u@1": LIVE, "v": LIVE},
    ),
    "unsized behind pointers": (
        'fn main() {\n let a: &str = "a";\n let b: Box<[u8]> = Box::new([1]);\n'
        " let c: &dyn Fn() = &|| ();\n let d = b;\n //@\n _ = (a, c, d);\n}",
        {"a": LIVE, "b": moved(5), "c": LIVE, "d": LIVE},
    ),
    "in front of a statement that begins oddly": (
        "fn main() {\n let mut a = 1;\n let b = &mut a;\n //@\n *b = 2;\n //@\n (a, _) = (3, 4);\n}",
        {"a": borrowed(3), "b": LIVE},
    ),
    "a program that speaks of its root": (
        "mod m {\n pub fn f(_: String) {}\n}\nfn main() {\n let a = String::new();\n"
        " crate::m::f(a);\n //@\n}",
        {"a": moved(6)},
    ),
    "in a function without a type of its own": (
        "fn get() -> impl Iterator<Item = u8> {\n let a = vec![1];\n //@\n a.into_iter()\n}",
        {"a": LIVE},
    ),
}


@pytest.mark.parametrize("case", MARKED)
def test_a_variable_at_a_mark(case: str, toolchain: Toolchain, tmp_path: Path) -> None:
    """Every variable is what the compiler says of it, with the line of the move or borrow."""
    source, expected = MARKED[case]
    wanted = asked(source, " ".join(expected))
    answers = ask(source, wanted, toolchain, tmp_path)
    assert list(answers[one] for one in wanted) == list(expected.values())


WAYS = (
    "whether `{name}` is moved here depends on the way the program took: line {line} moves it, "
    "and is not on every way, as far as the compiler was asked"
)
SOME_WAYS = {
    "one branch": (
        "fn main() {\n let a = String::new();\n if many() {\n  drop(a);\n }\n //@\n}",
        4,
    ),
    "a match that moves in one arm": (
        "fn main() {\n let a = Some(vec![1]);\n match a {\n  Some(b) => drop(b),\n  None => {}\n"
        " }\n //@\n}",
        4,
    ),
    "if let": (
        "fn main() {\n let a = Some(vec![1]);\n if let Some(b) = a {\n  drop(b);\n }\n //@\n}",
        3,
    ),
    "the last turn of a loop": (
        "fn main() {\n let mut a = vec![1];\n for i in 0..2 {\n  if i == 1 { a = vec![2]; }\n  //@\n"
        "  if i == 0 { drop(a); a = vec![3]; }\n  if i == 1 { drop(a); break; }\n }\n}",
        0,
    ),
    "given again on one way": (
        "fn main() {\n let mut a = vec![1];\n drop(a);\n if many() {\n  a = vec![2];\n }\n //@\n"
        " a = vec![3];\n drop(a);\n}",
        3,
    ),
    "given again by itself": (
        "fn same(a: Vec<u8>) -> Vec<u8> {\n a\n}\nfn main() {\n let mut a = vec![1];\n drop(a);\n"
        " a = vec![2];\n if many() {\n  drop(a);\n  a = same(vec![3]);\n } else {\n  drop(a);\n }\n"
        " //@\n}",
        12,
    ),
    "given again inside an expression": (
        "fn main() {\n let mut a = vec![1];\n drop(a);\n match many() {\n  true => a = vec![2],\n"
        "  false => {}\n }\n //@\n}",
        3,
    ),
    "a part given again": (
        "struct P { a: String }\nfn main() {\n let mut p = P { a: String::new() };\n drop(p.a);\n"
        " if many() {\n  p.a = String::new();\n }\n //@\n}",
        4,
    ),
    "a short circuit": (
        "fn main() {\n let a = vec![1];\n let b = many() && a.into_iter().count() > 0;\n //@\n _ = b;\n}",
        3,
    ),
    "a closure of one branch": (
        "fn main() {\n let a = vec![1];\n if many() {\n  let f = move || a.len();\n  f();\n }\n //@\n}",
        4,
    ),
    "a loop that may not run": (
        "fn main() {\n let a = vec![1];\n while many() {\n  drop(a);\n  break;\n }\n //@\n}",
        4,
    ),
}


@pytest.mark.parametrize("case", SOME_WAYS)
def test_a_move_on_some_ways_only(case: str, toolchain: Toolchain, tmp_path: Path) -> None:
    """What one way moves and another does not is refused, with the mark's place."""
    source, line = SOME_WAYS[case]
    source += "\n" + MANY
    name = "p" if "p.a" in source else "a"
    declared = max(
        n
        for n, text in enumerate(source.split("\n"), 1)
        if re.search(rf"let (?:mut )?{name}\b", text)
    )
    mark = listing(source).marks[0].before
    (answer,) = ask(source, [Asked(mark, name, declared, False, 0)], toolchain, tmp_path).values()
    if not line:
        assert answer == LIVE
        return
    message = WAYS.format(name=name, line=line)
    help = (
        f"draw it after the branches meet: let every way move `{name}`, or none, "
        "or set the mark inside the branch"
    )
    text = f"error: {message}\n --> a/b.rs:{mark}\n  = help: {help}\n"
    assert answer == Diagnostic("error", "E0382", message, text, "a/b.rs", mark, 1, mark, 1)


def test_every_arm_moves_another_part(toolchain: Toolchain, tmp_path: Path) -> None:
    """rustc names only one of such moves, so it is refused rather than guessed."""
    source = (
        "fn main() {\n let a: Result<String, Vec<u8>> = Ok(String::new());\n match a {\n"
        "  Ok(b) => drop(b),\n  Err(c) => { drop(c); }\n }\n //@\n}"
    )
    assert said(ask(source, asked(source, "a"), toolchain, tmp_path)) == {
        "a": WAYS.format(name="a", line=5)
    }


@pytest.mark.parametrize(
    "source",
    [
        "fn main() {\n let a;\n if many() {\n  a = 1;\n  _ = a;\n }\n //@\n}\n",
        "fn main() {\n let mut a;\n for i in 0..2 {\n  //@\n  a = i;\n  _ = a;\n }\n}\n",
    ],
)
def test_initialised_on_some_ways_only(source: str, toolchain: Toolchain, tmp_path: Path) -> None:
    """What one way initialises and another does not is refused."""
    source += MANY
    assert said(ask(source, asked(source, "a@2"), toolchain, tmp_path)) == {
        "a": "whether `a` is initialised here depends on the way the program took"
    }


CALLS = {
    "by value": (
        "fn f(_: String) {}\nfn main() {\n let a = String::new();\n f(a);\n}",
        {"a@3": moved(4)},
    ),
    "by mutable reference": (
        "fn f(_: &mut u8, _: &u8) {}\nfn main() {\n let mut a = 1;\n let b = 2;\n f(&mut a, &b);\n}",
        {"a@3": borrowed(5), "b@4": LIVE},
    ),
    "by copy": ("fn f(_: u8) {}\nfn main() {\n let a = 1;\n f(a);\n}", {"a@3": LIVE}),
    "as a method": (
        "struct S;\nimpl S {\n fn f(self) {}\n fn g(&mut self) {}\n fn h(&self) {}\n}\nfn main() {\n"
        " let mut a = S;\n a.g();\n a.h();\n a.f();\n}",
        {"a@8 9": borrowed(9), "a@8 10": LIVE, "a@8 11": moved(11)},
    ),
    "by reborrow": (
        "fn f(_: &mut u8) {}\nfn g(a: &mut u8) {\n f(a);\n *a = 1;\n}",
        {"a@2": borrowed(3)},
    ),
    "into a variable": (
        "fn f(a: String) -> String {\n a\n}\nfn main() {\n let a = String::new();\n let b = f(a);\n"
        " _ = b;\n}",
        {"a@5": moved(6)},
    ),
    "recursion in the last expression": (
        "fn f(a: Vec<u8>, n: u8) -> usize {\n let b = n;\n if n == 0 {\n  a.len()\n } else {\n"
        "  f(a, b - 1)\n }\n}",
        {"a@1": moved(6), "n@1": LIVE, "b@2": LIVE},
    ),
    "in an else": (
        MANY + "fn f(_: String) {}\nfn main() {\n let a = String::new();\n if many() {\n  _ = 1;\n"
        " } else { f(a) }\n}",
        {"a@4": moved(7)},
    ),
    "a function of one line": ("fn f(_: String) {}\nfn g(a: String) { f(a) }", {"a@2": moved(2)}),
    "in an arm": (
        MANY + "fn f(_: String) {}\nfn main() {\n let a = String::new();\n match many() {\n"
        "  true => f(a),\n  false => f(a),\n }\n}",
        {"a@4 6": moved(6), "a@4 7": moved(7)},
    ),
    "over several lines": (
        "fn f(_: u8, _: String) {}\nfn main() {\n let a = String::new();\n f(\n  1,\n  a,\n );\n}",
        {"a@3 4": moved(6)},
    ),
    "moved before, given by the call": (
        "fn f(a: String) -> String {\n a\n}\nfn main() {\n let mut a = String::new();\n drop(a);\n"
        " a = f(String::new());\n drop(a);\n}",
        {"a@5 7": moved(6)},
    ),
    "not yet initialised": (
        "fn f() -> u8 {\n 1\n}\nfn main() {\n let a;\n a = f();\n _ = a;\n}",
        {"a@5 6": FRESH},
    ),
    "captured by a closure": (
        "fn f(_: impl FnMut()) {}\nfn main() {\n let mut a = 1;\n let b = vec![1];\n"
        " f(|| a += 1);\n f(move || _ = b.len());\n}",
        {"a@3 5": borrowed(5), "b@4 6": moved(6)},
    ),
    "of a loop's head": (
        "fn f(_: &mut u8) -> bool {\n false\n}\nfn main() {\n let mut a = 1;\n let b = String::new();\n"
        " while f(&mut a) {}\n drop(b);\n}",
        {"a@5 7": borrowed(7), "b@6 7": LIVE},
    ),
    "taken only after the call": (
        "fn f() -> u8 {\n 1\n}\nfn g(_: u8, _: String) {}\nfn main() {\n let a = String::new();\n"
        " g(f(), a);\n}",
        {"a@6 7": moved(7)},
    ),
}


@pytest.mark.parametrize("case", CALLS)
def test_a_frame_that_waits_for_a_call(case: str, toolchain: Toolchain, tmp_path: Path) -> None:
    """What the call's expression takes is moved, what it borrows mutably is borrowed."""
    source, expected = CALLS[case]
    lines = source.split("\n")
    wanted = []
    for key, answer in expected.items():
        name, declared, line = re.fullmatch(r"(\w+)@(\d+)(?: (\d+))?", key).groups()  # type: ignore[union-attr]
        default = next((f.since for f in expected.values() if f.since), 0)
        default = default or next((n for n, text in enumerate(lines, 1) if text == " f(a);"), 0)
        wanted.append(Asked(int(line or answer.since or default), name, int(declared), True, None))
    answers = ask(source, wanted, toolchain, tmp_path)
    assert [answers[one] for one in wanted] == list(expected.values())


def test_a_program_that_does_not_compile(toolchain: Toolchain, tmp_path: Path) -> None:
    """Every question gets the compiler's own error about the program, at its place."""
    source = "fn main() {\n let a: u8 = true;\n //@\n let b = 1;\n}"
    answers = ask(source, asked(source, "a b"), toolchain, tmp_path)
    (answer,) = set(answers.values())
    assert isinstance(answer, Diagnostic)
    assert (answer.code, answer.path, answer.line) == ("E0308", "a/b.rs", 2)


def test_what_is_not_in_scope(toolchain: Toolchain, tmp_path: Path) -> None:
    """A name without a variable there is E0425, and the others are answered all the same."""
    source = "fn main() {\n let a = vec![1];\n for i in a.iter() {\n  //@\n  _ = i;\n }\n}"
    wanted = asked(source, "a@2 iter@3 i@3")
    a, inner, i = ask(source, wanted, toolchain, tmp_path).values()
    assert (a, i) == (LIVE, LIVE)
    assert isinstance(inner, Diagnostic)
    assert (inner.code, inner.message, inner.line) == (
        "E0425",
        "there is no variable `iter` in scope here",
        5,
    )


def test_a_name_of_another_variable(toolchain: Toolchain, tmp_path: Path) -> None:
    """What rustc names inside a `for` is not taken for the author's variable of that name."""
    source = "fn main() {\n let iter = vec![1];\n for i in iter.iter() {\n  //@\n  _ = i;\n }\n}"
    assert said(ask(source, asked(source, "iter@3"), toolchain, tmp_path)) == {
        "iter": "`iter` is the one of line 2 here, not that of line 3"
    }


def test_shadowed_on_one_line(toolchain: Toolchain, tmp_path: Path) -> None:
    """Where no macro fits between two of a name, the outer one is not guessed."""
    source = "fn main() {\n let a = 1; for a in 0..a {\n  //@\n  _ = a;\n }\n}"
    line = listing(source).marks[0].before
    outer, inner = Asked(line, "a", 2, False, 0), Asked(line, "a", 3, False, 0)
    answers = ask(source, [outer, inner], toolchain, tmp_path)
    assert list(said(answers).values()) == ["`a` is the one of line 2 here, not that of line 3"]
    assert answers[outer] != LIVE


def test_a_mark_inside_an_expression(toolchain: Toolchain, tmp_path: Path) -> None:
    """A question that breaks the program there is refused, those at other marks are answered."""
    source = "fn main() {\n let a = [\n //@\n 1];\n //@\n _ = a;\n}"
    wanted = [*asked(source, "a"), *asked(source, "a", mark=1)]
    broken, good = ask(source, wanted, toolchain, tmp_path).values()
    assert isinstance(broken, Diagnostic)
    assert broken.message.startswith("what `a` is here cannot be asked for: with the question in")
    assert good == LIVE


def test_many_marks_take_few_calls(toolchain: Toolchain, tmp_path: Path) -> None:
    """Forty marks with ten variables each are asked in two calls of rustc."""
    names = [f"v{number}" for number in range(10)]
    makes = "".join(f" let {name} = vec![1];\n" for name in names)
    drops = "".join(f" drop({name});\n //@\n //@\n //@\n //@\n" for name in names)
    source = f"fn main() {{\n{makes}{drops}}}"
    wanted = [one for mark in range(40) for one in asked(source, " ".join(names), mark)]
    answers = ask(source, wanted, toolchain, tmp_path)
    for one in wanted:
        line = source.split("\n").index(f" drop({one.variable});") + 1
        assert answers[one] == (moved(line) if line < one.line else LIVE)
    assert len(list(tmp_path.glob("*/*/_crate.rs"))) == 2
