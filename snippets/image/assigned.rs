//! Assigning to a static.
//@ check-fail
static ANSWER: u32 = 42;

fn main() {
    ANSWER = 43; //~ ERROR E0594
    println!("{ANSWER}");
}
