//! Two places that a value cannot be moved out of.
//@ check-fail

fn main() {
    let name = String::from("Ada");
    let borrow = &name;
    let a = *borrow; //~ ERROR E0507 cannot move out of `*borrow`

    let list = vec![String::from("Grace")];
    let b = list[0]; //~ ERROR E0507 cannot move out of index of `Vec<String>`

    println!("{a} {b}");
}
