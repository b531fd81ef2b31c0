//! Where a growing vector goes.
fn main() {
    let mut moves = 0;
    let mut list = vec![0u64; 4];
    let mut pairs = Vec::new();
    for n in 0..20_000 {
        let before = list.as_ptr();
        list.push(n);
        moves += usize::from(before != list.as_ptr());
        if n % 1000 == 0 {
            pairs.push(Box::new(n));
        }
    }
    println!("moved {moves} times, {} pairs", pairs.len());
}
