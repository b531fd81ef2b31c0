//! The result is used behind the block, where one of the two texts has ended.
//@ check-fail
fn longest<'a>(left: &'a str, right: &'a str) -> &'a str {
    if left.len() >= right.len() {
        left
    } else {
        right
    }
}

fn main() {
    let outer = String::from("hello world");
    let found;
    {
        let inner = String::from("Ada");
        found = longest(&outer, &inner); //~ ERROR E0597 `inner` does not live long enough
    }
    println!("{found}");
}
