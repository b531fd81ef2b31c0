//! A reference holds the address of its target, and nothing else.
fn main() {
    let answer = 42_u8;
    let page = [0_u8; 4096];
    println!(
        "answer {}, page {}",
        size_of_val(&answer),
        size_of_val(&page)
    ); //~ prints answer 1, page 4096

    let (first, wide_view) = (&answer, &page);
    println!(
        "references {} and {}",
        size_of_val(&first),
        size_of_val(&wide_view)
    ); //~ prints references 8 and 8

    let second = first;
    println!(
        "first leads to answer: {}",
        std::ptr::eq(first, &raw const answer)
    ); //~ prints first leads to answer: true
    println!("so does its copy: {}", std::ptr::eq(first, second)); //~ prints so does its copy: true
}
