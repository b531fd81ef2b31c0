//! An allocator that does not say how to allocate.
//@ check-fail
struct Arena;

#[global_allocator]
static HEAP: Arena = Arena; //~ ERROR E0277

fn main() {
    println!("{}", Box::new(23));
}
