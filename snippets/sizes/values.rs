//! What size_of_val counts, and what it does not.
fn main() {
    let list = vec![10, 20, 30];
    println!("vector {}", size_of_val(&list)); //~ prints vector 24
    println!("its elements {}", size_of_val(&list[..])); //~ prints its elements 12

    let block = Box::new([0_u8; 1000]);
    println!("box {}", size_of_val(&block)); //~ prints box 8
    println!("its content {}", size_of_val(&*block)); //~ prints its content 1000

    println!("text {}", size_of_val("grüezi")); //~ prints text 7
}
