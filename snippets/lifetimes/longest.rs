//! The longer of two texts, by whoever owns them.
fn longest<'a>(left: &'a str, right: &'a str) -> &'a str {
    if left.len() >= right.len() {
        left
    } else {
        right
    }
}

fn main() {
    let outer = String::from("hello world");
    {
        let inner = String::from("Ada");
        let found = longest(&outer, &inner);
        println!("{found}"); //~ prints hello world
    }
    println!("{}", longest(&outer, "Grace")); //~ prints hello world
}
