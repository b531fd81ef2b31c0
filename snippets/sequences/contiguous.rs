//! Elements stay side by side, however often the vector grows.
fn place(number: &i32) -> usize {
    std::ptr::from_ref(number).addr()
}

fn side_by_side(numbers: &Vec<i32>) -> bool {
    (1..numbers.len()).all(|i| place(&numbers[i]) == place(&numbers[i - 1]) + 4)
}

fn main() {
    let mut numbers = vec![65, 54, 57];
    println!("3 numbers: {}", side_by_side(&numbers)); //~ prints 3 numbers: true

    numbers.extend(0..997);
    println!("1000 numbers: {}", side_by_side(&numbers)); //~ prints 1000 numbers: true
}
