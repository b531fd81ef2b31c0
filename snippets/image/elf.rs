//! What the program's own file says it is.
fn main() {
    let file = std::fs::read("/proc/self/exe").unwrap();
    println!("{}", file[..4].escape_ascii()); //~ prints \x7fELF
    println!("class {}: 64 bits", file[4]); //~ prints class 2: 64 bits
    println!("order {}: little endian", file[5]); //~ prints order 1: little endian
    let machine = u16::from_le_bytes([file[18], file[19]]);
    println!("machine {machine}: x86-64"); //~ prints machine 62: x86-64
}
