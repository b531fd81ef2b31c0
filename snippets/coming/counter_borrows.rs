//! The same counter without `move`.
//@ check-fail

fn counter() -> impl FnMut() -> u32 {
    let mut count = 0;
    || {
        //~^ ERROR E0373 closure may outlive the current function
        count += 1;
        count
    }
}

fn main() {
    println!("{}", counter()());
}
