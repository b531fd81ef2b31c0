//! A file that is closed by nobody in particular.

use std::fs::{File, read_dir};

fn open_files() -> usize {
    read_dir("/proc/self/fd").unwrap().count()
}

fn main() -> std::io::Result<()> {
    let before = open_files();
    {
        let _program = File::open("/proc/self/exe")?;
        println!("in the block: {} more", open_files() - before); //~ prints in the block: 1 more
    }
    println!("behind it: {} more", open_files() - before); //~ prints behind it: 0 more
    Ok(())
}
