//! Memory that nothing was written to yet.
//@ check-fail

fn main() {
    let total: i32;
    println!("{total}"); //~ ERROR E0381 used binding `total` isn't initialized
}
