//! The method says that the result may come from either.
struct Badge {
    name: String,
}

impl Badge {
    fn name_or<'a>(&'a self, other: &'a str) -> &'a str {
        if self.name.is_empty() {
            other
        } else {
            &self.name
        }
    }
}

fn main() {
    let badge = Badge {
        name: String::new(),
    };
    println!("{}", badge.name_or("nobody")); //~ prints nobody
}
