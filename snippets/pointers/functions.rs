//! A function, a pointer to it, and a table of such pointers.
fn double(number: i32) -> i32 {
    number * 2
}

fn negate(number: i32) -> i32 {
    -number
}

fn main() {
    println!("the function: {} bytes", size_of_val(&double)); //~ prints the function: 0 bytes
    let chosen: fn(i32) -> i32 = double;
    println!("a pointer to it: {} bytes", size_of_val(&chosen)); //~ prints a pointer to it: 8 bytes

    let steps: [fn(i32) -> i32; 3] = [double, negate, |number| number + 1];
    println!("three of them: {} bytes", size_of_val(&steps)); //~ prints three of them: 24 bytes
    println!("{}", steps.iter().fold(5, |number, step| step(number))); //~ prints -9
}
