//! A reference to a local cannot leave its frame.
//@ check-fail
fn newest() -> &'static u32 {
    let year = 1815;
    &year //~ ERROR E0515
}

fn main() {
    println!("{}", newest());
}
