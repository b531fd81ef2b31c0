//! Leaves folders that nobody may enter.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

fn main() {
    for _ in 0..1500 {
        fs::create_dir("deeper").unwrap();
        std::env::set_current_dir("deeper").unwrap();
    }
    fs::write("file", "text").unwrap();
    fs::set_permissions(".", Permissions::from_mode(0)).unwrap();
    println!("left");
}
