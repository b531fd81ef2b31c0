//! A round of a loop is a block; `break` and `continue` end it.

struct Guest(u32);

impl Drop for Guest {
    fn drop(&mut self) {
        print!("-{} ", self.0);
    }
}

fn main() {
    for number in 1..9 {
        let guest = Guest(number);
        if number == 2 {
            continue;
        }
        if number == 4 {
            break;
        }
        print!("+{} ", guest.0);
    }
    println!("closed"); //~ prints +1 -1 -2 +3 -3 -4 closed
}
