//! A guest who would look at something that left before.
//@ check-fail

struct Guest<'a>(&'a str);

impl Drop for Guest<'_> {
    fn drop(&mut self) {
        println!("{} leaves", self.0);
    }
}

fn main() {
    let mut guests = Vec::new();
    let name = String::from("Ada");
    guests.push(Guest(&name)); //~ ERROR E0597 `name` does not live long enough
}
