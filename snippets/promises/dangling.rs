//! A reference that would outlive what it refers to.
//@ check-fail

fn main() {
    let longest: &str;
    {
        let station = String::from("Kirkenes");
        longest = &station; //~ ERROR E0597 `station` does not live long enough
    }
    println!("{longest}");
}
