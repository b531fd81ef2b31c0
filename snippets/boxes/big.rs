//! A large array on its way to the heap, in a build without optimisation.
//@ run-fail: SIGABRT
const LARGE: usize = 64 * 1024 * 1024;

fn main() {
    let picture = Box::new([0_u8; LARGE]);
    println!("{} MiB", size_of_val(&*picture) >> 20);
}
