//! An index that the compiler can see is too large.
//@ build-fail

fn main() {
    let week = [21, 22, 19];
    println!("{}", week[3]); //~ ERROR this operation will panic at runtime
}
