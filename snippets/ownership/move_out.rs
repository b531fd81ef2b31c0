//! Three places that a value cannot be moved out of.
//@ check-fail

fn main() {
    let name = String::from("Ada");
    let borrow = &name;
    let a = *borrow; //~ ERROR E0507 cannot move out of `*borrow`

    let list = vec![String::from("Grace")];
    let b = list[0]; //~ ERROR E0507 cannot move out of index of `Vec<String>`

    let array = [String::from("Barbara")];
    let c = array[0]; //~ ERROR E0508 cannot move out of type `[String; 1]`

    println!("{a} {b} {c}");
}
