//! Prints an escape and a byte that is no UTF-8.

use std::io::Write;

fn main() {
    std::io::stdout().write_all(b"\x1b[31mred\xff\n").unwrap();
}
