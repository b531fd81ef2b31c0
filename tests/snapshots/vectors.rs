//! Vectors of everything.
#[derive(Clone)]
struct Pair {
    tag: u8,
    number: u32,
}

fn main() {
    let empty: Vec<u64> = Vec::new();
    let mut spare = Vec::with_capacity(4);
    spare.extend([1_u16, 2]);
    let words = vec![String::from("one"), String::new(), String::from("three")];
    let pairs = vec![Pair { tag: 1, number: 10 }, Pair { tag: 2, number: 20 }];
    let boxes = vec![Box::new(5_i32), Box::new(6)];
    let grid = vec![vec![1_u8, 2], vec![], vec![3]];
    //@ snapshot: vectors, show: empty, spare, words, pairs, boxes, grid
    println!("vectors: empty.cap = {}", empty.capacity());
    println!("vectors: spare.len = {}", spare.len());
    println!("vectors: spare.cap = {}", spare.capacity());
    println!("vectors: words.len = {}", words.len());
    println!("vectors: grid.cap = {}", grid.capacity());
    println!(
        "vectors: pairs.size = {}",
        pairs.capacity() * size_of::<Pair>()
    );
    println!("vectors: spare.size = {}", spare.capacity() * 2);
    println!("vectors: spare.used = {}", spare.len() * 2);
    println!(
        "vectors: grid.size = {}",
        grid.capacity() * size_of::<Vec<u8>>()
    );
    println!("vectors: words.0.len = {}", words[0].len());
    println!(
        "vectors: words.0.ptr is words.2.ptr = {}",
        words[0].as_ptr() == words[2].as_ptr()
    );
    let _ = pairs
        .iter()
        .map(|one| one.number + u32::from(one.tag))
        .sum::<u32>();
    let units = vec![(); 3];
    let frozen: Box<[u16]> = vec![7, 8, 9].into_boxed_slice();
    let none: Box<[u16]> = Box::new([]);
    let taken = &pairs[1..];
    let field = &pairs[0].number;
    //@ snapshot: parts, show: units, frozen, none, taken, field
    println!("parts: units.len = {}", units.len());
    println!("parts: frozen.len = {}", frozen.len());
    println!("parts: taken.len = {}", taken.len());
    println!(
        "parts: taken.offset = {}",
        taken.as_ptr() as usize - pairs.as_ptr() as usize
    );
    println!(
        "parts: field.offset = {}",
        field as *const u32 as usize - pairs.as_ptr() as usize
    );
    println!("parts: frozen.size = {}", size_of_val(&*frozen));
    let _ = (none, field, boxes, empty);
}
