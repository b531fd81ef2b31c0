//! What the process may do with the memory where a literal lies.

use std::fs;

static NAME: &str = "Ada";

//@ region main
fn permissions(place: usize) -> String {
    let maps = fs::read_to_string("/proc/self/maps").unwrap();
    let holds = |line: &&str| {
        let (from, to) = line.split(' ').next().unwrap().split_once('-').unwrap();
        let number = |text| usize::from_str_radix(text, 16).unwrap();
        (number(from)..number(to)).contains(&place)
    };
    let line = maps.lines().find(holds).unwrap();
    String::from(line.split(' ').nth(1).unwrap())
}

fn main() {
    let owner = String::from("Ada");
    println!("literal: {}", permissions(NAME.as_ptr().addr())); //~ prints literal: r--p
    println!("string: {}", permissions(owner.as_ptr().addr())); //~ prints string: rw-p
}
//@ end
