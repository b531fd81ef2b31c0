//! A type that would be copied and has a destructor.
//@ check-fail

#[derive(Clone, Copy)]
struct Guest(u32); //~ ERROR E0184 the trait `Copy` cannot be implemented for this type

impl Drop for Guest {
    fn drop(&mut self) {
        println!("guest {} leaves", self.0);
    }
}

fn main() {
    let guest = Guest(1);
    println!("{}", guest.0);
}
