//! Statics that begin as zero, as nothing in particular, and as something else.
use std::mem::MaybeUninit;
use std::sync::Mutex;
use std::sync::atomic::AtomicU32;

pub static ZERO: AtomicU32 = AtomicU32::new(0);
pub static ROOM: Mutex<MaybeUninit<[u8; 64]>> = Mutex::new(MaybeUninit::uninit());
pub static EMPTY: Mutex<Vec<u8>> = Mutex::new(Vec::new());
pub static SEVEN: AtomicU32 = AtomicU32::new(7);
pub static NEVER_CHANGES: u32 = 0;
pub static mut COUNTER: u32 = 0;
pub static NAME: Mutex<&str> = Mutex::new("Ada");
