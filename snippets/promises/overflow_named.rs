//! Four sums that say what is to be done, and a conversion that cuts off.

fn main() {
    let full = u8::MAX;
    println!("wrapping: {}", full.wrapping_add(1)); //~ prints wrapping: 0
    println!("saturating: {}", full.saturating_add(1)); //~ prints saturating: 255
    println!("checked: {:?}", full.checked_add(1)); //~ prints checked: None
    println!("overflowing: {:?}", full.overflowing_add(1)); //~ prints overflowing: (0, true)

    let people = 300_u32;
    println!("as: {}", people as u8); //~ prints as: 44
    println!("try_from: {}", u8::try_from(people).is_ok()); //~ prints try_from: false
}
