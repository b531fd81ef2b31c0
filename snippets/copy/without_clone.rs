//! `Copy` without `Clone` is refused.
//@ check-fail

#[derive(Copy)]
struct Meters(u32); //~ ERROR E0277 the trait bound `Meters: Clone` is not satisfied

fn main() {
    println!("{}", Meters(3).0);
}
