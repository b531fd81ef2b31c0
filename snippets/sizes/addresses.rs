//! Where values may start: each address is a multiple of the alignment.
fn starts_aligned<T>(value: &T) -> bool {
    std::ptr::from_ref(value).addr() % align_of::<T>() == 0
}

fn main() {
    let (small, large) = (1_u8, 2_u64);
    let row = [(1_u8, 10_u32), (2, 20), (3, 30)];

    println!("u8: {}", starts_aligned(&small)); //~ prints u8: true
    println!("u64: {}", starts_aligned(&large)); //~ prints u64: true
    let numbers = row.iter().all(|(_, number)| starts_aligned(number));
    println!("every u32 of the array: {numbers}"); //~ prints every u32 of the array: true
}
