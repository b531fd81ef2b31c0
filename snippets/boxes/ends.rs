//! Three numbers in a list of boxes, in a list of optional boxes, in a vector.
use List::{End, Link};

#[expect(dead_code)]
enum List {
    Link(i32, Box<List>),
    End,
}

#[expect(dead_code)]
struct Node(i32, Option<Box<Node>>);

fn main() {
    let _ended = Link(1, Box::new(Link(2, Box::new(Link(3, Box::new(End)))))); //~ allocates 3 blocks, 48 bytes
    let _open = Node(1, Some(Box::new(Node(2, Some(Box::new(Node(3, None))))))); //~ allocates 2 blocks, 32 bytes
    let _vector = vec![1, 2, 3]; //~ allocates 1 block, 12 bytes
}
