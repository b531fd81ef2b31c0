"""Programs that cannot be drawn, by what is wrong with them."""

from __future__ import annotations

from typing import Final

LOOP: Final = "//! Loops.\n//@ timeout: 1\nfn main() {\n    //@ snapshot: a\n    loop {}\n}\n"

BAD: Final[dict[str, str]] = {
    "in a struct's value": (
        "//! A mark.\nstruct P { x: u8 }\nfn main() {\n    let p = P {\n        //@ snapshot: a\n"
        "        x: 1,\n    };\n    let _ = p.x;\n}\n"
    ),
    "in a match": (
        "//! A mark.\nfn main() {\n    match 1 {\n        //@ snapshot: a\n        1 => {}\n"
        "        _ => {}\n    }\n}\n"
    ),
    "between functions": (
        "//! A mark.\nmod m {\n    pub fn f() {}\n    //@ snapshot: a\n    pub fn g() {}\n}\n"
        "fn main() {\n    m::f();\n    m::g();\n}\n"
    ),
    "in a const fn": (
        "//! A mark.\nconst fn f() -> u8 {\n    //@ snapshot: a\n    1\n}\nfn main() {\n"
        "    f();\n}\n"
    ),
    "never called": (
        "//! A mark.\nfn f() {\n    //@ snapshot: a\n}\nfn main() {\n    if false {\n        f();\n"
        "    }\n}\n"
    ),
    "unknown variable": (
        "//! A mark.\nfn main() {\n    let x = 1;\n    //@ snapshot: a, show: y\n    let _ = x;\n}\n"
    ),
    "seven variables": (
        "//! A mark.\nfn main() {\n    let (a, b, c, d, e, f, g) = (1, 2, 3, 4, 5, 6, 7);\n"
        "    //@ snapshot: a\n    let _ = (a, b, c, d, e, f, g);\n}\n"
    ),
    "does not compile": "//! A mark.\nfn main() {\n    //@ snapshot: a\n    let x: u8 = true;\n}\n",
    "loops": LOOP,
    "prints without end": LOOP.replace("loop {}", 'loop {\n        println!("more");\n    }'),
    "null": (
        "//! Bad.\nfn main() {\n    //@ snapshot: a\n    unsafe { std::ptr::null_mut::<u8>().write_volatile(1) };\n}\n"
    ),
    "aborts": "//! Bad.\nfn main() {\n    //@ snapshot: a\n    std::process::abort();\n}\n",
    "panics": '//! Bad.\nfn main() {\n    //@ snapshot: a\n    panic!("no");\n}\n',
    "exits": "//! Bad.\nfn main() {\n    //@ snapshot: a\n    std::process::exit(3);\n}\n",
    "overflows its stack": (
        "//! Bad.\nfn f(n: u64) -> u64 {\n    if n == 0 { 0 } else { f(n + 1) + 1 }\n}\nfn main() {\n"
        "    //@ snapshot: a\n    f(1);\n}\n"
    ),
    "starts a command": (
        '//! Bad.\nfn main() {\n    std::process::Command::new("true").status().unwrap();\n'
        "    //@ snapshot: a\n}\n"
    ),
    "forks": (
        '//! Bad.\nunsafe extern "C" {\n    fn fork() -> i32;\n}\nfn main() {\n'
        "    unsafe { fork() };\n    //@ snapshot: a\n}\n"
    ),
    "ends before": (
        "//! Bad.\nfn main() {\n    if true {\n        return;\n    }\n    //@ snapshot: a\n}\n"
    ),
    "many hits": (
        "//! Bad.\nfn main() {\n    for i in 0..100_000 {\n        //@ snapshot: a\n        let _ = i;\n"
        "    }\n}\n"
    ),
    "many blocks": (
        "//! Bad.\nfn main() {\n    let all: Vec<_> = (0..100_000).map(Box::new).collect();\n"
        "    //@ snapshot: a\n    drop(all);\n}\n"
    ),
    "many blocks, much later": (
        "//! Bad.\nfn main() {\n    //@ snapshot: a\n    let all: Vec<_> = (0..100_000).map(Box::new).collect();\n"
        "    drop(all);\n}\n"
    ),
    "optimised": "//! Bad.\n//@ flags: -C opt-level=3\nfn main() {\n    //@ snapshot: a\n}\n",
    "optimised in short": "//! Bad.\n//@ flags: -O\nfn main() {\n    //@ snapshot: a\n}\n",
    "own allocator": (
        "//! Bad.\n#[global_allocator]\nstatic A: std::alloc::System = std::alloc::System;\nfn main() {\n"
        "    //@ snapshot: a\n}\n"
    ),
    "own module": (
        "//! Bad.\nmod __snapshots {\n    pub fn f() {}\n}\nfn main() {\n    __snapshots::f();\n"
        "    //@ snapshot: a\n}\n"
    ),
    "own symbol": (
        "//! Bad.\n#[unsafe(no_mangle)]\nextern \"C\" fn rust_memory_stop() {}\nfn main() {\n"
        "    rust_memory_stop();\n    //@ snapshot: a\n}\n"
    ),
    "no library": (
        "//! Bad.\n#![no_std]\n#![no_main]\n#[panic_handler]\n"
        "fn stop(_: &core::panic::PanicInfo) -> ! {\n    loop {}\n}\n#[unsafe(no_mangle)]\n"
        'pub extern "C" fn main() -> i32 {\n    //@ snapshot: a\n    0\n}\n'
    ),
}

