//! What the system is told to map: the file's own list.
//@ flags: -C opt-level=0
fn main() {
    let file = std::fs::read("/proc/self/exe").unwrap();
    let number = |at: usize, bytes: usize| {
        let bytes = file[at..at + bytes].iter().rev();
        bytes.fold(0, |sum, byte| sum << 8 | usize::from(*byte))
    };
    let (start, size, count) = (number(32, 8), number(54, 2), number(56, 2));
    let loaded = (0..count).map(|index| start + index * size);
    for at in loaded.filter(|&at| number(at, 4) == 1) {
        let rights = number(at + 4, 4);
        let right = |bit, letter| if rights & bit != 0 { letter } else { '-' };
        let (in_file, in_memory) = (number(at + 32, 8), number(at + 40, 8));
        print!("{}{}{}", right(4, 'r'), right(2, 'w'), right(1, 'x'));
        println!("  more memory than file: {}", in_memory > in_file);
        //~^ prints r--  more memory than file: false
        //~^^ prints r-x  more memory than file: false
        //~^^^ prints rw-  more memory than file: true
    }
}
