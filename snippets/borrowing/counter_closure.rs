//! A closure borrows what it uses, for as long as it is used itself.
//@ check-fail
fn main() {
    let mut visits = 0;
    let mut visit = || visits += 1;
    visit();
    println!("{visits}"); //~ ERROR E0502 cannot borrow `visits` as immutable because it is also borrowed as mutable
    visit();
}
