/// The allocator of a program whose statements are counted: every request goes to the system's, and
/// is counted for the thread that makes it. Part of that program's crate, at its root.
#[doc(hidden)]
#[allow(dead_code, unused)]
pub(crate) mod __heap {
    use ::std::alloc::{GlobalAlloc, Layout, System};
    use ::std::cell::Cell;
    use ::std::fmt::Write;
    use ::std::sync::Once;
    use ::std::sync::atomic::{AtomicU64, Ordering::Relaxed};

    const MOST: usize = 64;

    /// Requests and bytes: blocks, other sizes, ends.
    type Counts = [u64; 6];

    ::std::thread_local! {
        static NOW: Cell<Counts> = const { Cell::new([0; 6]) };
        static OPEN: [Cell<(u32, Counts)>; MOST] = const { [const { Cell::new((0, [0; 6])) }; MOST] };
    }

    /// Begun, ended, and the counts of all passes.
    static SUMS: [[AtomicU64; 8]; MOST] = [const { [const { AtomicU64::new(0) }; 8] }; MOST];
    static START: Once = Once::new();

    /// A statement begins. Its passes inside of itself, in a recursion, belong to the outermost.
    pub(crate) fn begin(number: usize) {
        START.call_once(|| {
            _ = ::std::io::stdout(); // its buffer is nothing that a statement asks for
            unsafe { atexit(tell) };
        });
        SUMS[number][0].fetch_add(1, Relaxed);
        let (depth, counts) = OPEN.with(|open| open[number].get());
        let counts = if depth == 0 { NOW.get() } else { counts };
        OPEN.with(|open| open[number].set((depth + 1, counts)));
    }

    /// A statement has run to its end.
    pub(crate) fn end(number: usize) {
        let now = NOW.get();
        let (depth, counts) = OPEN.with(|open| open[number].get());
        OPEN.with(|open| open[number].set((depth.saturating_sub(1), counts)));
        SUMS[number][1].fetch_add(1, Relaxed);
        if depth == 1 {
            for (sum, (now, before)) in SUMS[number][2..].iter().zip(now.iter().zip(counts)) {
                sum.fetch_add(now - before, Relaxed);
            }
        }
    }

    unsafe extern "C" {
        fn atexit(last: extern "C" fn()) -> i32;
        fn write(file: i32, text: *const u8, length: usize) -> isize;
    }

    /// Behind everything that the program printed: a line for each statement that was begun.
    extern "C" fn tell() {
        for (number, sums) in SUMS.iter().enumerate() {
            let sums: [u64; 8] = ::std::array::from_fn(|at| sums[at].load(Relaxed));
            if sums[0] > 0 {
                let mut line = Line([0; 256], 0);
                _ = ::std::write!(line, "\n@heap {number}");
                for sum in sums {
                    _ = ::std::write!(line, " {sum}");
                }
                unsafe { write(1, line.0.as_ptr(), line.1) };
            }
        }
        unsafe { write(1, b"\n@end\n".as_ptr(), 6) };
    }

    struct Line([u8; 256], usize);

    impl Write for Line {
        fn write_str(&mut self, text: &str) -> ::std::fmt::Result {
            let end = self.1 + text.len();
            self.0[self.1..end].copy_from_slice(text.as_bytes());
            self.1 = end;
            Ok(())
        }
    }

    fn note(first: usize, bytes: usize) {
        let mut counts = NOW.get();
        counts[first] += 1;
        counts[first + 1] += bytes as u64;
        NOW.set(counts);
    }

    struct Counting;

    // SAFETY: every request goes to the system's allocator as it is.
    unsafe impl GlobalAlloc for Counting {
        unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
            note(0, layout.size());
            unsafe { System.alloc(layout) }
        }

        unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
            note(0, layout.size());
            unsafe { System.alloc_zeroed(layout) }
        }

        unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
            note(2, size);
            unsafe { System.realloc(block, layout, size) }
        }

        unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
            note(4, layout.size());
            unsafe { System.dealloc(block, layout) }
        }
    }

    #[global_allocator]
    static COUNTING: Counting = Counting;
}
