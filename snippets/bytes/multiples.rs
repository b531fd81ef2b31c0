//! Where numbers of different sizes start.
fn starts_at_multiple<T>(value: &T) -> bool {
    std::ptr::from_ref(value).addr() % align_of::<T>() == 0
}

fn main() {
    let (a, b, c, d) = (1_u8, 2_u16, 3_u32, 4_u64);
    println!("u8 at multiples of {}", align_of::<u8>()); //~ prints u8 at multiples of 1
    println!("u64 at multiples of {}", align_of::<u64>()); //~ prints u64 at multiples of 8
    let all = starts_at_multiple(&a)
        && starts_at_multiple(&b)
        && starts_at_multiple(&c)
        && starts_at_multiple(&d);
    println!("all four do: {all}"); //~ prints all four do: true
}
