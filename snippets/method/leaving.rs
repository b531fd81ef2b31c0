//! Who leaves first, and who never leaves.
struct Guest(&'static str);

impl Drop for Guest {
    fn drop(&mut self) {
        println!("{} goes", self.0);
    }
}

fn main() {
    let _small = Guest("small");
    let _large = Guest("large");
    std::mem::forget(Guest("guest"));
    println!("closing");
}
