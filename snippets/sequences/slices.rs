//! One function for numbers from anywhere.
fn total(prices: &[i32]) -> i32 {
    prices.iter().sum()
}

fn main() {
    let array = [5, 8, 13];
    let vector = vec![5, 8, 13, 21];
    let boxed: Box<[i32]> = Box::new([1, 2]);

    println!("array {}", total(&array)); //~ prints array 26
    println!("vector {}", total(&vector)); //~ prints vector 47
    println!("boxed {}", total(&boxed)); //~ prints boxed 3
    println!("a part {}", total(&vector[1..3])); //~ prints a part 21
}
