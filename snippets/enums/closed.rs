//! Types that hide the niches of what they hold.
use std::cell::Cell;
use std::mem::{ManuallyDrop, MaybeUninit};
use std::sync::atomic::AtomicBool;

//~v size 1, align 1
union Flag {
    flag: bool,
}

fn main() {
    println!("bool {}", size_of::<Option<bool>>()); //~ prints bool 1
    println!("ManuallyDrop {}", size_of::<Option<ManuallyDrop<bool>>>()); //~ prints ManuallyDrop 1
    println!("Cell {}", size_of::<Option<Cell<bool>>>()); //~ prints Cell 2
    println!("AtomicBool {}", size_of::<Option<AtomicBool>>()); //~ prints AtomicBool 2
    println!("MaybeUninit {}", size_of::<Option<MaybeUninit<bool>>>()); //~ prints MaybeUninit 2
    println!("union {}", size_of::<Option<Flag>>()); //~ prints union 2

    let flag = Flag { flag: true };
    println!("{}", unsafe { flag.flag }); //~ prints true
}
