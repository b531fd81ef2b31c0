//! Three runs with fixed addresses, and three without.
use std::{env, fs, process::Command};

unsafe extern "C" {
    fn personality(flags: u64) -> i32;
}

const FIXED: u64 = 0x0004_0000;
static HERE: u8 = 1;

fn same_place_each_time(flags: u64) -> bool {
    // SAFETY: this only says how programs that start from now on are placed.
    unsafe { personality(flags) };
    let run = || Command::new("/proc/self/exe").arg("tell").output().unwrap();
    let told = [run(), run(), run()].map(|output| output.stdout);
    told[0] == told[1] && told[1] == told[2]
}

fn main() {
    if env::args().count() > 1 {
        return println!("{:p}", &raw const HERE);
    }
    let kind = fs::read("/proc/self/exe").unwrap()[16];
    println!("kind {kind}: may be loaded anywhere"); //~ prints kind 3: may be loaded anywhere
    println!("fixed, same place: {}", same_place_each_time(FIXED)); //~ prints fixed, same place: true
    println!("usual, same place: {}", same_place_each_time(0)); //~ prints usual, same place: false
}
