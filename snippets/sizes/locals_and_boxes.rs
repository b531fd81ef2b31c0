//! Counting heap allocations of numbers: as locals, then in boxes.
fn main() {
    let locals = (7_i32, 2.5_f64, 'x'); //~ allocates nothing
    let boxes = (Box::new(7_i32), Box::new(2.5_f64), Box::new('x')); //~ allocates 3 blocks, 16 bytes
    println!("{locals:?} {boxes:?}"); //~ prints (7, 2.5, 'x') (7, 2.5, 'x')
}
