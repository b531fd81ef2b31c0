//! A million values without a byte.
#[derive(Clone, Copy)]
struct Marker;

fn main() {
    let million = vec![Marker; 1_000_000];
    println!("{} markers", million.len()); //~ prints 1000000 markers
    println!("{} bytes of content", size_of_val(&million[..])); //~ prints 0 bytes of content
    println!(
        "capacity is usize::MAX: {}",
        million.capacity() == usize::MAX
    ); //~ prints capacity is usize::MAX: true
}
