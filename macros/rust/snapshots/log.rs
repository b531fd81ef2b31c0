/// Appended to a program whose memory is drawn: where it stops, and what its heap was asked for.
#[doc(hidden)]
#[allow(dead_code, unused, static_mut_refs)]
mod __snapshots {
    use ::std::alloc::{GlobalAlloc, Layout, System};
    use ::std::sync::atomic::{AtomicUsize, Ordering};

    /// The debugger stops here. Other threads get time to come to rest, so that every run of the
    /// program is stopped with the same picture.
    #[inline(never)]
    pub fn mark(number: u32) {
        use ::std::os::unix::fs::MetadataExt;
        // a folder has two links of its own and one for each folder in it; nothing is allocated
        if ::std::fs::metadata("/proc/self/task").is_ok_and(|tasks| tasks.nlink() > 3) {
            ::std::thread::sleep(::std::time::Duration::from_millis(30));
        }
        stop(number);
    }

    #[inline(never)]
    #[unsafe(no_mangle)]
    extern "C" fn rust_memory_stop(number: u32) {
        ::std::hint::black_box(number);
    }

    fn stop(number: u32) {
        rust_memory_stop(number);
    }

    const ROOM: usize = 1 << 14;

    /// What was asked: 1 a block, 2 its end, 3 another size; where it was, its size and align, and
    /// where it is now.
    #[repr(C)]
    #[derive(Clone, Copy)]
    struct Entry(usize, usize, usize, usize, usize);

    #[unsafe(no_mangle)]
    static mut RUST_MEMORY_LOG: [Entry; ROOM] = [Entry(0, 0, 0, 0, 0); ROOM];
    #[unsafe(no_mangle)]
    static RUST_MEMORY_COUNT: AtomicUsize = AtomicUsize::new(0);

    fn note(entry: Entry) {
        let index = RUST_MEMORY_COUNT.fetch_add(1, Ordering::SeqCst);
        if index == usize::MAX {
            rust_memory_stop(0); // never, but so the linker keeps it in every program
        }
        if index < ROOM {
            // SAFETY: every index is given out once, and lies inside the log.
            unsafe {
                (&raw mut RUST_MEMORY_LOG)
                    .cast::<Entry>()
                    .add(index)
                    .write(entry)
            }
        }
    }

    struct Logged;

    // SAFETY: every request goes to the system's allocator as it is.
    unsafe impl GlobalAlloc for Logged {
        unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
            let block = unsafe { System.alloc(layout) };
            note(Entry(1, 0, layout.size(), layout.align(), block as usize));
            block
        }

        unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
            note(Entry(2, block as usize, layout.size(), layout.align(), 0));
            unsafe { System.dealloc(block, layout) }
        }

        unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
            let moved = unsafe { System.realloc(block, layout, size) };
            note(Entry(
                3,
                block as usize,
                size,
                layout.align(),
                moved as usize,
            ));
            moved
        }
    }

    #[global_allocator]
    static LOGGED: Logged = Logged;
}
