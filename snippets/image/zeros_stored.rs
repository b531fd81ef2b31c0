//! Many zeros that never change, and the size of the program's file.
//@ flags: -C opt-level=0
static ZEROS: [u8; 16 << 20] = [0; 16 << 20];

fn main() {
    let file = std::fs::metadata("/proc/self/exe").unwrap().len();
    println!("the static: {} MiB", size_of_val(&ZEROS) >> 20); //~ prints the static: 16 MiB
    println!("the file is smaller: {}", file < 16 << 20); //~ prints the file is smaller: false
    println!("{}", ZEROS[1 << 20]); //~ prints 0
}
