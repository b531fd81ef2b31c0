//! Any number of shared references, all in use at once.
fn main() {
    let temperature = 21;
    let readers = [&temperature; 1000];
    let first = &temperature;
    let total: i32 = readers.iter().copied().sum();
    println!("{total} {first} {temperature}"); //~ prints 21000 21 21
}