FINE: Final[dict[str, str]] = {
    "no main": (
        "//! Fine.\n#![no_main]\n#[unsafe(no_mangle)]\npub extern \"C\" fn main() -> i32 {\n"
        "    let x = 1;\n    //@ snapshot: a\n    x - 1\n}\n"
    ),
    "strict": (
        "//! Fine.\n#![forbid(unsafe_code)]\n#![deny(warnings, missing_docs)]\nfn main() {\n"
        "    let x = 1;\n    //@ snapshot: a\n    let _ = x;\n}\n"
    ),
    "edition 2018": (
        "//! Fine.\n//@ edition: 2018\nfn main() {\n    let async_ = 1;\n    //@ snapshot: a\n"
        "    let _ = async_;\n}\n"
    ),
    "edition 2021": (
        "//! Fine.\n//@ edition: 2021\nfn main() {\n    let gen = 1;\n    //@ snapshot: a\n"
        "    let _ = gen;\n}\n"
    ),
    "edition 2015": (
        "//! Fine.\n//@ edition: 2015\nfn main() {\n    let async = 1;\n    //@ snapshot: a\n"
        "    let _ = async;\n}\n"
    ),
    "reads": (
        "//! Fine.\nfn main() {\n    let mut line = String::new();\n"
        "    let read = std::io::stdin().read_line(&mut line).unwrap();\n    //@ snapshot: a\n"
        "    let _ = read;\n}\n"
    ),
    "large array": (
        "//! Fine.\nfn main() {\n    let large = [7_u8; 1_000_000];\n    //@ snapshot: a\n"
        "    let _ = large[3];\n}\n"
    ),
    "fails as promised": (
        "//! Fine.\n//@ run-fail: 101\nfn main() {\n    let x = 1;\n    //@ snapshot: a\n"
        "    assert_eq!(x, 2);\n}\n"
    ),
    "with a flag": (
        "//! Fine.\n//@ flags: -C overflow-checks=off -C opt-level=0 --cfg small\nfn main() {\n"
        "    let x = 255_u8.wrapping_add(u8::from(cfg!(small)));\n    //@ snapshot: a\n"
        "    let _ = x;\n}\n"
    ),
    "own std": (
        "//! Fine.\nmod std {}\nfn main() {\n    let x = 1;\n    //@ snapshot: a\n"
        "    let _ = x;\n}\n"
    ),
}
