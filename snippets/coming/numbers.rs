//! A whole number that a float cannot hold.

fn main() {
    let ticket: u64 = 9_007_199_254_740_993;
    println!("u64: {ticket}"); //~ prints u64: 9007199254740993
    println!("f64: {}", ticket as f64); //~ prints f64: 9007199254740992
    println!("whole: {}", 7 / 2); //~ prints whole: 3
    println!("float: {}", 7.0 / 2.0); //~ prints float: 3.5
}
