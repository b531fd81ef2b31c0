//! The rounding rule against a struct in C's layout.
#[repr(C)]
struct Fixed {
    flag: u8,
    count: u32,
    level: u8,
}

fn main() {
    let value = Fixed {
        flag: 1,
        count: 2,
        level: 3,
    };
    let sum = size_of_val(&value.flag) + size_of_val(&value.count) + size_of_val(&value.level);
    println!("sum {sum} bytes"); //~ prints sum 6 bytes
    println!(
        "the rule says {} bytes",
        sum.next_multiple_of(align_of::<Fixed>())
    ); //~ prints the rule says 8 bytes
    println!("measured {} bytes", size_of::<Fixed>()); //~ prints measured 12 bytes
}
