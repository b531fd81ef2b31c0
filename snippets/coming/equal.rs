//! Equal, and the same: two questions.

use std::ptr;

fn main() {
    let ours = vec!["Ada", "Grace"];
    let theirs = vec!["Ada", "Grace"];
    println!("equal: {}", ours == theirs); //~ prints equal: true
    println!("same: {}", ptr::eq(&ours, &theirs)); //~ prints same: false
}
