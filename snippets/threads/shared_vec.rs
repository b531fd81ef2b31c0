//! Three threads read one vector.
use std::sync::Arc;
use std::thread;

fn main() {
    let primes = Arc::new(vec![2, 3, 5, 7]);
    let row = primes.as_ptr().addr();
    let readers = [0, 1, 2].map(|place| {
        let primes = Arc::clone(&primes);
        thread::spawn(move || (primes[place], primes.as_ptr().addr() == row))
    });
    let found = readers.map(|reader| reader.join().unwrap());
    println!("{found:?}"); //~ prints [(2, true), (3, true), (5, true)]
    println!("owners: {}", Arc::strong_count(&primes)); //~ prints owners: 1
}
