//! A `mut` parameter is the callee's own affair.

fn doubled(mut number: u32) -> u32 {
    number *= 2;
    number
}

fn double(number: &mut u32) {
    *number *= 2;
}

fn main() {
    let plain: fn(u32) -> u32 = doubled; // no `mut` in the type
    let start = 21;
    println!("{} from {start}", plain(start)); //~ prints 42 from 21

    let mut start = 21;
    double(&mut start);
    println!("now {start}"); //~ prints now 42
}
