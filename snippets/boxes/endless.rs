//! A list that contains itself.
//@ check-fail
enum List {
    //~^ ERROR E0072 recursive type `List` has infinite size
    Link(i32, List),
    End,
}

fn main() {}
