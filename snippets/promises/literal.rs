//! Two texts to look at; one of them lies in memory that could be written.
//@ check-fail

fn main() {
    let owner = String::from("Ada");
    let on_the_heap: &str = &owner;
    let in_the_program: &str = "Ada";
    on_the_heap.make_ascii_uppercase(); //~ ERROR E0596 cannot borrow `*on_the_heap` as mutable
    in_the_program.make_ascii_uppercase(); //~ ERROR E0596 cannot borrow `*in_the_program` as mutable
}
