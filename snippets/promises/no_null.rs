//! What may be absent cannot be used as if it were there.
//@ check-fail

fn main() {
    let guest: Option<String> = None;
    println!("{}", guest.to_uppercase()); //~ ERROR E0599 no method named `to_uppercase` found for enum `Option<T>`
}
