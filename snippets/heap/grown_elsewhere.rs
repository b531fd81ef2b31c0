//! A vector grows, and somebody else's block lies behind it.
fn main() {
    let mut years = Vec::with_capacity(16);
    years.push(1815_u64);
    let neighbour = String::with_capacity(100);
    let place = years.as_ptr();
    //@ snapshot: before, show: years, neighbour
    years.reserve_exact(31);
    //@ snapshot: after, show: years, neighbour
    println!("room for {}", years.capacity()); //~ prints room for 32
    println!("stayed: {}", place == years.as_ptr()); //~ prints stayed: false
    println!("the neighbour has {}", neighbour.capacity()); //~ prints the neighbour has 100
}
