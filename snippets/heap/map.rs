//! How large the heap of a small program is among its mappings.
fn main() {
    let maps = std::fs::read_to_string("/proc/self/maps").unwrap();
    let mut heap = 0;
    let mut largest = 0;
    for line in maps.lines() {
        let (start, rest) = line.split_once('-').unwrap();
        let (end, _) = rest.split_once(' ').unwrap();
        let number = |text| usize::from_str_radix(text, 16).unwrap();
        let size = number(end) - number(start);
        largest = size.max(largest);
        if line.ends_with("[heap]") {
            heap = size;
        }
    }
    println!("heap: {} KiB", heap / 1024); //~ prints heap: 132 KiB
    println!("it is the largest: {}", heap == largest); //~ prints it is the largest: false
}
