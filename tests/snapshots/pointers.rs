//! References, raw pointers and slices.
fn main() {
    let mut number = 7_u32;
    let list = [10_u16, 20, 30, 40];
    let one = &number;
    let two = &one;
    //@ snapshot: shared, show: number, one, two
    println!(
        "shared: one.ptr is number = {}",
        std::ptr::eq(one, &raw const number)
    );
    println!(
        "shared: two.ptr is one = {}",
        std::ptr::eq(two, &raw const one)
    );
    let part = &list[1..3];
    let none = &list[4..];
    let third = &list[2];
    //@ snapshot: slices, show: list, part, none, third
    println!("slices: part.len = {}", part.len());
    println!("slices: none.len = {}", none.len());
    println!(
        "slices: third.offset = {}",
        third as *const u16 as usize - list.as_ptr() as usize
    );
    println!(
        "slices: part.offset = {}",
        part.as_ptr() as usize - list.as_ptr() as usize
    );
    println!(
        "slices: none.offset = {}",
        none.as_ptr() as usize - list.as_ptr() as usize
    );
    let change = &mut number;
    *change += 1;
    //@ snapshot: unique, show: change, number
    *change += 1;
    let raw = &raw const list[1];
    let null = std::ptr::null::<u8>();
    let odd = std::ptr::dangling::<u64>();
    let code: fn() = main;
    let behind = raw.wrapping_add(3);
    let wild = 0x7000_0000_0000_usize as *const u8;
    //@ snapshot: raw, show: raw, null, odd, code, behind, wild
    let _ = (raw, null, odd, code, behind, wild);
}
