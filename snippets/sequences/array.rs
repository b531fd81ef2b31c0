//! Five ages in an array, and where each of them starts.
fn main() {
    let ages = [65, 54, 57, 31, 8];
    let start = (&raw const ages).addr();
    for age in &ages {
        println!("{age} at +{}", std::ptr::from_ref(age).addr() - start);
    }
    //~v prints 65 at +0
    //~v prints 8 at +16
    println!("{} bytes in all", size_of_val(&ages)); //~ prints 20 bytes in all
}
