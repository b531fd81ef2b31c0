//! A limit on the size of a type parameter, broken by one call.
//@ build-fail
fn send<T>(value: T) {
    const { assert!(size_of::<T>() <= 16) }; //~ ERROR E0080 evaluation panicked
    drop(value);
}

fn main() {
    send([0_u8; 16]);
    send(String::from("hello"));
}
