//! The return address, found between the locals of two frames.
#[inline(never)]
fn return_address(callers_local: *const usize) -> usize {
    let start = main as *const () as usize;
    let mut word = &raw const start;
    while word < callers_local {
        word = word.wrapping_add(1);
        let value = unsafe { *word };
        if value > start && value < start + 800 {
            return value;
        }
    }
    panic!("there is none")
}

fn main() {
    let local = 0;
    let first = return_address(&local);
    let second = return_address(&local);
    println!("the second call returns further on: {}", second > first); //~ prints the second call returns further on: true
    let before = unsafe { *((first - 5) as *const u8) };
    println!("the instruction before is a call: {}", before == 0xE8); //~ prints the instruction before is a call: true
}
