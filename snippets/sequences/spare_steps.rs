//! Room that is not in use.
fn main() {
    let mut ages = Vec::with_capacity(4);
    //@ snapshot: all of it spare
    ages.extend([65, 54, 57]);
    //@ snapshot: three in use
    ages.truncate(1);
    //@ snapshot: one in use
    ages.shrink_to_fit();
    //@ snapshot: none spare
    println!("{ages:?}"); //~ prints [65]
}
