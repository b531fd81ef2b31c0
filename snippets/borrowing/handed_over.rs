//! The reference is done with before the owner moves.
fn archive(name: String) {
    println!("archived: {name}"); //~ prints archived: Ada
}

fn main() {
    let name = String::from("Ada");
    let look = &name;
    println!("{look}"); //~ prints Ada
    archive(name);
}
