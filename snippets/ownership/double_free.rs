//! Two owners of the same buffer, forged with `ptr::read`.
//@ run-fail: SIGABRT

fn main() {
    let name = String::from("Ada");
    let twin = unsafe { std::ptr::read(&name) };
    println!("same buffer: {}", name.as_ptr() == twin.as_ptr()); //~ prints same buffer: true
    drop(twin);
    println!("freed"); //~ prints freed
    drop(name);
    println!("freed twice");
}
