//! A local whose size nobody can say.
//@ check-fail
fn main() {
    let seats = [1, 2, 3];
    let _row: [i32] = seats[1..]; //~ ERROR E0277
}
