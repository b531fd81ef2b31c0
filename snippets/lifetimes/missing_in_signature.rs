//! A returned reference that does not say which argument it comes from.
//@ check-fail
fn longest(left: &str, right: &str) -> &str {
    //~^ ERROR E0106 missing lifetime specifier
    if left.len() >= right.len() {
        left
    } else {
        right
    }
}

fn main() {
    println!("{}", longest("Ada", "Grace"));
}
