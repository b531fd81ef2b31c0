//! A long lifetime is good where a shorter one is asked for.
fn both<'a>(left: &'a str, right: &'a str) -> Vec<&'a str> {
    vec![left, right]
}

fn main() {
    let for_ever: &'static str = "hello";
    let local = String::from("Ada");
    let pair = both(for_ever, &local);
    println!("{pair:?}"); //~ prints ["hello", "Ada"]
}
