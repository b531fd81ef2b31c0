//! Each call of a recursion has a frame of its own.
fn factorial(number: u64) -> u64 {
    //@ snapshot: on the way down
    if number <= 1 {
        return 1;
    }
    let smaller = factorial(number - 1);
    //@ snapshot: on the way back
    number * smaller
}

fn main() {
    let answer = factorial(3);
    println!("{answer}"); //~ prints 6
}
