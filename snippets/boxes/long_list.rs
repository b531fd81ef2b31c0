//! A very long list is released link by link, each call inside the one before.
//@ run-fail: SIGABRT
struct Node {
    _next: Option<Box<Node>>,
}

fn main() {
    let mut list = None;
    for _ in 0..1_000_000 {
        list = Some(Box::new(Node { _next: list }));
    }
    println!("built"); //~ prints built
    drop(list);
    println!("released");
}
