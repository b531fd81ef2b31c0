//! A list is filled, frozen and thawed again: three variables, one block.

fn main() {
    let mut list = vec![3, 1, 2];
    let block = list.as_ptr();
    list.sort();
    let list = list; // frozen
    println!("frozen: {list:?}"); //~ prints frozen: [1, 2, 3]

    let mut thawed = list;
    thawed[0] = 9;
    println!("thawed: {thawed:?}"); //~ prints thawed: [9, 2, 3]
    println!("same block: {}", block == thawed.as_ptr()); //~ prints same block: true
}
