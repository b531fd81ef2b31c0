//! A string and a vector with room to spare.
fn main() {
    let mut name = String::with_capacity(8);
    let mut years = Vec::with_capacity(4);
    //@ snapshot: room for both
    name.push_str("Ada");
    years.push(1815_u32);
    years.push(1852);
    //@ snapshot: partly filled
    name.shrink_to_fit();
    //@ snapshot: one gave its room back
    println!("{} of {} bytes", name.len(), name.capacity()); //~ prints 3 of 3 bytes
    println!("{} of {} years", years.len(), years.capacity()); //~ prints 2 of 4 years
}
