//! The simplest form of the trick, which the compiler has learned to reject.
//@ check-fail
#![forbid(unsafe_code)]

fn shorten<'a, 'b, T: ?Sized>(_: &'a &'b (), value: &'b T) -> &'a T {
    value
}

fn lengthen<'a, T: ?Sized>(value: &'a T) -> &'static T {
    let hidden: fn(_, &'a T) -> &'static T = shorten; //~ ERROR lifetime may not live long enough
    hidden(&&(), value)
}

fn main() {
    println!("{}", lengthen("Ada"));
}
