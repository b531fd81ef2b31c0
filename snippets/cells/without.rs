//! A shared reference to a plain number does not write.
//@ check-fail
fn main() {
    let mut seats = 12;
    let ada = &seats;
    *ada -= 1; //~ ERROR E0594 cannot assign to `*ada`
    let grace = &mut seats;
    *grace -= 1;
    println!("seats: {seats}");
}
