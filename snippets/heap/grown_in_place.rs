//! A vector grows, and there is free memory behind it.
fn main() {
    let mut years = Vec::with_capacity(16);
    years.push(1815_u64);
    let place = years.as_ptr();
    //@ snapshot: before, show: years
    years.reserve_exact(31);
    //@ snapshot: after, show: years
    println!("room for {}", years.capacity()); //~ prints room for 32
    println!("stayed: {}", place == years.as_ptr()); //~ prints stayed: true
}
