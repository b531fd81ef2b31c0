//! The closure is called for the last time before the number is read.
fn main() {
    let mut visits = 0;
    let mut visit = || visits += 1;
    println!("the closure: {} bytes", size_of_val(&visit)); //~ prints the closure: 8 bytes
    visit();
    visit();
    println!("{visits}"); //~ prints 2
}
