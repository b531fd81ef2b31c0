//! A function that hands out a reference to its own local.
//@ check-fail

fn newest() -> &'static str {
    let station = String::from("Kirkenes");
    station.as_str() //~ ERROR E0515 cannot return value referencing local variable `station`
}

fn main() {
    println!("{}", newest());
}
