//! A value that leaves early on one path only.

struct Guest(u32);

impl Drop for Guest {
    fn drop(&mut self) {
        print!("guest {} leaves, ", self.0);
    }
}

fn visit(number: u32) {
    let guest = Guest(number);
    if number == 1 {
        drop(guest);
    }
    print!("closing, ");
}

fn main() {
    visit(1);
    println!("closed"); //~ prints guest 1 leaves, closing, closed
    visit(2);
    println!("closed"); //~ prints closing, guest 2 leaves, closed
}
