//! What each of these asks of the heap.
use std::rc::Rc;
use std::sync::Arc;

fn push_all(mut numbers: Vec<u64>) -> Vec<u64> {
    for number in 0..1_000 {
        numbers.push(number);
    }
    numbers
}

fn main() {
    let array = [7_u32; 16]; //~ allocates nothing
    let vec = vec![7_u32; 16]; //~ allocates 1 block, 64 bytes
    let copied = array.clone(); //~ allocates nothing
    let boxed = Box::new(array); //~ allocates 1 block, 64 bytes
    let again = boxed.clone(); //~ allocates 1 block, 64 bytes

    let names = vec![String::from("Grace Hopper"); 1_000]; //~ allocates 1001 blocks, 36000 bytes
    let cloned = names.clone(); //~ allocates 1001 blocks, 36000 bytes
    let part = &names[100..900]; //~ allocates nothing
    let taken = part.to_vec(); //~ allocates 801 blocks, 28800 bytes

    let (counted, shared) = (Rc::new(7_u64), Arc::new(7_u64)); //~ allocates 2 blocks, 48 bytes
    let more = Rc::clone(&counted); //~ allocates nothing
    let threads = Arc::clone(&shared); //~ allocates nothing

    let growing = push_all(Vec::new()); //~ allocates 1 block, 32 bytes; reallocates 8 blocks, 16320 bytes
    let planned = push_all(Vec::with_capacity(1_000)); //~ allocates 1 block, 8000 bytes

    println!(
        "{} {}",
        copied.len() + vec.len() + again.len(),
        cloned.len() + taken.len()
    );
    println!("{more} {threads} {}", growing.len() + planned.len()); //~ prints 7 7 2000
}
