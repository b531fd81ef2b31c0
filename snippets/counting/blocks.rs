//! What a shared value asks of the heap.
use std::rc::Rc;

#[repr(align(32))]
struct Wide(#[expect(dead_code)] u8);

fn main() {
    let shared = Rc::new(7_u64); //~ allocates 1 block, 24 bytes
    let clone = Rc::clone(&shared); //~ allocates nothing
    let weak = Rc::downgrade(&shared); //~ allocates nothing

    let byte = Rc::new(7_u8); //~ allocates 1 block, 24 bytes
    let wide = Rc::new(Wide(7)); //~ allocates 1 block, 64 bytes
    let text: Rc<str> = Rc::from("Ada"); //~ allocates 1 block, 24 bytes
    let names = vec![String::from("Ada"), String::from("Grace")]; //~ allocates 3 blocks, 56 bytes
    let names = Rc::new(names); //~ allocates 1 block, 40 bytes

    println!("{clone} {byte} {text} {names:?}"); //~ prints 7 7 Ada ["Ada", "Grace"]
    println!("{} {}", weak.strong_count(), Rc::strong_count(&wide)); //~ prints 2 1
}
