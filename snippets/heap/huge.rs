//! A request that nobody can meet, and an answer to it.
fn main() {
    let mut seats: Vec<u8> = Vec::new();
    let refused = seats.try_reserve(1 << 47);
    println!("refused: {}", refused.is_err()); //~ prints refused: true
    println!("still room for {}", seats.capacity()); //~ prints still room for 0
}
