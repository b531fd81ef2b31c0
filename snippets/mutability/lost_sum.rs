//! A sum that never grows: each round shadows it.

fn main() {
    let sum = 0;
    for number in [1, 2, 3] {
        let sum = sum + number; //~ WARN unused_variables unused variable: `sum`
    }
    println!("sum: {sum}"); //~ prints sum: 0
}
