//! Two ways to use a value that has moved away.
//@ check-fail

fn main() {
    let first = String::from("Ada");
    let second = first;
    println!("{first}"); //~ ERROR E0382 borrow of moved value: `first`

    let third = second;
    let fourth = second; //~ ERROR E0382 use of moved value: `second`
    println!("{third} {fourth}");
}
