//! Three statics, and what may be done with them.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

static LIMIT: u32 = 40;
static VISITS: AtomicU32 = AtomicU32::new(40);
static mut SCRATCH: u32 = 40;

fn main() {
    VISITS.fetch_add(1, Relaxed);
    unsafe { SCRATCH += 2 };
    println!("limit {LIMIT}"); //~ prints limit 40
    println!("visits {VISITS:?}"); //~ prints visits 41
    println!("scratch {}", unsafe { SCRATCH }); //~ prints scratch 42
}
