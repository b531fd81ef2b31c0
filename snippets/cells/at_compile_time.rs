//! The same with plain references: there is no program.
//@ check-fail
fn main() {
    let mut page = vec![1, 2, 3];
    let reader = &page;
    println!("first: {}", reader[0]);
    page.push(4); //~ ERROR E0502 cannot borrow `page` as mutable
    println!("never printed: {reader:?}");
}
