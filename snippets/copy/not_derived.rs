//! A struct of one number that nobody declared `Copy`.
//@ check-fail

struct Meters(u32);

fn main() {
    let height = Meters(3);
    let width = height;
    println!("{} x {}", width.0, height.0); //~ ERROR E0382 borrow of moved value: `height`
}
