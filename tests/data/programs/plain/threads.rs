//! Many threads at once.

use std::thread;

fn main() {
    let all: Vec<_> = (0..40u64)
        .map(|n| thread::spawn(move || (0..n).map(|i| vec![i; 10].len()).sum::<usize>()))
        .collect();
    println!(
        "{}",
        all.into_iter()
            .map(|one| one.join().unwrap())
            .sum::<usize>()
    );
}
