//! The bytes of a static, looked for in the program's own file.
use std::sync::Mutex;

static MELODY: Mutex<[u8; 8]> = Mutex::new([0xd8, 0x42, 0xe5, 0x3b, 0x9a, 0x01, 0xfd, 0x67]);

fn main() {
    let notes = *MELODY.lock().unwrap();
    let file = std::fs::read("/proc/self/exe").unwrap();
    let found = file.windows(8).any(|part| part == notes);
    println!("in the file: {found}"); //~ prints in the file: true
}
