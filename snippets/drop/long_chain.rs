//! A chain whose release calls itself for each link.
//@ run-fail: SIGABRT

struct Link {
    next: Option<Box<Link>>,
}

fn main() {
    let mut chain = Link { next: None };
    for _ in 0..1_000_000 {
        chain = Link {
            next: Some(Box::new(chain)),
        };
    }
    println!("a chain: {}", chain.next.is_some()); //~ prints a chain: true
}
