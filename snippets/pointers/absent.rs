//! Two kinds of pointer that may be absent, and only one that knows how.
fn main() {
    let number = 7_u32;
    let lent: [Option<&u32>; 2] = [Some(&number), None];
    println!("Option<&u32>: {} bytes", size_of_val(&lent[0])); //~ prints Option<&u32>: 8 bytes
    println!("{lent:?}"); //~ prints [Some(7), None]

    let null = std::ptr::null::<u32>();
    let raw: [Option<*const u32>; 2] = [Some(null), None];
    println!("Option<*const u32>: {} bytes", size_of_val(&raw[0])); //~ prints Option<*const u32>: 16 bytes
    println!("null is a value: {}", raw[0].is_some()); //~ prints null is a value: true
}
