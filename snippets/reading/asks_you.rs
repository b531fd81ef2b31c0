//! A program that waits for somebody to type.
//@ no-run: it waits for a line from the keyboard
use std::io::stdin;

fn main() -> std::io::Result<()> {
    let mut line = String::new();
    stdin().read_line(&mut line)?;
    println!("{} bytes", line.len());
    Ok(())
}
