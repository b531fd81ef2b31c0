//! A call makes a frame, and its return gives it back.
fn add_one(number: i32) -> i32 {
    let sum = number + 1;
    //@ snapshot: inside the call
    sum
}

fn main() {
    let start = 41;
    //@ snapshot: before the call
    let answer = add_one(start);
    //@ snapshot: after the return
    println!("{start} {answer}"); //~ prints 41 42
}
