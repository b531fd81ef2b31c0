//! Two names that both want to write to one string.
//@ check-fail

fn main() {
    let mut name = String::from("Ada");
    let first = &mut name;
    let second = &mut name; //~ ERROR E0499 cannot borrow `name` as mutable more than once at a time
    first.push('!');
    second.push('?');
}
