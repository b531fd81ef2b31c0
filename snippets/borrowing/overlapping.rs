//! A number is added to itself, twice, through two references.
//@ check-fail
fn add_twice(total: &mut u32, step: &u32) {
    *total += *step;
    *total += *step;
}

fn main() {
    let mut total = 2;
    let step = 2;
    add_twice(&mut total, &step);
    add_twice(&mut total, &total); //~ ERROR E0502 cannot borrow `total` as immutable because it is also borrowed as mutable
}
