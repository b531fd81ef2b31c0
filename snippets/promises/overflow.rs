//! A sum that does not fit, checked.
//@ run-fail: 101
//@ flags: -C overflow-checks=on

fn main() {
    let mut seats: u8 = 0;
    for _ in 0..256 {
        if seats == 255 {
            println!("255 and one more"); //~ prints 255 and one more
        }
        seats += 1;
    }
    println!("{seats} seats");
}
