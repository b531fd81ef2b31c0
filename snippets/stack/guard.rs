//! What lies just below a thread's stack.
use std::thread;

fn below_the_stack() -> String {
    let local = 0_u8;
    let address = (&raw const local).addr();
    let maps = std::fs::read_to_string("/proc/self/maps").unwrap();
    let mut below = "";
    for line in maps.lines() {
        let (start, rest) = line.split_once('-').unwrap();
        let (end, _) = rest.split_once(' ').unwrap();
        let number = |text| usize::from_str_radix(text, 16).unwrap();
        if (number(start)..number(end)).contains(&address) {
            break;
        }
        below = line;
    }
    below.split(' ').nth(1).unwrap().to_string()
}

fn main() {
    let rights = thread::spawn(below_the_stack).join().unwrap();
    println!("below the stack: {rights}"); //~ prints below the stack: ---p
}
