//! The same trick, with an owner that is gone.
//@ no-run: it reads freed memory, which is undefined behaviour: whatever it printed would prove nothing
#![forbid(unsafe_code)]

fn shorten<'a, 'b, T: ?Sized>(_: &'a &'b (), value: &'b T) -> &'a T {
    value
}

fn lengthen<'a, T: ?Sized>(value: &'a T) -> &'static T {
    let hidden: for<'x> fn(_, &'x T) -> &'static T = shorten;
    hidden(&&(), value)
}

fn main() {
    let name = String::from("Ada");
    let dangling = lengthen(name.as_str());
    drop(name);
    println!("{dangling}");
}
