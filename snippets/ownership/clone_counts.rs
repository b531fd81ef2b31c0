//! What moving and cloning ask of the allocator.
fn main() {
    let names = vec![String::from("Ada"), String::from("Grace")]; //~ allocates 3 blocks, 56 bytes
    let moved = names; //~ allocates nothing
    let copy = moved.clone(); //~ allocates 3 blocks, 56 bytes

    println!("equal: {}", moved == copy); //~ prints equal: true
    let apart = moved[0].as_ptr() != copy[0].as_ptr();
    println!("separate text: {apart}"); //~ prints separate text: true
    drop(moved); //~ frees 3 blocks, 56 bytes
}
