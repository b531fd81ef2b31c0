//! A vector grows, first alone and then beside a neighbour.
fn main() {
    let mut ages = Vec::new();
    //@ snapshot: empty
    ages.push(65);
    //@ snapshot: the first push
    ages.extend([54, 57, 31]);
    //@ snapshot: full
    ages.push(8);
    //@ snapshot: grown in place
    let neighbour = Box::new(7);
    ages.extend([1, 2, 3]);
    //@ snapshot: full, and not alone
    ages.push(9);
    //@ snapshot: grown elsewhere
    println!("{} {neighbour}", ages.len()); //~ prints 9 7
}
