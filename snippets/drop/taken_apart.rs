//! A field cannot leave a type with a destructor.
//@ check-fail

struct Guest {
    name: String,
}

impl Drop for Guest {
    fn drop(&mut self) {
        println!("{} leaves", self.name);
    }
}

fn main() {
    let guest = Guest {
        name: String::from("Ada"),
    };
    let name = guest.name; //~ ERROR E0509 cannot move out of type `Guest`, which implements the `Drop` trait
    println!("{name}");
}
