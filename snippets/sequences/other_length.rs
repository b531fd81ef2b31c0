//! An array of four where an array of three is asked for.
//@ check-fail
fn total(prices: [i32; 3]) -> i32 {
    prices.iter().sum()
}

fn main() {
    println!("{}", total([5, 8, 13]));
    println!("{}", total([5, 8, 13, 21])); //~ ERROR E0308 mismatched types
}
