//! A function, statics, a box and a local, by rising address.
use std::sync::atomic::AtomicU32;

static ANSWER: u32 = 42;
static GREETING: &str = "hello";
static STARTED: AtomicU32 = AtomicU32::new(7);
static VISITS: AtomicU32 = AtomicU32::new(0);

fn main() {
    let boxed = Box::new(1);
    let mut places = [
        ((&raw const boxed).addr(), "a local"),
        ((&raw const *boxed).addr(), "its box"),
        ((&raw const VISITS).addr(), "VISITS"),
        ((&raw const STARTED).addr(), "STARTED"),
        ((&raw const GREETING).addr(), "GREETING"),
        (main as *const u8 as usize, "main"),
        ((&raw const ANSWER).addr(), "ANSWER"),
    ];
    places.sort();
    println!("{}", places.map(|(_, name)| name).join(" < "));
    //~^ prints ANSWER < main < GREETING < STARTED < VISITS < its box < a local
}
