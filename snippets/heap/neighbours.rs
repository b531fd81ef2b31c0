//! How far apart the blocks of three boxes lie.
fn main() {
    let boxes = [1_i64, 2, 3].map(Box::new);
    let places = boxes.each_ref().map(|boxed| (&raw const **boxed).addr());
    println!("{} bytes each", size_of::<i64>()); //~ prints 8 bytes each
    println!("{} bytes apart", places[1] - places[0]); //~ prints 32 bytes apart
    println!("{} bytes apart again", places[2] - places[1]); //~ prints 32 bytes apart again
}
