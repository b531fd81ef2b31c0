//! A number and a text in one vector.
//@ check-fail
fn main() {
    let mut row = vec![65, 54];
    row.push("57"); //~ ERROR E0308 mismatched types
    println!("{row:?}");
}
