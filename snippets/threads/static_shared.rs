//! Globals that several threads may write to.
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

static VISITS: AtomicU32 = AtomicU32::new(0);
static NAMES: Mutex<Vec<&str>> = Mutex::new(Vec::new());

fn main() {
    let ada = thread::spawn(|| {
        VISITS.fetch_add(1, Relaxed);
        NAMES.lock().unwrap().push("Ada");
    });
    ada.join().unwrap();
    VISITS.fetch_add(1, Relaxed);
    println!("{} {:?}", VISITS.load(Relaxed), NAMES.lock().unwrap()); //~ prints 2 ["Ada"]
}
