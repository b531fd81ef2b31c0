//! By the rules, the result of a method belongs to `self`.
//@ check-fail
struct Badge {
    name: String,
}

impl Badge {
    fn name_or(&self, other: &str) -> &str {
        if self.name.is_empty() {
            return other; //~ ERROR lifetime may not live long enough
        }
        &self.name
    }
}

fn main() {
    let badge = Badge {
        name: String::from("Ada"),
    };
    println!("{}", badge.name_or("nobody"));
}
