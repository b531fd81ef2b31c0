//! Four threads make and drop handles of one value, and no count is lost.
use std::sync::Arc;
use std::thread;

fn pass_around(shared: &Arc<i32>) {
    for _ in 0..10_000 {
        let handle = Arc::clone(shared);
        assert_eq!(*handle, 7);
    }
}

fn main() {
    let shared = Arc::new(7);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| pass_around(&shared));
        }
    });
    println!("owners: {}", Arc::strong_count(&shared)); //~ prints owners: 1
}
