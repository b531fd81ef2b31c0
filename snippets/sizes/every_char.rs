//! Every char there is, counted and measured.
//@ timeout: 20
fn main() {
    let count = ('\0'..=char::MAX).count();
    println!("{count} values"); //~ prints 1112064 values

    let four_each = ('\0'..=char::MAX).all(|letter| size_of_val(&letter) == 4);
    println!("four bytes each: {four_each}"); //~ prints four bytes each: true

    let surrogate = char::from_u32(0xD800);
    println!("half of a surrogate pair: {surrogate:?}"); //~ prints half of a surrogate pair: None
}
