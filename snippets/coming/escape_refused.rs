//! A reference to a local does not escape.
//@ check-fail

struct Corner {
    x: f64,
}

fn corner<'a>() -> &'a Corner {
    let corner = Corner { x: 1.0 };
    &corner //~ ERROR E0515 cannot return reference to local variable `corner`
}

fn main() {
    println!("{}", corner().x);
}
