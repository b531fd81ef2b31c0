//! A static is there to the end, and behind the end nobody comes.

use std::cell::LazyCell;
use std::sync::LazyLock;

struct Guest(&'static str);

impl Drop for Guest {
    fn drop(&mut self) {
        println!("{} leaves", self.0);
    }
}

static PLAIN: Guest = Guest("plain static");
static LAZY: LazyLock<Guest> = LazyLock::new(|| Guest("lazy static"));

fn main() {
    let local = LazyCell::new(|| Guest("local"));
    println!("{}, {}, {}", PLAIN.0, LAZY.0, local.0); //~ prints plain static, lazy static, local
} //~ prints local leaves
