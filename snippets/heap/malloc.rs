//! The block of a box, known to the C library and freed by it.
use std::ffi::c_void;

unsafe extern "C" {
    fn malloc_usable_size(block: *const c_void) -> usize;
    fn free(block: *mut c_void);
}

fn main() {
    let number: *mut i32 = Box::into_raw(Box::new(23));
    let usable = unsafe { malloc_usable_size(number.cast()) };
    println!("asked for {} bytes, got {usable} bytes", size_of::<i32>()); //~ prints asked for 4 bytes, got 24 bytes
    unsafe { free(number.cast()) };
}
