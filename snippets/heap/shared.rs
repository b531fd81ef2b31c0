//! A block is made by one thread, read by a second, and freed by a third.
use std::thread;

fn main() {
    let made = thread::spawn(|| vec![18_u8, 15]).join().unwrap();
    let place = made.as_ptr().addr();
    thread::scope(|scope| {
        scope.spawn(|| {
            let same = made.as_ptr().addr() == place;
            println!("same place in another thread: {same}"); //~ prints same place in another thread: true
        });
    });
    let freed = thread::spawn(move || made.into_iter().sum::<u8>());
    println!("{}", freed.join().unwrap()); //~ prints 33
}
