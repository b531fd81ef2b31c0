//! The words of a vector, each recognised by its value.
use std::mem::transmute_copy;

fn main() {
    let mut ages: Vec<i32> = Vec::with_capacity(4);
    ages.extend([65, 54, 57]);
    let words: [usize; 3] = unsafe { transmute_copy(&ages) };
    let place = |value| words.iter().position(|&word| word == value).unwrap();

    println!("capacity in word {}", place(ages.capacity())); //~ prints capacity in word 0
    println!("pointer in word {}", place(ages.as_ptr().addr())); //~ prints pointer in word 1
    println!("length in word {}", place(ages.len())); //~ prints length in word 2
}
