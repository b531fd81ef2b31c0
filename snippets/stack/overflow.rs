//! A recursion that goes too deep.
//@ run-fail: SIGABRT
fn count_down(number: u64) -> u64 {
    if number == 0 {
        return 0;
    }
    1 + count_down(number - 1)
}

fn main() {
    println!("{}", count_down(1_000)); //~ prints 1000
    println!("{}", count_down(100_000_000));
}
