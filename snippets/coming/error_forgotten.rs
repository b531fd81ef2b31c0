//! A result that nobody looks at, and a number that is not there yet.
//@ check-fail

fn main() {
    let age = "36".parse::<i32>();
    println!("{}", age + 1); //~ ERROR E0369 cannot add `{integer}` to `Result<i32, ParseIntError>`
}
