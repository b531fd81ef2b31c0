//! A vector that grows: the block moves, or stays.
fn main() {
    let mut list: Vec<u64> = Vec::with_capacity(1);
    list.push(1);
    let first = list.as_ptr();
    //@ snapshot: full, show: list
    println!("full: list.cap = {}", list.capacity());
    println!("full: list.moved = {}", 0);
    let wall = Box::new(0_u64);
    list.extend([2, 3, 4, 5, 6, 7, 8]);
    let second = list.as_ptr();
    //@ snapshot: grown, show: list, wall
    println!("grown: list.cap = {}", list.capacity());
    println!("grown: list.size = {}", list.capacity() * 8);
    println!("grown: list.moved = {}", usize::from(first != second));
    list.truncate(1);
    list.shrink_to_fit();
    //@ snapshot: shrunk, show: list, wall
    println!("shrunk: list.cap = {}", list.capacity());
    println!(
        "shrunk: list.moved = {}",
        usize::from(first != second) + usize::from(second != list.as_ptr())
    );
    drop(list);
    //@ snapshot: gone, show: wall
    drop(wall);
}
