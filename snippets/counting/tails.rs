//! Two lists that share their end.
use std::rc::Rc;

struct Node {
    value: u32,
    next: Option<Rc<Node>>,
}

fn node(value: u32, next: Option<&Rc<Node>>) -> Rc<Node> {
    let next = next.cloned();
    Rc::new(Node { value, next })
}

fn sum(list: &Node) -> u32 {
    list.value + list.next.as_deref().map_or(0, sum)
}

fn main() {
    let end = node(3, None);
    let long = node(1, Some(&node(2, Some(&end))));
    let short = node(10, Some(&end));
    //@ snapshot: two lists
    println!("sums {} and {}", sum(&long), sum(&short)); //~ prints sums 6 and 13
    println!("owners of the end: {}", Rc::strong_count(&end)); //~ prints owners of the end: 3
    drop(long);
    //@ snapshot: one list
    println!("owners of the end: {}", Rc::strong_count(&end)); //~ prints owners of the end: 2
}
