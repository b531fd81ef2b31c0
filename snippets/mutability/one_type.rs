//! What shadowing can do and `mut` cannot: another type.
//@ check-fail

fn main() {
    let mut spaces = "   ";
    println!("{spaces:?}");
    spaces = spaces.len(); //~ ERROR E0308 mismatched types
    println!("{spaces}");
}
