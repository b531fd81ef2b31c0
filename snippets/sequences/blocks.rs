//! What a vector asks of the allocator: nothing, one block, and one again.
fn main() {
    let empty: Vec<i32> = Vec::new(); //~ allocates nothing
    let ages = vec![65, 54, 57]; //~ allocates 1 block, 12 bytes
    let mut planned: Vec<i32> = Vec::with_capacity(1000); //~ allocates 1 block, 4000 bytes
    planned.extend(&ages); //~ allocates nothing
    println!("{} {} {}", empty.len(), ages.len(), planned.len()); //~ prints 0 3 3
}
