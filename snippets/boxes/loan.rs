//! A smart pointer of one's own: it leads to a text, and gives it back at the end.
use std::ops::Deref;

struct Loan {
    title: &'static str,
}

impl Deref for Loan {
    type Target = str;

    fn deref(&self) -> &str {
        self.title
    }
}

impl Drop for Loan {
    fn drop(&mut self) {
        println!("{} is back", self.title); //~ prints Momo is back
    }
}

fn main() {
    let loan = Loan { title: "Momo" };
    println!("{}", loan.to_uppercase()); //~ prints MOMO
    println!("starts with M: {}", loan.starts_with('M')); //~ prints starts with M: true
}
