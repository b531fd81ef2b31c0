//! A counter that keeps its number in the closure.

fn counter() -> impl FnMut() -> u32 {
    let mut count = 0;
    move || {
        count += 1;
        count
    }
}

fn main() {
    let mut first = counter();
    let mut second = counter();
    println!("{} {} {}", first(), first(), second()); //~ prints 1 2 1
    println!("{} bytes", size_of_val(&first)); //~ prints 4 bytes
}
