//! A destructor uses what it borrowed, at the closing brace.
//@ check-fail
struct Watch<'a>(&'a u32);

impl Drop for Watch<'_> {
    fn drop(&mut self) {
        println!("last seen: {}", self.0);
    }
}

fn main() {
    let mut score = 10;
    let watch = Watch(&score);
    println!("first seen: {}", watch.0);
    score += 1; //~ ERROR E0506 cannot assign to `score` because it is borrowed
    println!("now {score}");
}
