//! A destructor cannot be called by its name.
//@ check-fail

struct Guest(&'static str);

impl Drop for Guest {
    fn drop(&mut self) {
        println!("{} leaves", self.0);
    }
}

fn main() {
    let mut guest = Guest("Ada");
    guest.drop(); //~ ERROR E0040 explicit use of destructor method
}
