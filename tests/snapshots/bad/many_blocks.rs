//! Bad.
fn main() {
    let all: Vec<_> = (0..100_000).map(Box::new).collect();
    //@ snapshot: a
    drop(all);
}
