//! Bad.
fn main() {
    //@ snapshot: a
    let all: Vec<_> = (0..100_000).map(Box::new).collect();
    drop(all);
}
