//! Who called the destructor? No line of this program did.

use std::backtrace::Backtrace;

struct Guest(u32);

impl Drop for Guest {
    fn drop(&mut self) {
        println!("guest {} leaves", self.0); //~ prints guest 1 leaves
        let trace = Backtrace::force_capture().to_string();
        let mut names = trace.lines().filter_map(|line| line.split_once(": "));
        let own = names.find(|(_, name)| name.contains("Guest"));
        println!("this is {}", own.unwrap().1);
        println!("called by {}", names.next().unwrap().1); //~ prints called by core::ptr::drop_in_place<main::Guest>
        println!("called by {}", names.next().unwrap().1); //~ prints called by main::main
    }
}

fn main() {
    let _guest = Guest(1);
    println!("in main"); //~ prints in main
}
