//! Numbers on the heap are copied like any other.
fn main() {
    let local = 7; //~ allocates nothing
    let other = local; //~ allocates nothing

    let numbers: Vec<i32> = vec![local; 1000]; //~ allocates 1 block, 4000 bytes
    let one = numbers[999]; //~ allocates nothing
    let boxed = Box::new(numbers[0]); //~ allocates 1 block, 4 bytes
    let unboxed = *boxed; //~ allocates nothing

    println!("{other} {one} {unboxed} {boxed} {}", numbers[999]); //~ prints 7 7 7 7 7
}
