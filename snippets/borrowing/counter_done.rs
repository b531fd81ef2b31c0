//! The closure is called for the last time before the number is read.
fn main() {
    let mut visits = 0;
    let mut visit = || visits += 1;
    visit();
    visit();
    println!("{visits}"); //~ prints 2
}
