//! A number written in a function is a part of its machine code.
fn year() -> u32 {
    1815
}

fn main() {
    let code = year as *const [u8; 16];
    // SAFETY: code may be read, and more than that lies here.
    let code = unsafe { code.read() };
    let number = 1815_u32.to_ne_bytes();
    let inside = code.windows(4).any(|part| part == number);
    println!("{} in the code: {inside}", year()); //~ prints 1815 in the code: true
}
