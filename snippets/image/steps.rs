//! Statics, a literal and locals of a running program.
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

static PORT: u32 = 8080;
static GREETING: &str = "hello";
static VISITS: AtomicU32 = AtomicU32::new(0);

fn main() {
    let port = &PORT;
    let greeting = &GREETING;
    let visits = &VISITS;
    //@ snapshot: before the first visit
    visits.fetch_add(1, Relaxed);
    let word = "hi";
    let copy = *port;
    //@ snapshot: after it
    println!("{greeting} {word} {copy} {visits:?}"); //~ prints hello hi 8080 1
}
