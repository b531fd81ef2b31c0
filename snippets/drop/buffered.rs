//! The last words of a buffer: written at its end, and lost if it has none.

use std::io::{BufWriter, Write};
use std::mem::forget;

fn main() -> std::io::Result<()> {
    let mut page = Vec::new();
    {
        let mut writer = BufWriter::new(&mut page);
        writer.write_all(b"Ada")?;
    }
    println!("released: {} bytes", page.len()); //~ prints released: 3 bytes

    let mut writer = BufWriter::new(&mut page);
    writer.write_all(b"Grace")?;
    forget(writer);
    println!("forgotten: {} bytes", page.len()); //~ prints forgotten: 3 bytes
    Ok(())
}
