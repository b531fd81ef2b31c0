//! Ok has no word of its own: it is a capacity that no String can have.
fn first_word(result: &Result<u32, String>) -> usize {
    unsafe { std::ptr::from_ref(result).cast::<usize>().read() }
}

fn main() {
    let done: Result<u32, String> = Ok(7);
    let failed: Result<u32, String> = Err(String::from("no such file"));
    println!("Ok:  {:#x}", first_word(&done)); //~ prints Ok:  0x8000000000000000
    println!("Err: {:#x}", first_word(&failed)); //~ prints Err: 0xc

    if let (Ok(number), Err(text)) = (&done, &failed) {
        let (start, place) = ((&raw const done).addr(), (&raw const *number).addr());
        println!("the number is at {}", place - start); //~ prints the number is at 8
        println!("the text has {} bytes of room", text.capacity()); //~ prints the text has 12 bytes of room
    }
}
