//! A struct with a vector inside: as a local variable, and in a box.
struct Data {
    nums: Vec<i32>,
}

fn contains<T>(whole: &T, place: *const i32) -> bool {
    let start = std::ptr::from_ref(whole).addr();
    (start..start + size_of::<T>()).contains(&place.addr())
}

fn main() {
    let nums = vec![1, 2, 3];
    let data = Data { nums };
    println!("Data takes {} bytes", size_of_val(&data)); //~ prints Data takes 24 bytes
    let inside = contains(&data, data.nums.as_ptr());
    println!("the numbers are inside: {inside}"); //~ prints the numbers are inside: false

    let buffer = data.nums.as_ptr();
    let boxed = Box::new(data);
    println!("same buffer: {}", buffer == boxed.nums.as_ptr()); //~ prints same buffer: true
    println!("the box takes {} bytes", size_of_val(&boxed)); //~ prints the box takes 8 bytes
}
