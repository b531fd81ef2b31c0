//! A type without content, and pointers to it.
struct Marker;

fn main() {
    println!("value {} bytes", size_of_val(&Marker)); //~ prints value 0 bytes
    println!("reference {} bytes", size_of_val(&&Marker)); //~ prints reference 8 bytes

    let row = [Marker, Marker, Marker];
    let (first, last) = (&raw const row[0], &raw const row[2]);
    println!("first and last at one place: {}", first == last); //~ prints first and last at one place: true
    let boxed = Box::new(Marker);
    let address = std::ptr::from_ref(&*boxed).addr();
    println!("the box is null: {}", address == 0); //~ prints the box is null: false
}
