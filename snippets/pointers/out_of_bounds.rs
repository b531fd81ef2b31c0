//! An index behind the end of a slice, though the vector goes on.
//@ run-fail: 101
fn main() {
    let vector = vec![1, 2, 3, 4, 5];
    let middle = &vector[1..4];
    let index = std::hint::black_box(3);

    println!("get: {:?}", middle.get(index)); //~ prints get: None
    println!("index: {}", middle[index]);
}
