//! The same three numbers in a variable, in a static and in a box.
static PRIMES: [i32; 3] = [2, 3, 5];

fn main() {
    let local = [2, 3, 5]; //~ allocates nothing
    let copied = PRIMES; //~ allocates nothing
    let boxed = Box::new(local); //~ allocates 1 block, 12 bytes
    println!("all equal: {}", local == copied && local == *boxed); //~ prints all equal: true
}
