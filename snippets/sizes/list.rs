//! A linked list: each node has the same size, wherever it lies.
enum List {
    Node(i32, Box<List>),
    End,
}
use List::{End, Node};

fn describe(list: &List) {
    if let Node(number, rest) = list {
        println!("node {number}: {} bytes", size_of_val(list));
        describe(rest);
    }
}

fn main() {
    let list = Node(1, Box::new(Node(2, Box::new(End))));
    //~v prints node 1: 16 bytes
    describe(&list); //~ prints node 2: 16 bytes
    println!("the variable: {} bytes", size_of_val(&list)); //~ prints the variable: 16 bytes
}
