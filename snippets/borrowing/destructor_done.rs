//! The destructor runs first, and the value is free again.
struct Watch<'a>(&'a u32);

impl Drop for Watch<'_> {
    fn drop(&mut self) {
        println!("last seen: {}", self.0);
    }
}

fn main() {
    let mut score = 10;
    let watch = Watch(&score);
    println!("first seen: {}", watch.0); //~ prints first seen: 10
    drop(watch);
    score += 1;
    println!("now {score}"); //~ prints now 11
}
