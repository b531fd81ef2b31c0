//! Four threads make and drop handles of one value, and no count is lost.
use std::sync::Arc;
use std::thread;

fn main() {
    let shared = Arc::new(7);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let handles: Vec<_> = (0..1000).map(|_| Arc::clone(&shared)).collect();
                handles.into_iter().take(990).for_each(drop);
            });
        }
    });
    println!("owners: {}", Arc::strong_count(&shared)); //~ prints owners: 1
}
