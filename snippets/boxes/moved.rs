//! A value moves to the heap, and then its box moves.
struct Parcel {
    grams: u32,
    stamps: u32,
}

fn main() {
    let parcel = Parcel {
        grams: 900,
        stamps: 3,
    };
    //@ snapshot: a local variable, show: parcel
    let boxed = Box::new(parcel);
    //@ snapshot: moved to the heap, show: parcel, boxed
    let place = &raw const *boxed;
    let sent = boxed;
    //@ snapshot: the box moved, show: parcel, boxed, sent
    println!("same place: {}", place == &raw const *sent); //~ prints same place: true
    println!("{} grams, {} stamps", sent.grams, sent.stamps); //~ prints 900 grams, 3 stamps
    drop(sent);
    //@ snapshot: released, show: parcel, boxed, sent
}
