//! A deep recursion that the optimiser turned into a loop.
//@ flags: -C opt-level=3
fn sum_to(number: u64, sum: u64) -> u64 {
    if number == 0 {
        return sum;
    }
    sum_to(number - 1, sum + number)
}

fn main() {
    let deep = std::hint::black_box(100_000_000);
    println!("{}", sum_to(deep, 0)); //~ prints 5000000050000000
}
