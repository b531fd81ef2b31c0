//! A vector gives room back when it is told to.
fn main() {
    let mut numbers: Vec<i32> = (0..1000).collect();
    println!("{} of {}", numbers.len(), numbers.capacity()); //~ prints 1000 of 1000

    numbers.truncate(3);
    println!("{} of {}", numbers.len(), numbers.capacity()); //~ prints 3 of 1000

    numbers.shrink_to_fit();
    println!("{} of {}", numbers.len(), numbers.capacity()); //~ prints 3 of 3

    numbers.clear();
    println!("{} of {}", numbers.len(), numbers.capacity()); //~ prints 0 of 3
}
