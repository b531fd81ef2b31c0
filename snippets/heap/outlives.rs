//! A block outlives the frame of the function that asked for it.
fn make() -> (Box<i32>, usize, usize) {
    let boxed = Box::new(23);
    let number = (&raw const *boxed).addr();
    let variable = (&raw const boxed).addr();
    (boxed, number, variable)
}

fn main() {
    let (kept, number, variable) = make();
    println!("the number stayed: {}", (&raw const *kept).addr() == number); //~ prints the number stayed: true
    let same = (&raw const kept).addr() == variable;
    println!("the variable stayed: {same}"); //~ prints the variable stayed: false
}
