//! The mappings of this process, and what lies between them.
fn main() {
    let maps = std::fs::read_to_string("/proc/self/maps").unwrap();
    let number = |text| usize::from_str_radix(text, 16).unwrap();
    let mut free = 0;
    let (mut used, mut holes) = (0, 0);
    for line in maps.lines() {
        let (start, rest) = line.split_once('-').unwrap();
        let (end, _) = rest.split_once(' ').unwrap();
        let (start, end) = (number(start), number(end));
        if start >> 47 != 0 {
            continue; // a page of the system's own
        }
        holes += usize::from(start > free);
        used += end - start;
        free = end;
    }
    println!("several holes: {}", holes > 2); //~ prints several holes: true
    println!("less than 1 GiB used: {}", used < 1 << 30); //~ prints less than 1 GiB used: true
    let share = (1_usize << 47) / used;
    println!("less than a thousandth of the addresses: {}", share > 1000); //~ prints less than a thousandth of the addresses: true
}
