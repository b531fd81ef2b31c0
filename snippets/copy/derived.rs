//! The same struct, declared `Copy`.

#[derive(Clone, Copy)]
struct Meters(u32);

fn main() {
    let height = Meters(3);
    let width = height;
    println!("{} x {}", width.0, height.0); //~ prints 3 x 3
}
