//! A small frame and a large one, taken and given back.
//@ timed: small_frame, large_frame
use std::hint::black_box;
use std::mem::MaybeUninit;

#[inline(never)]
pub fn small_frame() {
    black_box([const { MaybeUninit::<u64>::uninit() }; 8].as_ptr());
}

#[inline(never)]
pub fn large_frame() {
    black_box([const { MaybeUninit::<u64>::uninit() }; 256].as_ptr());
}
