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
    println!("below the 47th bit: {}", address < 1 << 47); //~ prints below the 47th bit: true
    println!("in the upper half of that: {}", address > 1 << 46); //~ prints in the upper half of that: true
}
