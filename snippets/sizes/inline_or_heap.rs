//! A tuple, an array and a vector: which parts lie inside the value.
fn inside<T, U: ?Sized>(whole: &T, part: &U) -> bool {
    let start = std::ptr::from_ref(whole).addr();
    let place = std::ptr::from_ref(part).addr();
    (start..start + size_of::<T>()).contains(&place)
}

fn main() {
    let tuple = (7, String::from("seven"));
    println!("tuple: the number {}", inside(&tuple, &tuple.0)); //~ prints tuple: the number true
    println!("tuple: the String {}", inside(&tuple, &tuple.1)); //~ prints tuple: the String true
    println!("tuple: the text {}", inside(&tuple, tuple.1.as_str())); //~ prints tuple: the text false

    let array = [1, 2, 3];
    println!("array: the elements {}", inside(&array, &array[0])); //~ prints array: the elements true

    let vector = vec![1, 2, 3];
    println!("vector: the elements {}", inside(&vector, &vector[0])); //~ prints vector: the elements false
}
