//! A reference to a value of an inner block.
//@ check-fail
fn main() {
    let look;
    {
        let name = String::from("Ada");
        look = &name; //~ ERROR E0597 `name` does not live long enough
    }
    println!("{look}");
}
