//! Reading a buffer after its owner has released it.
//@ no-run: it reads freed memory, which is undefined behaviour: whatever it printed would prove nothing

fn main() {
    let name = String::from("Ada");
    let letter = name.as_ptr();
    drop(name);
    let read = unsafe { letter.read() };
    println!("{read}");
}
