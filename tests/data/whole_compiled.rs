use std::rc::Rc;

fn main() {
    let count = 1;
    let name = Rc::new(1);
    drop(name);
    println!("{name}");
}

fn other() -> &str {
    "//~ no"
}
