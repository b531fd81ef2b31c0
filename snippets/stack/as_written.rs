//! The same recursion, as it was written.
//@ run-fail: SIGABRT
fn sum_to(number: u64, sum: u64) -> u64 {
    if number == 0 {
        return sum;
    }
    sum_to(number - 1, sum + number)
}

fn main() {
    let deep = std::hint::black_box(100_000_000);
    println!("{}", sum_to(deep, 0));
}
