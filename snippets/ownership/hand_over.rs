//! A call takes the string; the number is only copied.
//@ check-fail

fn keep(name: String, age: u32) {
    println!("{name}, {age}");
}

fn main() {
    let name = String::from("Ada");
    let age = 36;
    keep(name, age);
    println!("{age}");
    println!("{name}"); //~ ERROR E0382 borrow of moved value: `name`
}
