//! Recurses without end.
fn depth(n: u64) -> u64 {
    if n == u64::MAX { 0 } else { depth(n + 1) + 1 }
}

fn main() {
    println!("{}", depth(0));
}
