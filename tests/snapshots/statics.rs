//! Statics and what lies in read-only data.
use std::cell::Cell;
static TABLE: [u16; 3] = [1, 2, 3];
static mut COUNTER: u32 = 0;
static ZEROES: [u8; 16] = [0; 16];
static NAME: String = String::new();
const LIMIT: &u32 = &77;
thread_local! {
    static LOCAL: Cell<u32> = const { Cell::new(5) };
}

fn main() {
    static INNER: u8 = 8;
    let table = &TABLE;
    let part = &TABLE[1..];
    let counter = &raw mut COUNTER;
    let zeroes = &ZEROES;
    let name = &NAME;
    let limit = LIMIT;
    //@ snapshot: statics, show: table, part, counter, zeroes, name, limit
    let inner = &INNER;
    let local = LOCAL.with(|cell| cell as *const Cell<u32>);
    let numbers: &[i32] = &[1, 2, 3];
    let constant: &'static str = concat!("a", "b");
    let words: &[&str] = &["x", "yy"];
    //@ snapshot: constants, show: inner, local, numbers, constant, words
    let _ = (inner, local, numbers, constant, words);
}
