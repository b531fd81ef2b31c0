//! A value without a name leaves at the semicolon, or with the reference that holds it.

struct Guest(&'static str);

impl Drop for Guest {
    fn drop(&mut self) {
        print!("{} leaves, ", self.0);
    }
}

fn main() {
    let letters = Guest("Ada").0.len();
    println!("{letters} letters"); //~ prints Ada leaves, 3 letters
    {
        let held = &Guest("Barbara");
        print!("{} letters, ", held.0.len());
    }
    println!("closed"); //~ prints 7 letters, Barbara leaves, closed

    match Guest("Grace").0.len() {
        letters => print!("{letters} letters, "),
    }
    println!("closed"); //~ prints 5 letters, Grace leaves, closed
}
