//! A reference to something that has ended.
//@ check-fail
fn main() {
    let look;
    {
        let age = 36;
        look = &age; //~ ERROR E0597 `age` does not live long enough
    }
    println!("{look}");
}
