//! Has a variable nobody reads.
fn main() {
    let unused = 1;
    println!("warned");
}
