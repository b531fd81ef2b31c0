//! How large the stacks of threads are, as the system maps them.
use std::thread;

//@ region maps
/// The bytes of the mapping in which this address lies.
fn mapping_around(address: usize) -> usize {
    let maps = std::fs::read_to_string("/proc/self/maps").unwrap();
    let number = |text| usize::from_str_radix(text, 16).unwrap();
    let ranges = maps.lines().map(|line| {
        let (start, rest) = line.split_once('-').unwrap();
        (number(start), number(rest.split(' ').next().unwrap()))
    });
    let mut around = ranges.filter(|&(start, end)| (start..end).contains(&address));
    around.next().map_or(0, |(start, end)| end - start)
}
//@ end

//@ region main
fn mib_of_stack() -> f64 {
    let local = 0_u8;
    mapping_around((&raw const local).addr()) as f64 / 1024.0 / 1024.0
}

fn main() {
    let usual = thread::spawn(mib_of_stack).join().unwrap();
    println!("usual: {usual} MiB"); //~ prints usual: 2 MiB

    let wide = thread::Builder::new().stack_size(4 << 20);
    let wide = wide.spawn(mib_of_stack).unwrap().join().unwrap();
    println!("asked for: {wide} MiB"); //~ prints asked for: 4 MiB
}
//@ end
