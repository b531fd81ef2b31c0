//! What an array in an enum asks of the heap, with its header inside and in a box.
enum Data<A> {
    Empty,
    Number(#[expect(dead_code)] i32),
    Array(A),
}

fn main() {
    let inline = Data::Array(vec![1, 2, 3]); //~ allocates 1 block, 12 bytes
    let boxed = Data::Array(Box::new(vec![1, 2, 3])); //~ allocates 2 blocks, 36 bytes
    let number: Data<Vec<i32>> = Data::Number(7); //~ allocates nothing
    let empty: Data<Box<Vec<i32>>> = Data::Empty; //~ allocates nothing

    println!("{} and {}", size_of_val(&inline), size_of_val(&boxed)); //~ prints 24 and 16
    println!("{} and {}", size_of_val(&number), size_of_val(&empty)); //~ prints 24 and 16
}
