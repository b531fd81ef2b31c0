//! Writes a file without end.

use std::io::Write;

fn main() {
    let mut file = std::fs::File::create("big").unwrap();
    loop {
        file.write_all(&[0; 1 << 20]).unwrap();
    }
}
