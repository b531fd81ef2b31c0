//! References in a local variable, in a vector, in a static.
static LIMIT: u32 = 100;
static LIMITS: [&u32; 2] = [&LIMIT, &LIMIT];

fn inside<T, U>(whole: &T, part: &U) -> bool {
    let start = std::ptr::from_ref(whole).addr();
    (start..start + size_of::<T>()).contains(&std::ptr::from_ref(part).addr())
}

fn main() {
    let local = &LIMIT;
    let list = vec![local, local, local];
    println!("in the vector: {} bytes", size_of_val(&list[..])); //~ prints in the vector: 24 bytes
    println!("in the variable: {}", inside(&list, &list[0])); //~ prints in the variable: false
    println!("in the static: {}", inside(&LIMITS, &LIMITS[1])); //~ prints in the static: true
}
