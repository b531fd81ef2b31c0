//! What lies above the stack of the main thread.
fn main() {
    let local = 0_u8;
    let address = (&raw const local).addr();
    let maps = std::fs::read_to_string("/proc/self/maps").unwrap();
    let mut higher = maps.lines().filter(|line| {
        let (start, _) = line.split_once('-').unwrap();
        usize::from_str_radix(start, 16).unwrap() > address
    });
    let files = higher.any(|line| line.contains(".so") || line.contains("[heap]"));
    println!("a file or the heap above it: {files}"); //~ prints a file or the heap above it: false
    let bits = usize::BITS - address.leading_zeros();
    println!("its address has {bits} bits"); //~ prints its address has 47 bits
}
