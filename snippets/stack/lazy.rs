//! How much of a stack is real memory, before and after it was used.
use std::fs::read_to_string;
use std::thread;

//@ region smaps
/// The KiB of memory behind the mapping in which this address lies.
fn resident_around(address: usize) -> usize {
    let maps = read_to_string("/proc/self/smaps").unwrap();
    let number = |text| usize::from_str_radix(text, 16).ok();
    let mut inside = false;
    for line in maps.lines() {
        let range = line.split(' ').next().and_then(|word| word.split_once('-'));
        if let Some((start, end)) = range {
            inside = number(start) <= Some(address) && Some(address) < number(end);
        } else if inside && line.starts_with("Rss:") {
            return line.split_whitespace().nth(1).unwrap().parse().unwrap();
        }
    }
    0
}
//@ end

//@ region main
fn use_much() -> usize {
    let bytes = [1_u8; 1 << 20];
    resident_around(bytes.as_ptr().addr())
}

fn measure() -> (usize, usize) {
    let local = 0_u8;
    let before = resident_around((&raw const local).addr());
    (before, use_much())
}

fn main() {
    let (before, after) = thread::spawn(measure).join().unwrap();
    println!("before, less than 1024 KiB: {}", before < 1024); //~ prints before, less than 1024 KiB: true
    println!("after, more than 1024 KiB: {}", after > 1024); //~ prints after, more than 1024 KiB: true
}
//@ end
