//! First the destructor of the whole, then the fields, in the order of their declaration.

struct Part(u8);

impl Drop for Part {
    fn drop(&mut self) {
        print!("part {}, ", self.0);
    }
}

struct Machine {
    small: Part,
    large: Part,
}

impl Drop for Machine {
    fn drop(&mut self) {
        print!("whole of {} and {}, ", self.small.0, self.large.0);
    }
}

fn main() {
    let (large, small) = (Part(2), Part(1));
    drop(Machine { large, small });
    println!("done"); //~ prints whole of 1 and 2, part 1, part 2, done
}
