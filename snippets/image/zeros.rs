//! Statics that begin as zeros, as nothing in particular, and as something else.
use std::mem::MaybeUninit;
use std::sync::Mutex;
use std::sync::atomic::AtomicU32;

pub static ZERO: AtomicU32 = AtomicU32::new(0);
pub static mut COUNTER: i32 = 0;
pub static ROOM: Mutex<MaybeUninit<[u8; 64]>> = Mutex::new(MaybeUninit::uninit());
pub static SEVEN: AtomicU32 = AtomicU32::new(7);
pub static NAMES: Mutex<Vec<u8>> = Mutex::new(Vec::new());
pub static NEVER_CHANGES: u32 = 0;
