//! Waits in 20,000 calls.
fn deep(n: u32) -> u32 {
    if n == 0 {
        //@ snapshot: deep
        return 0;
    }
    deep(n - 1) + 1
}

fn main() {
    println!("{}", deep(20_000));
}
