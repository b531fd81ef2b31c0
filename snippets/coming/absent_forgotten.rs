//! The case without a name is missing.
//@ check-fail

fn initial(name: Option<&str>) -> char {
    match name {
        //~^ ERROR E0004 non-exhaustive patterns: `None` not covered
        Some(name) => name.chars().next().unwrap_or('?'),
    }
}

fn main() {
    println!("{}", initial(Some("Ada")));
}
