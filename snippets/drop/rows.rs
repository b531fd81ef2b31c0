//! What lies in a row is released from the first to the last.

struct Part(u8);

impl Drop for Part {
    fn drop(&mut self) {
        print!("{} ", self.0);
    }
}

fn main() {
    drop((Part(1), Part(2), Part(3)));
    println!("tuple"); //~ prints 1 2 3 tuple
    drop([Part(1), Part(2), Part(3)]);
    println!("array"); //~ prints 1 2 3 array
    drop(vec![Part(1), Part(2), Part(3)]);
    println!("vector"); //~ prints 1 2 3 vector
    let (_a, _b, _c) = (Part(1), Part(2), Part(3));
    print!("three variables: ");
} //~ prints three variables: 3 2 1
